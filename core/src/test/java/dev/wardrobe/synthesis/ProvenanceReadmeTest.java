package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.files.DatasetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceReadmeTest {
  private static ProvenanceReadme readme(boolean photos, String... notes) {
    return new ProvenanceReadme(
        "1.2",
        "wardrobe synthesize FOLDER --train 5",
        9,
        List.of(new ProvenanceReadme.Part("train", new SplitSummary(5, 3, 8))),
        photos,
        List.of(notes));
  }

  @Test
  void text_says_what_the_set_is_and_how_to_make_it_again() {
    assertThat(readme(true).text())
        .contains("made up by Wardrobe 1.2 (generator version", "Nothing in it is\nDeepFashion2")
        .contains("\n    wardrobe synthesize FOLDER --train 5\n", "Seed 9.")
        .contains("\n| train | 5 | 3 | 2 | 8 |\n", "`image/NNNNNN.jpg`")
        .contains("## Rights", "for any purpose")
        .doesNotContain("\r");
  }

  @Test
  void set_without_photos_says_where_the_sizes_are() {
    assertThat(readme(false).text()).contains("sizes.json").doesNotContain("NNNNNN.jpg");
  }

  @Test
  void notes_stand_between_format_and_rights() {
    String text = readme(true, "## Defects\n\nNone.\n").text();
    assertThat(text).contains("outside the photo.\n\n## Defects\n\nNone.\n\n## Rights\n");
  }

  @Test
  void unfinished_set_says_so_and_how_to_make_it_again(@TempDir Path folder) throws IOException {
    assertThat(ProvenanceReadme.saysUnfinished(folder)).isFalse();
    ProvenanceReadme.writeUnfinished(folder, "1.2", "wardrobe synthesize FOLDER --train 5");
    assertThat(ProvenanceReadme.saysUnfinished(folder)).isTrue();
    assertThat(Files.readString(folder.resolve(ProvenanceReadme.NAME)))
        .startsWith("# An unfinished made-up data set\n")
        .contains("\n    wardrobe synthesize FOLDER --train 5\n")
        .doesNotContain("\r");
    readme(true).write(folder);
    assertThat(ProvenanceReadme.saysUnfinished(folder)).isFalse();
  }

  @Test
  void file_is_the_text(@TempDir Path folder) throws IOException {
    readme(true).write(folder);
    assertThat(folder.resolve(ProvenanceReadme.NAME)).hasContent(readme(true).text());
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> readme(true).write(file)).isInstanceOf(DatasetException.class);
  }
}
