package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir private Path folder;

  private Path target;

  @BeforeEach
  void target() {
    target = folder.resolve("val.json");
  }

  private static AtomicFile.Body text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void assertOnlyTheTargetIsThere(String content) throws IOException {
    assertThat(target).hasContent(content);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void file_is_written_and_replaced() throws IOException {
    AtomicFile.write(target, text("one"));
    assertOnlyTheTargetIsThere("one");
    AtomicFile.write(target, text("two"));
    assertOnlyTheTargetIsThere("two");
  }

  @Test
  void missing_parent_folders_are_made() {
    Path deep = folder.resolve("a/b/c.json");
    AtomicFile.write(deep, text("deep"));
    assertThat(deep).hasContent("deep");
  }

  @Test
  void target_keeps_its_old_content_until_the_new_one_is_complete() throws IOException {
    AtomicFile.write(target, text("old"));
    AtomicFile.write(
        target,
        out -> {
          out.write('n');
          out.flush();
          assertThat(target).hasContent("old");
        });
    assertOnlyTheTargetIsThere("n");
  }

  @Test
  void failure_keeps_the_old_content_and_leaves_nothing_behind() throws IOException {
    AtomicFile.write(target, text("old"));
    assertThatThrownBy(() ->
            AtomicFile.write(
                target,
                out -> {
                  out.write('x');
                  throw new IOException("No space left on device");
                }))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Cannot write %s: No space left on device".formatted(target));
    assertOnlyTheTargetIsThere("old");
  }

  @Test
  void failure_inside_a_stream_of_results_is_told_in_words_too() throws IOException {
    AtomicFile.write(target, text("old"));
    assertThatThrownBy(() ->
            AtomicFile.write(
                target,
                out -> {
                  throw new UncheckedIOException(new IOException("No space left on device"));
                }))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Cannot write %s: No space left on device".formatted(target));
    assertOnlyTheTargetIsThere("old");
  }

  @Test
  void failure_of_the_program_is_passed_on_and_leaves_nothing_behind() throws IOException {
    AtomicFile.write(target, text("old"));
    assertThatThrownBy(() ->
            AtomicFile.write(
                target,
                out -> {
                  throw new IllegalStateException("broken");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertOnlyTheTargetIsThere("old");
  }

  @Test
  void folder_as_target_is_refused_in_words() {
    assertThatThrownBy(() -> AtomicFile.write(folder, text("x")))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Cannot write %s: it is a folder; name a file in it".formatted(folder));
  }

  @Test
  void file_in_place_of_the_parent_folder_is_refused_in_words() {
    AtomicFile.write(target, text("a file"));
    Path below = target.resolve("x.json");
    assertThatThrownBy(() -> AtomicFile.write(below, text("x")))
        .isInstanceOf(DatasetException.class)
        .hasMessage("Cannot write %s: %s is no folder".formatted(below, target));
  }

  @Test
  void unwritable_folder_is_refused_in_words() {
    assumeFalse(
        System.getProperty("user.name").equals("root"), "Skipped: root may write everywhere");
    assertThat(folder.toFile().setWritable(false)).isTrue();
    try {
      assertThatThrownBy(() -> AtomicFile.write(target, text("x")))
          .isInstanceOf(DatasetException.class)
          .hasMessage("Cannot write %s: permission denied".formatted(target));
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void folder_of_a_file_is_absolute() {
    assertThat(AtomicFile.folderOf(Path.of("x.json"))).isEqualTo(Path.of("").toAbsolutePath());
    assertThat(AtomicFile.folderOf(target)).isEqualTo(folder);
    assertThat(AtomicFile.folderOf(Path.of("/"))).isEqualTo(Path.of("/").toAbsolutePath());
  }
}
