package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainCommandTest {
  /** The recipe tiny, made as narrow as can be. */
  private static final List<String> NARROW =
      List.of(
          "--recipe=tiny",
          "--set=backbone.width=8",
          "--set=backbone.pyramidChannels=8",
          "--set=roi.boxChannels=16",
          "--set=heads.pool=4",
          "--set=heads.maskChannels=8",
          "--set=heads.landmarkChannels=8",
          "--set=heads.matchChannels=8",
          "--set=input.shortSide=64",
          "--set=input.longSide=96",
          "--set=training.batchSize=4",
          "--set=training.precision=FLOAT32",
          "--threads=1",
          "--workers=1");

  @TempDir private static Path shared;
  private static Path data;

  @TempDir private Path folder;

  @BeforeAll
  static void makeUp() {
    data = shared.resolve("data");
    CommandRun.of("synthesize", data, "--train", 8, "--validation", 4, "--size", "128..160")
        .assertFine();
  }

  private static CommandRun train(Object... more) {
    List<Object> words = new ArrayList<>(List.of("train", data));
    words.addAll(NARROW);
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  @Test
  void a_training_ends_with_its_scores_and_what_comes_next() throws IOException {
    Path run = folder.resolve("run");
    CommandRun first = train("--out", run, "--steps", 3).assertFine();
    assertThat(first.out())
        .contains(
            "Trained for 3 steps: " + run,
            "best model: after 3 steps, box AP 0.",
            "Next: wardrobe predict " + run);
    assertThat(first.err())
        .contains("Training for 3 steps on 8 photos, validating on 4", "float32", "Step 3: box AP");
    assertThat(Files.readAllLines(run.resolve("metrics.csv"))).hasSize(4);
    CommandRun more =
        CommandRun.of(
                "train", data, "--resume", "--out", run, "--steps", 5, "--threads", 1, "--quiet")
            .assertFine();
    assertThat(more.out()).contains("Trained for 5 steps");
    assertThat(more.err()).isEmpty();
    assertThat(Files.readAllLines(run.resolve("metrics.csv"))).hasSize(6);
  }

  @Test
  void variants_have_their_heads() throws IOException {
    Path run = folder.resolve("mask");
    train("--out", run, "--steps", 1, "--variant", "mask", "--validation-photos", 2).assertFine();
    String config = Files.readString(run.resolve("config.json"));
    assertThat(config).contains("\"category\" : false", "\"mask\" : true", "\"landmark\" : false");
    assertThat(Files.readAllLines(run.resolve("validation.csv")).getFirst())
        .contains("box_AP", "mask_AP")
        .doesNotContain("landmark");
    assertThat(run.resolve("validation/landmarks.json")).doesNotExist();
  }

  @Test
  void without_validation_the_newest_model_is_the_best() {
    Path run = folder.resolve("alone");
    List<Object> words = new ArrayList<>(List.of("train", data.resolve("train"), "--out", run));
    words.addAll(NARROW);
    CommandRun alone = CommandRun.of(with(words, "--steps", 1)).assertFine();
    assertThat(alone.err()).contains("no annotated split validation", "without validation");
    assertThat(run.resolve("best.safetensors")).exists();
  }

  private static Object[] with(List<Object> words, Object... more) {
    List<Object> all = new ArrayList<>(words);
    all.addAll(List.of(more));
    return all.toArray();
  }

  @Test
  void photos_that_cannot_be_used_are_told_and_give_exit_code_1() throws IOException {
    Path broken = folder.resolve("broken");
    CommandRun.of("synthesize", broken, "--train", 6, "--validation", 3, "--size", "128..160")
        .assertFine();
    Files.writeString(broken.resolve("train/annos/000002.json"), "{");
    Files.delete(broken.resolve("train/image/000003.jpg"));
    Files.writeString(broken.resolve("train/image/000004.jpg"), "no photo");
    Path cut = broken.resolve("validation/image/000002.jpg");
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    List<Object> words =
        new ArrayList<>(List.of("train", broken, "--out", folder.resolve("run"), "--steps", 1));
    words.addAll(NARROW);
    assertThat(CommandRun.of(words.toArray()).assertFindings().err())
        .contains(
            "photo left out: train/annos/000002.json",
            "photo left out: train/image/000003.jpg: found no such file",
            "photo left out: train/image/000004.jpg",
            "left out 3 photos and 0 items",
            "photo left out: validation/image/000002.jpg",
            "left out 1 photo and 0 items");
  }

  @Test
  void mistakes_are_told_in_one_line() throws IOException {
    Path run = folder.resolve("run");
    CommandRun.of("train", data, "--out", run).assertMistake("Missing --recipe");
    CommandRun.of("train", data, "--out", run, "--recipe", "huge")
        .assertMistake("'huge' is no recipe");
    CommandRun.of("train", data, "--out", run, "--recipe", "paper")
        .assertMistake("The recipe paper");
    CommandRun.of("train", data, "--out", run, "--recipe", "tiny", "--variant", "poses")
        .assertMistake("Invalid value for option '--variant': 'poses' is none of class, pose");
    train("--out", run, "--set", "training.batchsize=2").assertMistake("There is no setting");
    assertThat(
            train("--out", run, "--set", "training.batchSize=2")
                .assertMistake("A match head")
                .err())
        .contains("--set training.batchSize=4");
    train("--out", run, "--device", "cuda:7").assertMistake("There is no device cuda:7");
    CommandRun.of("train", data, "--out", run, "--recipe", "tiny", "--workers", 0)
        .assertMistake("Expected --workers 1 to 256, but got 0");
    train("--out", run, "--resume").assertMistake("There is no training to go on with");
    Files.createDirectories(run);
    Files.writeString(run.resolve("notes.txt"), "mine");
    train("--out", run).assertMistake("There are files in");
  }

  @Test
  void a_config_of_another_run_is_a_recipe() throws IOException {
    Path run = folder.resolve("first");
    train("--out", run, "--steps", 1).assertFine();
    Path second = folder.resolve("second");
    CommandRun.of(
            "train",
            data,
            "--recipe",
            run.resolve("config.json"),
            "--out",
            second,
            "--threads",
            1,
            "--quiet")
        .assertFine();
    assertThat(second.resolve("config.json")).hasSameTextualContentAs(run.resolve("config.json"));
  }
}
