package dev.wardrobe.model.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All parts together: photos, network, training, validation, scores. */
class OverfitTest {
  private static final int PHOTOS = 8;

  @TempDir private Path folder;

  @Test
  @Tag("slow")
  void eight_photos_are_learned_by_heart() {
    Path data = folder.resolve("data");
    for (String name : new String[] {"train", "validation"}) { // the same photos twice
      SplitFolderWriter.write(
          new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, PHOTOS, 7).withSides(128, 160)),
          data.resolve(name),
          true,
          2,
          done -> {});
    }
    Config config =
        Config.tiny()
            .with(
                Map.of(
                    "streams.match", "false",
                    "training.steps", "150",
                    "training.warmupSteps", "10",
                    "training.batchSize", "4",
                    "training.emaDecay", "0.95",
                    "input.shortSide", "96",
                    "input.longSide", "128",
                    "input.flip", "false",
                    "input.scaleJitter", "1.0",
                    "input.colourJitter", "0.0"));
    TrainingOutcome outcome =
        TrainingRunner.train(
            data,
            folder.resolve("run"),
            TrainingRunner.options(config, false),
            TrainingRunner.StepListener.NONE);
    assertThat(outcome.bestScores().get("box_AP")).isGreaterThan(.7);
    assertThat(outcome.bestScores().get("mask_AP")).isGreaterThan(.5);
    assertThat(outcome.bestScores().get("landmark_AP")).isGreaterThan(.15);
  }
}
