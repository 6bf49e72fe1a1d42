package dev.wardrobe.torch.training;

import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.model.config.BackboneConfig.Block;
import dev.wardrobe.model.config.BackboneConfig.Norm;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.HeadsConfig;
import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.model.config.LossWeights;
import dev.wardrobe.model.config.RoiConfig;
import dev.wardrobe.model.config.RpnConfig;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.config.TrainingConfig;
import dev.wardrobe.model.config.TrainingConfig.OptimizerKind;
import dev.wardrobe.model.config.TrainingConfig.Precision;
import dev.wardrobe.model.config.TrainingConfig.Schedule;
import java.util.List;

/** Small configs of tests. */
final class TestConfigs {
  private TestConfigs() {}

  /** The narrowest network that has all heads, on photos of 64 pixels. */
  static Config narrow(TrainingConfig training) {
    return new Config(
        "narrow",
        Streams.ALL,
        new BackboneConfig(Block.BASIC, List.of(1, 1, 1, 1), 8, Norm.GROUP, 0, 8),
        new RpnConfig(
            List.of(16, 32, 64, 128), List.of(.5, 1.0, 2.0), .7, .3, 32, .5, 50, 50, 30, 20, .7),
        new RoiConfig(64, 3, 16, .5, 16, .5, 4, .05, .5, 10),
        new HeadsConfig(4, 0, 1, 8, 1, 8, 1, 1, 8, 8),
        new InputConfig(
            64, 96, List.of(.485, .456, .406), List.of(.229, .224, .225), true, 1.1, .1),
        training);
  }

  /** AdamW in 32 bits, with a moving average, validated and checkpointed after so many steps. */
  static TrainingConfig training(int batchSize, int warmup, int steps, int every) {
    return new TrainingConfig(
        OptimizerKind.ADAMW,
        2e-3,
        .9,
        1e-2,
        Schedule.COSINE,
        List.of(),
        warmup,
        steps,
        0,
        0,
        batchSize,
        1,
        10,
        .9,
        Precision.FLOAT32,
        LossWeights.EQUAL,
        every,
        every);
  }
}
