package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/** A colour that turns into another, from the origin on over one repeat. */
final class GradientPattern extends Repeated {
  private final int from;
  private final int to;

  GradientPattern(Material.Fabric fabric) {
    super(fabric);
    from = fabric.rgb();
    to = fabric.second();
  }

  @Override
  int at(float x, float y) {
    return Tone.mix(from, to, Noise.ease(Noise.clamp(y)));
  }

  @Override
  int mean() {
    return Tone.mix(from, to, .5f);
  }
}
