package dev.wardrobe.synthesis.painting;

/** Strands of hair, which run down and follow the sides of the shape. */
final class HairWeave implements Weave {
  private final int seed;
  private final float fine;

  HairWeave(int seed, double unit) {
    this.seed = seed;
    fine = .26f * Weave.seen(1.6 / 160, unit);
  }

  @Override
  public float grain(float u, float v, float tilt) {
    float across = u * .6f + tilt * .035f;
    float locks = Noise.smooth(across * 75, v * 9, seed) - .5f;
    float strands = Noise.smooth(across * 250, v * 14, seed + 1) - .5f;
    return .3f * locks + fine * strands;
  }
}
