package dev.wardrobe.synthesis.painting;

/** Knitwear: stitches like small Vs, in ribs or with cables, by the seed. */
final class KnitWeave implements Weave {
  private static final float RIB = 1 / .021f;
  private static final float STITCH = 1 / .013f;
  private static final float CABLE = 1 / .085f;
  private static final float TWIST = 1 / .075f;

  private final boolean cables;
  private final float ribs;
  private final float stitches;
  private final float strands;

  KnitWeave(int seed, double unit) {
    cables = (seed & 3) == 0;
    ribs = ((seed & 3) == 1 ? .2f : .11f) * Weave.seen(.7 / RIB, unit);
    stitches = .16f * Weave.seen(.8 / STITCH, unit);
    strands = .3f * Weave.seen(.3 / CABLE, unit);
  }

  @Override
  public float grain(float u, float v, float tilt) {
    if (cables) {
      float place = u * CABLE;
      float inCable = (place - Noise.floor(place) - .5f) / .27f;
      if (inCable > -1 && inCable < 1) {
        return cable(inCable, v);
      }
    }
    return plain(u, v);
  }

  private float plain(float u, float v) {
    float place = u * RIB;
    float side = Math.abs(place - Noise.floor(place) - .5f) * 2;
    float rib = (1 - side * side) * 1.5f - 1;
    return ribs * rib + stitches * ClothWeave.wave(v * STITCH - side * .55f) * (1.1f - side * .5f);
  }

  /** Two strands that wind around each other. */
  private float cable(float across, float v) {
    float turn = v * TWIST;
    float swing = ClothWeave.wave(turn) * .9f;
    float other = -swing;
    float first = Noise.bump((across - swing) / .6f);
    float second = Noise.bump((across - other) / .6f);
    // Which strand is in front changes from crossing to crossing.
    boolean over = turn - Noise.floor(turn) < .5f;
    float height = over ? Math.max(first, second * .55f) : Math.max(second, first * .55f);
    float fine = stitches * .5f * ClothWeave.wave(v * STITCH + across * (over ? 1.5f : -1.5f));
    return strands * (height - .62f) + fine;
  }
}
