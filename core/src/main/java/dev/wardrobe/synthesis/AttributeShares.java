package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Which share of all items has each value of the four attributes. Each list follows the codes 1 to
 * 3 and sums to 1.
 *
 * @param scale small, moderate, large
 * @param occlusion slight, medium, heavy
 * @param zoomIn no, medium, large
 * @param viewpoint no wear, frontal, side or back
 */
public record AttributeShares(
    List<Double> scale, List<Double> occlusion, List<Double> zoomIn, List<Double> viewpoint) {

  /** The shares of Figure 3 of the paper, with its two kinds of side and back views added up. */
  public static final AttributeShares PUBLISHED =
      new AttributeShares(
          List.of(.26, .50, .24),
          List.of(.47, .47, .06),
          List.of(.67, .21, .12),
          List.of(.07, .78, .15));

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a list does not hold three shares of 0 to 1 that sum to 1
   */
  public AttributeShares {
    scale = checked("scale", scale);
    occlusion = checked("occlusion", occlusion);
    zoomIn = checked("zoom-in", zoomIn);
    viewpoint = checked("viewpoint", viewpoint);
  }

  /** The share of a scale. */
  public double of(Scale value) {
    return scale.get(value.code() - 1);
  }

  /** The share of an occlusion. */
  public double of(Occlusion value) {
    return occlusion.get(value.code() - 1);
  }

  /** The share of a zoom-in. */
  public double of(ZoomIn value) {
    return zoomIn.get(value.code() - 1);
  }

  /** The share of a viewpoint. */
  public double of(Viewpoint value) {
    return viewpoint.get(value.code() - 1);
  }

  private static List<Double> checked(String name, List<Double> shares) {
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    if (shares.size() != 3
        || shares.stream().flatMapToDouble(DoubleStream::of).anyMatch(share -> !(share >= 0))
        || Math.abs(sum - 1) > 1e-6) {
      throw new IllegalArgumentException(
          "Expected three shares of %s that sum to 1, but got %s".formatted(name, shares));
    }
    return List.copyOf(shares);
  }
}
