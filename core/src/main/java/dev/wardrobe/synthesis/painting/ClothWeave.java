package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/** The fine relief of cloths. */
final class ClothWeave {
  private static final float THREAD = 400;
  private static final float SLUB = 130;
  private static final float TWILL = 150;
  private static final float MELANGE = 210;
  private static final float FIBRE = 420;
  private static final float HERRINGBONE = 48;
  private static final float PORES = 190;

  private ClothWeave() {}

  /**
   * The relief of a fabric.
   *
   * @param unit how many pixels a unit of the material is long
   */
  static Weave of(Material.Fabric fabric, double unit) {
    int seed = Noise.seed(fabric.seed(), 4);
    return switch (fabric.cloth()) {
      case COTTON -> cotton(seed, unit);
      case KNIT -> new KnitWeave(seed, unit);
      case DENIM -> denim(seed, unit);
      case SATIN -> Weave.SMOOTH;
      case WOOL -> wool(seed, unit);
      case LEATHER -> leather(seed, unit);
    };
  }

  private static Weave cotton(int seed, double unit) {
    float threads = .05f * Weave.seen(1 / THREAD, unit);
    float slubs = .022f * Weave.seen(2 / SLUB, unit);
    return (u, v, tilt) -> {
      float grain = slubs * (Noise.smooth(u * SLUB, v * SLUB, seed) - .5f);
      return threads == 0
          ? grain
          : grain + threads * (Noise.smooth(u * THREAD, v * THREAD, seed + 1) - .5f);
    };
  }

  private static Weave denim(int seed, double unit) {
    float lines = .17f * Weave.seen(1 / TWILL, unit);
    float streaks = .17f * Weave.seen(1.3 / SLUB, unit);
    return (u, v, tilt) -> {
      float grain = streaks * (Noise.smooth(u * SLUB * 1.6f, v * SLUB * .22f, seed) - .5f);
      float speckle = .1f * (Noise.smooth(u * 210, v * 120, seed + 1) - .5f);
      return lines == 0 ? grain + speckle : grain + speckle + lines * wave((u + v * .6f) * TWILL);
    };
  }

  private static Weave wool(int seed, double unit) {
    float flecks = .28f * Weave.seen(2.2 / MELANGE, unit);
    float fibres = .2f * Weave.seen(1.4 / FIBRE, unit);
    boolean zigzag = (seed & 3) == 0;
    float rows = zigzag ? .2f * Weave.seen(.7 / HERRINGBONE, unit) : 0;
    return (u, v, tilt) -> {
      float grain =
          flecks * (Noise.smooth((u + v * .3f) * MELANGE, (v - u * .3f) * MELANGE, seed) - .5f);
      if (fibres > 0) {
        grain += fibres * (Noise.smooth(u * FIBRE, v * FIBRE * .6f, seed + 1) - .5f);
      }
      if (rows == 0) {
        return grain;
      }
      float place = u * HERRINGBONE * .5f;
      float side = Math.abs(place - Noise.floor(place) - .5f);
      return grain + rows * wave(v * HERRINGBONE * 1.6f + side * 4);
    };
  }

  private static Weave leather(int seed, double unit) {
    float pores = .07f * Weave.seen(1.3 / PORES, unit);
    return (u, v, tilt) ->
        pores * (Noise.smooth((u + v * .4f) * PORES, (v - u * .4f) * PORES, seed) - .5f);
  }

  /** -.5 to .5 and back at distance 1, without corners. */
  static float wave(float place) {
    float part = Math.abs((place - Noise.floor(place)) * 2 - 1);
    return Noise.ease(part) - .5f;
  }
}
