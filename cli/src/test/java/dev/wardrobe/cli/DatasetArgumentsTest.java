package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class DatasetArgumentsTest {
  @TempDir private Path folder;

  @BeforeEach
  void one_annotation() throws IOException {
    Path annotations = Files.createDirectories(folder.resolve("train/annos"));
    Files.writeString(annotations.resolve("000001.json"), "{\"source\": \"shop\", \"pair_id\": 1}");
  }

  private static DatasetArguments parse(Object... arguments) {
    DatasetArguments parsed = new DatasetArguments();
    new CommandLine(CommandSpec.forAnnotatedObject(parsed))
        .parseArgs(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return parsed;
  }

  @Test
  void folder_is_opened_without_sizes() {
    try (Dataset dataset = parse(folder).open()) {
      assertThat(dataset.splits())
          .singleElement()
          .satisfies(split -> assertThat(split.sized()).isFalse());
    }
  }

  @Test
  void sizes_come_from_the_side_file() throws IOException {
    Path sizes = Files.writeString(folder.resolve("s.json"), "{\"000001\": [468, 624]}");

    try (Dataset dataset = parse(folder, "--sizes", sizes).open()) {
      assertThat(dataset.splits().getFirst().sized()).isTrue();
    }
  }

  @Test
  void password_opens_the_zip_and_a_wrong_one_does_not() throws IOException {
    Path zip = Files.createDirectory(folder.resolve("zips")).resolve("train.zip");
    ZipParameters encrypted = new ZipParameters();
    encrypted.setEncryptFiles(true);
    encrypted.setEncryptionMethod(EncryptionMethod.ZIP_STANDARD);
    try (ZipFile file = new ZipFile(zip.toFile(), "right".toCharArray())) {
      file.addFolder(folder.resolve("train").toFile(), encrypted);
    }

    try (Dataset dataset = parse(zip, "--password", "right").open()) {
      assertThat(dataset.splits().getFirst().photoCount()).isEqualTo(1);
    }
    DatasetArguments wrong = parse(zip, "--password", "wrong");
    assertThatThrownBy(wrong::open)
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("assword");
  }

  @Test
  void threads_are_kept_within_reason() {
    assertThat(parse(folder, "--threads", "3").readOptions().threads()).isEqualTo(3);
    CommandRun.of("validate", folder, "--threads", "0")
        .assertMistake("Expected --threads 1 to 256, but got 0");
    CommandRun.of("validate", folder, "--threads", "0", "--json")
        .assertMistake("Expected --threads 1 to 256, but got 0");
    CommandRun.of("validate", folder, "--threads", "257")
        .assertMistake("Expected --threads 1 to 256, but got 257");
  }
}
