package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/** Woven checks, where threads of both directions mix: gingham, tartan or a grid of thin lines. */
final class CheckPattern extends Repeated {
  private final int kind;
  private final int ground;
  private final int second;
  private final int third;
  private final float blur;

  CheckPattern(Material.Fabric fabric, float blur) {
    super(fabric);
    this.blur = blur;
    ground = fabric.rgb();
    second = fabric.second();
    third = fabric.third();
    int choice = (Noise.seed(fabric.seed(), 2) >>> 4) % 5;
    kind = choice < 2 ? 0 : choice < 4 ? 1 : 2;
  }

  @Override
  int at(float x, float y) {
    return Tone.mix(threads(x), threads(y), .5f);
  }

  /** The colour of the threads of one direction. */
  private int threads(float place) {
    return switch (kind) {
      case 0 -> Tone.mix(ground, second, Pattern.band(place, 0, .25f, blur));
      case 1 -> {
        int rgb = Tone.mix(ground, second, Pattern.band(place, 0, .2f, blur));
        rgb = Tone.mix(rgb, third, Pattern.band(place, .5f, .035f, blur));
        rgb = Tone.mix(rgb, ground, .8f * Pattern.band(place, 0, .03f, blur));
        yield Tone.mix(rgb, second, .7f * Pattern.band(place, .68f, .03f, blur));
      }
      default -> {
        int rgb = Tone.mix(ground, second, Pattern.band(place, 0, .06f, blur));
        yield Tone.mix(rgb, third, Pattern.band(place, .5f, .02f, blur));
      }
    };
  }

  @Override
  int mean() {
    float broad = kind == 0 ? .5f : kind == 1 ? .4f : .12f;
    return Tone.mix(Tone.mix(ground, second, broad), third, kind == 0 ? 0 : .05f);
  }
}
