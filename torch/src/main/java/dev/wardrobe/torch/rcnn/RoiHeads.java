package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.structures.Box;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Norm;
import dev.wardrobe.torch.ops.RoiAlign;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;

/** The heads that look at regions, with torchvision's names where it has them. */
final class RoiHeads extends Layer {
  /** Regions are read from the finest four levels; the fifth is for large anchors only. */
  private static final int LEVELS = 4;

  private final Config config;
  private final BoxHead box;
  private final Optional<MaskHead> mask;
  private final Optional<LandmarkHead> landmark;
  private final Optional<MatchHead> match;

  /** Heads with fresh weights; those of one do not depend on which others there are. */
  RoiHeads(Config config, SplittableRandom random) {
    this.config = config;
    int channels = config.backbone().pyramidChannels();
    Optional<IntFunction<Norm>> norm = Backbone.headNorm(config.backbone());
    SplittableRandom boxes = random.split();
    SplittableRandom masks = random.split();
    SplittableRandom landmarks = random.split();
    SplittableRandom matches = random.split();
    box = part(new BoxHead(config.roi(), channels, config.streams().classes(), boxes));
    int maps = config.streams().category() ? config.streams().classes() : 1;
    mask =
        config.streams().mask()
            ? Optional.of(part(new MaskHead(config.heads(), channels, maps, norm, masks)))
            : Optional.empty();
    landmark =
        config.streams().landmark()
            ? Optional.of(part(new LandmarkHead(config.heads(), channels, norm, landmarks)))
            : Optional.empty();
    match =
        config.streams().match()
            ? Optional.of(part(new MatchHead(config.heads(), channels, norm, matches)))
            : Optional.empty();
  }

  Config config() {
    return config;
  }

  BoxHead box() {
    return box;
  }

  Optional<MaskHead> mask() {
    return mask;
  }

  Optional<LandmarkHead> landmark() {
    return landmark;
  }

  Optional<MatchHead> match() {
    return match;
  }

  /** Whether a head beside the box head is there. */
  boolean looksCloser() {
    return mask.isPresent() || landmark.isPresent() || match.isPresent();
  }

  /**
   * The map of the mask head that a category's mask is drawn on; the only one without categories.
   */
  long maskMap(int category) {
    return config.streams().category() ? category : 0;
  }

  /** What the box head sees of regions: regions, channels, rows, columns. */
  Tensor boxFeatures(List<Tensor> levels, Regions regions) {
    return pool(levels, regions, config.roi().boxPool());
  }

  /** What the other heads see, which is {@link #view} of each region. */
  Tensor closeFeatures(List<Tensor> levels, Regions regions) {
    return pool(levels, regions.grown(config.heads().margin()), config.heads().pool());
  }

  /** What the other heads see of a box, and what their masks and heat maps cover. */
  Box view(Box box) {
    return config.heads().view(box);
  }

  private Tensor pool(List<Tensor> levels, Regions regions, int size) {
    return RoiAlign.pool(
        levels.subList(0, LEVELS),
        regions.boxes(),
        regions.images(),
        config.roi().canonicalSize(),
        size);
  }
}
