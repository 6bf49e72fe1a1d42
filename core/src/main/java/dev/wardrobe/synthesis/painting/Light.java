package dev.wardrobe.synthesis.painting;

/** What light makes of a colour. */
final class Light {
  private Light() {}

  /**
   * A colour in the light.
   *
   * @param light 1 for the colour as it is; less darkens, more brightens even what is black
   * @param gloss 0 for none, 1 for white
   * @param ink 0 for none, 1 for as good as black
   * @param warm whether shadows are reddish, as on skin, not bluish as on cloth
   */
  static int on(int rgb, float light, float gloss, float ink, boolean warm) {
    float red = Tone.red(rgb);
    float green = Tone.green(rgb);
    float blue = Tone.blue(rgb);
    if (light < 1) {
      float dark = Math.min(1, 1 - light);
      red *= 1 - dark * (warm ? .78f : 1.03f);
      green *= 1 - dark * (warm ? 1.06f : 1.01f);
      blue *= 1 - dark * (warm ? 1.12f : .92f);
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
        (blue + (246 - blue) * shine) * (1 - .9f * ink));
  }
}
