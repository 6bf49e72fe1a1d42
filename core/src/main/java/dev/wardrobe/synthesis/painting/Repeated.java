package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/** A print that repeats: places are turned by its angle and measured in its repeat. */
abstract class Repeated implements Pattern {
  private final float cosine;
  private final float sine;

  Repeated(Material.Fabric fabric) {
    double scale = 1 / fabric.repeat();
    cosine = (float) (StrictMath.cos(fabric.angle()) * scale);
    sine = (float) (StrictMath.sin(fabric.angle()) * scale);
  }

  @Override
  public final int rgb(float u, float v) {
    return at(u * cosine + v * sine, v * cosine - u * sine);
  }

  /** The colour at a place, in repeats along the print and across it. */
  abstract int at(float x, float y);

  /** The colour of the whole print from afar. */
  abstract int mean();
}
