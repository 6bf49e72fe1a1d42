package dev.wardrobe.model.data;

import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.structures.ImageSize;

/** The size that a photo gets as input of a network. */
public final class InputSize {
  private InputSize() {}

  /**
   * The size by torchvision's rule ({@code GeneralizedRCNNTransform}): both sides times the same
   * number, the largest that keeps the short side at most {@code shortSide} and the long side at
   * most {@code longSide}, rounded down, in the same 64-bit arithmetic. So a side may come out one
   * pixel below the limit: 533 * (800 / 533) is less than 800. A side is at least 1, where
   * torchvision fails.
   *
   * @param shortSide in pixels, 1 or more
   * @param longSide in pixels, 1 or more
   */
  public static ImageSize of(ImageSize photo, double shortSide, double longSide) {
    double scale =
        Math.min(
            shortSide / Math.min(photo.width(), photo.height()),
            longSide / Math.max(photo.width(), photo.height()));
    return new ImageSize(side(photo.width() * scale), side(photo.height() * scale));
  }

  /** The size by that rule with a network's numbers, as outside of training. */
  public static ImageSize of(ImageSize photo, InputConfig input) {
    return of(photo, input.shortSide(), input.longSide());
  }

  private static int side(double length) {
    return Math.max(1, (int) Math.floor(length));
  }
}
