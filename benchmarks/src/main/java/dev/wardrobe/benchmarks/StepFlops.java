package dev.wardrobe.benchmarks;

import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.model.config.BackboneConfig.Block;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.HeadsConfig;
import dev.wardrobe.model.config.RoiConfig;

/**
 * Floating point operations of one photo in a training step, counted from the shapes of
 * convolutions and fully connected layers, a multiplication and an addition each. Norms,
 * activations, RoIAlign, losses and the optimizer are not counted.
 *
 * <p>A backward pass costs twice a forward pass: gradients of the weights and of the input, the
 * latter not for the first layer. Frozen stages are counted as if they were trained.
 */
final class StepFlops {
  private static final int BACKWARD_AND_FORWARD = 3;
  private static final int STEM = 7;

  private final Config config;
  private final int height;
  private final int width;

  /**
   * A count.
   *
   * @param height of the padded photo
   * @param width of the padded photo
   */
  StepFlops(Config config, int height, int width) {
    this.config = config;
    this.height = height;
    this.width = width;
  }

  /**
   * Operations of a photo, forward and backward.
   *
   * @param regions foreground regions that the mask, landmark and match heads look at: an item's
   *     own box at least, {@code roi.maskBatchPerImage} at most; what it is in a step depends on
   *     the proposals
   */
  double perPhoto(int regions) {
    double stem = 2.0 * STEM * STEM * 3 * config.backbone().width() * cells(2);
    double rest = body() + pyramid() + proposals() + boxes() + regions * closer();
    return BACKWARD_AND_FORWARD * 2.0 * rest + 2 * stem;
  }

  /** Cells of a map at a stride. */
  private double cells(int stride) {
    return (double) Math.ceilDiv(height, stride) * Math.ceilDiv(width, stride);
  }

  private static double square(double value) {
    return value * value;
  }

  /** Multiplications of the four stages. */
  private double body() {
    BackboneConfig body = config.backbone();
    double sum = 0;
    double in = body.width();
    for (int stage = 0; stage < body.blocks().size(); stage++) {
      double inner = body.width() << stage;
      double out = body.stageChannels(stage);
      double after = cells(4 << stage);
      double before = stage == 0 ? after : cells(2 << stage);
      for (int i = 0; i < body.blocks().get(stage); i++) {
        sum +=
            body.block() == Block.BASIC
                ? 9 * after * (in * inner + inner * inner)
                : in * inner * (i == 0 ? before : after)
                    + after * (9 * inner * inner + inner * out);
        boolean shortcut = i == 0 && (stage > 0 || in != out);
        sum += shortcut ? in * out * after : 0;
        in = out;
      }
    }
    return sum;
  }

  private double pyramid() {
    double channels = config.backbone().pyramidChannels();
    double sum = 0;
    for (int stage = 0; stage < config.backbone().blocks().size(); stage++) {
      double in = config.backbone().stageChannels(stage);
      sum += cells(4 << stage) * (in * channels + 9 * channels * channels);
    }
    return sum;
  }

  private double proposals() {
    double channels = config.backbone().pyramidChannels();
    double outputs = 5.0 * config.rpn().aspectRatios().size();
    double sum = 0;
    for (int level = 0; level < config.rpn().anchorSizes().size(); level++) {
      sum += cells(4 << level) * (9 * channels * channels + outputs * channels);
    }
    return sum;
  }

  private double boxes() {
    RoiConfig roi = config.roi();
    double inputs = config.backbone().pyramidChannels() * square(roi.boxPool());
    double outputs = 5.0 * config.streams().classes();
    double wide = roi.boxChannels();
    return roi.batchPerImage() * (inputs * wide + wide * wide + wide * outputs);
  }

  /** Of one region. */
  private double closer() {
    HeadsConfig heads = config.heads();
    double cells = square(heads.pool());
    double sum = 0;
    if (config.streams().mask()) {
      double wide = heads.maskChannels();
      sum += stack(wide, heads.maskConvolutions()) + cells * (4 * wide * wide + 4 * wide);
    }
    if (config.streams().landmark()) {
      double wide = heads.landmarkChannels();
      sum += stack(wide, heads.landmarkConvolutions());
      double doubled = cells;
      for (int i = 1; i < heads.landmarkDoublings(); i++) {
        sum += 16 * doubled * wide * wide;
        doubled *= 4;
      }
      double maps = LandmarkSchema.TOTAL / 13.0; // of a category, on average
      sum += 4 * doubled * wide * maps;
    }
    if (config.streams().match()) {
      double wide = heads.matchChannels();
      sum += stack(wide, heads.matchConvolutions()) + wide * heads.embedding();
    }
    return sum;
  }

  /** 3x3 convolutions on a region's grid. */
  private double stack(double wide, int count) {
    double channels = config.backbone().pyramidChannels();
    return 9 * square(config.heads().pool()) * (channels * wide + (count - 1) * wide * wide);
  }
}
