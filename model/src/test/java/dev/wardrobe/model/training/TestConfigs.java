package dev.wardrobe.model.training;

import dev.wardrobe.model.config.TrainingConfig;
import dev.wardrobe.model.config.TrainingConfig.OptimizerKind;
import dev.wardrobe.model.config.TrainingConfig.Precision;
import dev.wardrobe.model.config.TrainingConfig.Schedule;
import java.util.List;

/** Small configs of tests. */
final class TestConfigs {
  private TestConfigs() {}

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
        batchSize,
        1,
        10,
        .9,
        Precision.FLOAT32,
        every,
        every);
  }
}
