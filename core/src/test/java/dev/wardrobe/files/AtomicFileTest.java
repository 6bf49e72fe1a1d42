package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder = Path.of("");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void file_has_the_content_and_nothing_else_is_left() throws IOException {
    AtomicFile.write(folder.resolve("a.txt"), out -> out.write(utf8("new")));
    assertThat(folder.resolve("a.txt")).hasContent("new");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void existing_file_is_replaced() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "a longer old content");
    AtomicFile.write(file, out -> out.write(utf8("new")));
    assertThat(file).hasContent("new");
  }

  @Test
  void failure_keeps_the_old_file_and_leaves_nothing() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    assertThatThrownBy(() ->
            AtomicFile.write(
                file,
                out -> {
                  out.write(utf8("half"));
                  throw new IOException("disk full");
                }))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("a.txt")
        .hasMessageContaining("disk full");
    assertThat(file).hasContent("old");
    assertThat(names()).containsExactly("a.txt");
  }

  @Test
  void folder_as_target_is_refused_in_one_line() {
    assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write(1)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("it is a folder")
        .message()
        .doesNotContain("\n");
  }

  @Test
  void file_in_the_way_of_a_folder_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "");
    assertThatThrownBy(() -> AtomicFile.write(file.resolve("b.txt"), out -> out.write(1)))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("b.txt");
  }
}
