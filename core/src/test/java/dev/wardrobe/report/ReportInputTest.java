package dev.wardrobe.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wardrobe.files.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportInputTest {
  @TempDir Path folder;

  /** The digest is the example of FIPS 180. */
  @Test
  void file_has_its_size_and_digest() throws IOException {
    Path file = Files.writeString(folder.resolve("abc.txt"), "abc");
    assertThat(ReportInput.digestOf("results", file))
        .isEqualTo(
            new ReportInput(
                "results",
                file.toString(),
                3,
                Optional.of("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")));
  }

  @Test
  void missing_file_is_named() {
    assertThatExceptionOfType(DatasetException.class)
        .isThrownBy(() -> ReportInput.digestOf("results", folder.resolve("no.json")))
        .withMessage("Cannot read %s: no such file or folder", folder.resolve("no.json"));
  }
}
