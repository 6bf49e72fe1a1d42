package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetLinkTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void linked_split_has_the_name_of_the_link() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("disk2/df2-val/annos"));
    Files.writeString(elsewhere.resolve("000001.json"), "{\"source\":\"shop\",\"pair_id\":1}");
    Path data = Files.createDirectories(folder.resolve("data"));
    try {
      Files.createSymbolicLink(data.resolve("validation"), elsewhere.getParent());
    } catch (IOException | UnsupportedOperationException e) {
      Assumptions.abort("no symbolic links here: " + e.getMessage());
    }
    try (Dataset dataset = Dataset.open(data, DatasetOptions.DEFAULTS)) {
      assertThat(dataset.splits()).extracting(DatasetSplit::name).containsExactly("validation");
    }
  }
}
