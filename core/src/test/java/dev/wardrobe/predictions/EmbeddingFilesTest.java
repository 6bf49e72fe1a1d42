package dev.wardrobe.predictions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingFilesTest {
  private static final Box BOX = new Box(1, 2, 3.25, 4);

  @TempDir Path folder;

  private static PredictedItem item(Optional<Category> category, float... feature) {
    return new PredictedItem(
        category, .75, BOX, Optional.empty(), Optional.empty(), Embedding.of(feature));
  }

  private static PredictedPhoto photo(int id, Optional<Source> source, PredictedItem... items) {
    ImageSize size = new ImageSize(8, 9);
    return new PredictedPhoto(id, "a \"" + id + "\".jpg", size, source, List.of(items));
  }

  private void writeThree() {
    EmbeddingFiles.write(
        folder,
        files -> {
          files.add(
              photo(
                  7,
                  Optional.of(Source.USER),
                  item(Optional.of(Category.VEST), 1, -2.5f),
                  item(Optional.empty(), .1f, Float.MIN_VALUE)));
          files.add(photo(8, Optional.of(Source.SHOP), item(Optional.of(Category.SKIRT))));
          files.add(photo(9, Optional.empty(), item(Optional.of(Category.SKIRT), 5, 6)));
        });
  }

  @Test
  void what_was_written_is_read() {
    writeThree();
    try (EmbeddingTable table = EmbeddingTable.open(folder)) {
      assertThat(table.size()).isEqualTo(3);
      assertThat(table.length()).isEqualTo(2);
      float[] all = new float[7];
      for (int i = 0; i < 3; i++) {
        table.copy(i, all, 1 + 2 * i);
      }
      assertThat(all).containsExactly(0, 1, -2.5f, .1f, Float.MIN_VALUE, 5, 6);
      assertThat(table.row(0))
          .isEqualTo(
              new EmbeddingTable.Row(
                  7,
                  "a \"7\".jpg",
                  Optional.of(Source.USER),
                  Optional.of(Category.VEST),
                  BOX,
                  .75));
      assertThat(table.row(1).category()).isEmpty();
      assertThat(table.row(2).source()).isEmpty();
    }
  }

  @Test
  void header_is_numpys() throws IOException {
    writeThree();
    byte[] bytes = Files.readAllBytes(folder.resolve(EmbeddingFiles.VECTORS));
    assertThat(bytes).hasSize(128 + 3 * 2 * 4);
    assertThat(Arrays.copyOf(bytes, 10))
        .containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), } ")
        .endsWith(" \n");
    assertThat(Arrays.copyOfRange(bytes, 128, 136))
        .containsExactly(0, 0, 0x80, 0x3F, 0, 0, 0x20, 0xC0);
  }

  @Test
  void nothing_found_is_an_empty_table() {
    EmbeddingFiles.write(folder, files -> files.add(photo(1, Optional.empty())));
    try (EmbeddingTable table = EmbeddingTable.open(folder)) {
      assertThat(table.size()).isZero();
    }
  }

  @Test
  void features_of_two_lengths_are_refused_and_leave_no_file() throws IOException {
    assertThatThrownBy(() ->
            EmbeddingFiles.write(
                folder,
                files ->
                    files.add(
                        photo(
                            1,
                            Optional.empty(),
                            item(Optional.empty(), 1),
                            item(Optional.empty(), 1, 2)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected features of 1 numbers, but got 2");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void files_that_do_not_belong_together_or_are_damaged_are_named() throws IOException {
    writeThree();
    Path index = folder.resolve(EmbeddingFiles.INDEX);
    List<String> lines = Files.readAllLines(index);
    Files.write(index, lines.subList(0, 2));
    assertRefused("embeddings.npy has 3 rows in 152 bytes, but embeddings.jsonl has 2");
    Files.write(index, List.of(lines.get(0), lines.get(2), lines.get(1)));
    assertRefused("embeddings.jsonl, line 2: found row 2 of image 9");
    Files.write(index, List.of(lines.get(0), lines.get(1).substring(0, 30), lines.get(2)));
    assertRefused("embeddings.jsonl, line 2: ");
    Files.write(index, List.of(lines.get(0), lines.get(1), "[3]"));
    assertRefused("embeddings.jsonl, line 3: ");
    Files.write(index, lines);
    Files.writeString(folder.resolve(EmbeddingFiles.VECTORS), "what");
    assertRefused("embeddings.npy is no matrix of features");
    Files.delete(folder.resolve(EmbeddingFiles.VECTORS));
    assertRefused("Cannot read ");
  }

  private void assertRefused(String message) {
    assertThatThrownBy(() -> EmbeddingTable.open(folder).close())
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining(message);
  }
}
