package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a heap of 512 MB has to be enough for, in a JVM of its own. */
class MemoryTest {
  @TempDir Path folder;

  private static String run(Object... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isLessThan(Main.USAGE);
    return output;
  }

  @Test
  void the_largest_annotations_there_may_be_do_not_add_up() throws Exception {
    Path annotations = Files.createDirectories(folder.resolve("train/annos"));
    String numbers = "1,".repeat(130_000);
    String json =
        "{\"source\":\"shop\",\"pair_id\":1,\"item1\":{\"category_id\":9,\"style\":1,"
            + "\"bounding_box\":[1,1,9,9],\"landmarks\":["
            + "1,1,2,".repeat(7)
            + "1,1,2],\"segmentation\":[["
            + numbers
            + "1,1]]}}";
    for (int i = 1; i <= 600; i++) {
      Files.writeString(annotations.resolve("%06d.json".formatted(i)), json);
    }
    assertThat(run("validate", folder)).contains("train: 600 photos, 600 items");
  }

  /** As many photos as the paper's training split, made of hard links to a few files. */
  @Test
  @Tag("slow")
  void the_papers_training_split_streams_through() throws Exception {
    int photos = 390_884;
    Path few = folder.resolve("few");
    CommandRun.of("synthesize", few, "--train", 20, "--size", "128..128").assertFine();
    for (String kind : List.of("annos/%06d.json", "image/%06d.jpg")) {
      String target = folder.resolve("paper/train/" + kind).toString();
      Files.createDirectories(new File(target).toPath().getParent());
      for (int i = 1; i <= photos; i++) {
        Files.createLink(
            Path.of(target.formatted(i)), few.resolve("train/" + kind.formatted(i % 20 + 1)));
      }
    }
    Path paper = folder.resolve("paper");
    assertThat(run("validate", paper, "--show", 0)).contains("train: 390,884 photos");
    assertThat(run("stats", paper, "--brief")).contains("390,884  390,884");
    assertThat(run("convert", "coco", paper, "-o", folder.resolve("coco.json")))
        .contains("390,884 images");
  }
}
