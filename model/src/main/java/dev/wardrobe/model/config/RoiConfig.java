package dev.wardrobe.model.config;

/**
 * Regions of interest and the box head; numbers as torchvision's {@code RoIHeads}.
 *
 * @param canonicalSize a region with sides of this many input pixels is read from the third level
 *     (stride 16), one of half the size from the second, and so on; 224 as published
 * @param boxPool side of the grid that the box head reads from a region
 * @param boxChannels width of the box head's two fully connected layers
 * @param foreground a proposal with this IoU or more is the item; others are background
 * @param batchPerImage regions of an image that train the box head
 * @param positiveFraction at most this share of them is foreground
 * @param maskBatchPerImage at most this many of the foreground regions train the mask, landmark and
 *     match heads
 * @param scoreThreshold detections with a lower score are dropped
 * @param nmsThreshold IoU above which the worse of two detections of one category is dropped
 * @param detectionsPerImage at most this many are kept of an image
 */
public record RoiConfig(
    int canonicalSize,
    int boxPool,
    int boxChannels,
    double foreground,
    int batchPerImage,
    double positiveFraction,
    int maskBatchPerImage,
    double scoreThreshold,
    double nmsThreshold,
    int detectionsPerImage) {
  /** Checks the numbers. */
  public RoiConfig {
    Checks.atLeast(1, canonicalSize, "roi.canonicalSize");
    Checks.atLeast(1, boxPool, "roi.boxPool");
    Checks.atLeast(1, boxChannels, "roi.boxChannels");
    Checks.between(0, 1, foreground, "roi.foreground");
    Checks.atLeast(1, batchPerImage, "roi.batchPerImage");
    Checks.between(0, 1, positiveFraction, "roi.positiveFraction");
    Checks.atLeast(1, maskBatchPerImage, "roi.maskBatchPerImage");
    Checks.between(0, 1, scoreThreshold, "roi.scoreThreshold");
    Checks.between(0, 1, nmsThreshold, "roi.nmsThreshold");
    Checks.atLeast(1, detectionsPerImage, "roi.detectionsPerImage");
  }
}
