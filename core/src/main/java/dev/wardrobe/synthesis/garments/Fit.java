package dev.wardrobe.synthesis.garments;

/**
 * How a garment is worn in one photo.
 *
 * @param tucked whether a top goes under what is worn below it; nothing to other garments
 * @param under whether it is worn under outwear, which then presses it to the body
 * @param folds seed of this photo's creases
 */
public record Fit(boolean tucked, boolean under, long folds) {

  /** A garment that is not under outwear. */
  public Fit(boolean tucked, long folds) {
    this(tucked, false, folds);
  }
}
