package dev.wardrobe.model.config;

import java.util.List;

/**
 * The region proposal network; numbers as torchvision's {@code RegionProposalNetwork}.
 *
 * @param anchorSizes square root of the anchors' area in pixels of the network's input, one for
 *     each pyramid level from the finest (stride 4); a fifth level is the fourth, pooled
 * @param aspectRatios height over width of the anchors of every place
 * @param foreground an anchor with this IoU or more is one to find
 * @param background an anchor with an IoU below this is background
 * @param batchPerImage anchors that make up the loss of an image
 * @param positiveFraction at most this share of them is foreground
 * @param preNmsTrain proposals kept of each level before suppression, in training
 * @param preNmsTest the same in detection
 * @param postNmsTrain proposals kept of an image after suppression, in training
 * @param postNmsTest the same in detection
 * @param nmsThreshold IoU above which the worse of two proposals is dropped
 */
public record RpnConfig(
    List<Integer> anchorSizes,
    List<Double> aspectRatios,
    double foreground,
    double background,
    int batchPerImage,
    double positiveFraction,
    int preNmsTrain,
    int preNmsTest,
    int postNmsTrain,
    int postNmsTest,
    double nmsThreshold) {
  /** Copies the lists and checks the numbers. */
  public RpnConfig {
    anchorSizes = List.copyOf(anchorSizes);
    aspectRatios = List.copyOf(aspectRatios);
    Checks.require(
        (anchorSizes.size() == 4 || anchorSizes.size() == 5)
            && anchorSizes.stream().allMatch(s -> s > 0),
        "rpn.anchorSizes",
        anchorSizes,
        "4 or 5 positive sizes, one a level");
    Checks.require(
        !aspectRatios.isEmpty() && aspectRatios.stream().allMatch(r -> r > 0),
        "rpn.aspectRatios",
        aspectRatios,
        "positive ratios");
    Checks.between(0, 1, foreground, "rpn.foreground");
    Checks.between(0, foreground, background, "rpn.background");
    Checks.atLeast(1, batchPerImage, "rpn.batchPerImage");
    Checks.between(0, 1, positiveFraction, "rpn.positiveFraction");
    Checks.atLeast(1, preNmsTrain, "rpn.preNmsTrain");
    Checks.atLeast(1, preNmsTest, "rpn.preNmsTest");
    Checks.atLeast(1, postNmsTrain, "rpn.postNmsTrain");
    Checks.atLeast(1, postNmsTest, "rpn.postNmsTest");
    Checks.between(0, 1, nmsThreshold, "rpn.nmsThreshold");
  }
}
