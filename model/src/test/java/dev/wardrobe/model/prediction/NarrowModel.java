package dev.wardrobe.model.prediction;

import dev.wardrobe.model.config.Config;
import java.util.Map;

/**
 * A model with random weights that is as narrow as can be: fast, and finds much where nothing is.
 */
public final class NarrowModel {
  /** What it is made from. */
  public static final Config CONFIG =
      Config.tiny()
          .with(
              Map.ofEntries(
                  Map.entry("backbone.width", "8"),
                  Map.entry("backbone.pyramidChannels", "8"),
                  Map.entry("roi.boxChannels", "16"),
                  Map.entry("roi.detectionsPerImage", "5"),
                  Map.entry("rpn.preNmsTest", "40"),
                  Map.entry("rpn.postNmsTest", "20"),
                  Map.entry("heads.maskChannels", "8"),
                  Map.entry("heads.landmarkChannels", "8"),
                  Map.entry("heads.matchChannels", "8"),
                  Map.entry("heads.embedding", "6"),
                  Map.entry("input.shortSide", "64"),
                  Map.entry("input.longSide", "96")));

  /** With the published network's parts: bottlenecks, frozen norms, five levels, larger maps. */
  public static final Config FROZEN =
      CONFIG.with(
          Map.of(
              "backbone.block", "BOTTLENECK",
              "backbone.norm", "FROZEN_BATCH",
              "rpn.anchorSizes", "[8, 16, 32, 64, 128]",
              "heads.landmarkDoublings", "2"));

  private NarrowModel() {}
}
