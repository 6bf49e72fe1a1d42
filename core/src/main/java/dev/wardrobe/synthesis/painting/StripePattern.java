package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/** Stripes: broad, narrow, or with a thin line of a third colour, by the fabric's seed. */
final class StripePattern extends Repeated {
  private final int ground;
  private final int stripe;
  private final int line;
  private final float half;
  private final float lineHalf;
  private final float blur;

  StripePattern(Material.Fabric fabric, float blur) {
    super(fabric);
    this.blur = blur;
    ground = fabric.rgb();
    stripe = fabric.second();
    line = fabric.third();
    int kind = Noise.seed(fabric.seed(), 2) & 3;
    half =
        switch (kind) {
          case 0 -> .25f;
          case 1 -> .17f;
          case 2 -> .2f;
          default -> .3f;
        };
    lineHalf = kind == 2 ? .045f : 0;
  }

  @Override
  int at(float x, float y) {
    int rgb = Tone.mix(ground, stripe, Pattern.band(y, 0, half, blur));
    return lineHalf == 0 ? rgb : Tone.mix(rgb, line, Pattern.band(y, .5f, lineHalf, blur));
  }

  @Override
  int mean() {
    return Tone.mix(Tone.mix(ground, stripe, 2 * half), line, 2 * lineHalf);
  }
}
