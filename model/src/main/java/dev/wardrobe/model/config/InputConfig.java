package dev.wardrobe.model.config;

import java.util.List;

/**
 * How a photo becomes the input of a network. It is resized, its aspect kept, so that its short
 * side has {@code shortSide} pixels, or fewer where its long side would exceed {@code longSide};
 * colours are divided by 255, less the mean, over the deviation; batches are padded with zeros at
 * the right and the bottom to a multiple of 32.
 *
 * @param shortSide in pixels
 * @param longSide in pixels
 * @param mean of red, green and blue; ImageNet's for pretrained weights
 * @param deviation of red, green and blue
 * @param flip whether half of the training photos are mirrored
 * @param scaleJitter the short side in training is this many times smaller or larger at most; 1 is
 *     none
 * @param colourJitter how much brightness, contrast and saturation change in training: by a factor
 *     of 1 - this to 1 + this; 0 is not at all
 */
public record InputConfig(
    int shortSide,
    int longSide,
    List<Double> mean,
    List<Double> deviation,
    boolean flip,
    double scaleJitter,
    double colourJitter) {
  /** Sides of a batch are padded to a multiple of this: the coarsest stride of the backbone. */
  public static final int STRIDE = 32;

  private static final int LARGE = 500;

  /** Photos are brought to so many pixels that one at a time keeps a processor busy. */
  public boolean isLarge() {
    return shortSide > LARGE;
  }

  /** Copies the lists and checks the numbers. */
  public InputConfig {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    Checks.atLeast(STRIDE, shortSide, "input.shortSide");
    Checks.atLeast(shortSide, longSide, "input.longSide");
    Checks.require(mean.size() == 3, "input.mean", mean, "three numbers");
    Checks.require(
        deviation.size() == 3 && deviation.stream().allMatch(d -> d > 0),
        "input.deviation",
        deviation,
        "three positive numbers");
    Checks.between(1, 4, scaleJitter, "input.scaleJitter");
    Checks.between(0, 1, colourJitter, "input.colourJitter");
  }
}
