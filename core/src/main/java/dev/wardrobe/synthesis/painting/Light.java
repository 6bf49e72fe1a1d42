package dev.wardrobe.synthesis.painting;

/** What light makes of a colour. */
final class Light {
  /** How much deeper the hue of cloth is in its shadows. */
  private static final float DEEPER = .85f;

  private Light() {}

  /**
   * A colour in the light.
   *
   * @param light 1 for the colour as it is; less darkens, more brightens even what is black
   * @param gloss 0 for none, 1 for white
   * @param ink 0 for none, 1 for as good as black
   * @param warm whether shadows are reddish, as on skin
   */
  static int on(int rgb, float light, float gloss, float ink, boolean warm) {
    float red = Tone.red(rgb);
    float green = Tone.green(rgb);
    float blue = Tone.blue(rgb);
    if (light < 1) {
      // What a colour has less of goes first; what is grey turns a little blue.
      float deeper = (1 - light) * DEEPER / 255;
      float mean = (red + green + blue) * (1 / 3f);
      float tint = (1 - light) * (warm ? .16f : -.02f);
      float redLess = deeper * (mean - red) - tint;
      float greenLess = deeper * (mean - green) + tint * .25f;
      float blueLess = deeper * (mean - blue) + tint * (warm ? .6f : 2.5f);
      red *= Math.max(0, light - redLess);
      green *= Math.max(0, light - greenLess);
      blue *= Math.max(0, light - blueLess);
    } else {
      float more = light - 1;
      red += more * (.62f * red + .2f * (255 - red));
      green += more * (.6f * green + .2f * (255 - green));
      blue += more * (.55f * blue + .2f * (255 - blue));
    }
    float shine = Noise.clamp(gloss);
    float keep = 1 - ink;
    return Tone.of(
        (red + (255 - red) * shine) * keep,
        (green + (252 - green) * shine) * keep,
        (blue + (246 - blue) * shine) * (1 - .94f * ink));
  }
}
