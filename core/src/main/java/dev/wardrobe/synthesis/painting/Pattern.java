package dev.wardrobe.synthesis.painting;

/** The colour of a material at each of its places, without light. */
@FunctionalInterface
interface Pattern {
  /** The colour 0xRRGGBB at a place of the material, in its units. */
  int rgb(float u, float v);

  /** The same colour everywhere. */
  static Pattern plain(int rgb) {
    return (u, v) -> rgb;
  }

  /** How much of a place in a band lies, where bands repeat at distance 1. */
  static float band(float place, float middle, float half, float blur) {
    float from = place - middle + .5f;
    float off = Math.abs(from - Noise.floor(from) - .5f);
    return Noise.clamp((half - off) / blur + .5f);
  }
}
