package dev.wardrobe.synthesis.painting;

/** The fine relief of a material: what it adds to the light at each of its places. */
@FunctionalInterface
interface Weave {
  /** Adds nothing. */
  Weave SMOOTH = (u, v, tilt) -> 0;

  /**
   * What is added to the light.
   *
   * @param u to the right in the material
   * @param v down in the material
   * @param tilt -1 at the left edge of the shape, 1 at its right edge
   */
  float grain(float u, float v, float tilt);

  /** 1 for what is many pixels large, 0 for what is too small to be seen. */
  static float seen(double size, double unit) {
    return Noise.ramp(1.1f, 3, (float) (size * unit));
  }
}
