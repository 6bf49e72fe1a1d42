package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All parts together: photos, network, training, validation, scores. */
class OverfitTest {
  private static final int PHOTOS = 8;

  @TempDir private Path folder;

  /**
   * Every loss falls to almost nothing. That of the landmarks is in nats a landmark, 6.66 for a
   * guess among 28 x 28 cells; what is left of it is by how far regions shift from step to step.
   */
  @Test
  @Tag("slow")
  void eight_photos_are_learned_by_heart() throws IOException {
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
                Map.ofEntries(
                    Map.entry("training.steps", "800"),
                    Map.entry("training.warmupSteps", "20"),
                    Map.entry("training.weightDecay", "0"),
                    Map.entry("training.emaDecay", "0.95"),
                    Map.entry("input.shortSide", "96"),
                    Map.entry("input.longSide", "128"),
                    Map.entry("input.flip", "false")));
    Path run = folder.resolve("run");
    TrainingOutcome outcome =
        TrainingRunner.train(
            data, run, TrainingRunner.options(config, false), TrainingRunner.StepListener.NONE);
    List<JsonNode> steps =
        Files.readAllLines(run.resolve("metrics.jsonl")).stream()
            .map(JsonMapper.shared()::readTree)
            .filter(line -> line.get("phase").asString().equals("train"))
            .toList();
    assertThat(steps.getFirst().get("loss").asDouble()).isGreaterThan(10);
    JsonNode last = steps.getLast();
    Map.of(
            "loss_objectness", .05,
            "loss_rpn_box", .01,
            "loss_category", .05,
            "loss_box", .05,
            "loss_mask", .15,
            "loss_landmark", .8,
            "loss_match", .05)
        .forEach((name, bound) -> assertThat(last.get(name).asDouble()).as(name).isLessThan(bound));
    assertThat(outcome.bestScores().get("box_AP")).isGreaterThan(.9);
    assertThat(outcome.bestScores().get("mask_AP")).isGreaterThan(.7);
    assertThat(outcome.bestScores().get("landmark_AP")).isGreaterThan(.7);
  }
}
