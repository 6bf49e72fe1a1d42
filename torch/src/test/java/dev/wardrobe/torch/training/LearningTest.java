package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tiny recipe learns what garments look like, not photos by heart: it is scored on others. The
 * floors are about half of what it reaches; a network that learns nothing scores 0.
 */
@Tag("slow")
class LearningTest {
  private static final double BOX_FLOOR = .06;
  private static final double MASK_FLOOR = .05;
  private static final double LANDMARK_FLOOR = .005;

  @TempDir private static Path folder;

  @BeforeAll
  static void makePhotos() {
    make(Split.TRAIN, 2000);
    make(Split.VALIDATION, 200);
  }

  private static void make(Split split, int photos) {
    SplitFolderWriter.write(
        new PhotoGenerator(SynthesisOptions.of(split, photos, 31).withSides(256, 320)),
        folder.resolve("data").resolve(split.folderName()),
        true,
        Runtime.getRuntime().availableProcessors(),
        done -> {});
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tiny_finds_boxes_masks_and_landmarks_on_photos_it_never_saw(long seed) {
    TrainingOutcome outcome =
        TrainingRunner.train(
            folder.resolve("data"),
            folder.resolve("run" + seed),
            TrainingRunner.options(Config.tiny(), false, seed),
            TrainingRunner.StepListener.NONE);
    assertThat(outcome.finished()).isTrue();
    assertThat(outcome.bestScores().get("box_AP")).isGreaterThan(BOX_FLOOR);
    assertThat(outcome.bestScores().get("mask_AP")).isGreaterThan(MASK_FLOOR);
    assertThat(outcome.bestScores().get("landmark_AP")).isGreaterThan(LANDMARK_FLOOR);
  }
}
