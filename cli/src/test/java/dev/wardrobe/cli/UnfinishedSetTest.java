package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.synthesis.ProvenanceReadme;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnfinishedSetTest {
  private static final String COMMAND = "wardrobe synthesize FOLDER --train 1";

  @TempDir Path folder;

  private final StringWriter text = new StringWriter();

  @Test
  void last_words_are_one_line() {
    UnfinishedSet.sayStopped(Path.of("made-up"), new PrintWriter(text));
    assertThat(text.toString().strip())
        .isEqualTo(
            "Stopped: made-up is incomplete (its README.md says so); remove it and start again");
  }

  @Test
  void set_is_unfinished_until_its_readme_is_replaced() {
    ProvenanceReadme readme = new ProvenanceReadme("1", COMMAND, 7, List.of(), true, List.of());
    try (UnfinishedSet set =
        UnfinishedSet.begin(folder, List.of(Split.TRAIN), COMMAND, new PrintWriter(text))) {
      assertThat(ProvenanceReadme.saysUnfinished(folder)).isTrue();
      set.finish(readme);
    }
    assertThat(ProvenanceReadme.saysUnfinished(folder)).isFalse();
    assertThat(folder.resolve(ProvenanceReadme.NAME)).hasContent(readme.text());
    assertThat(text.toString()).isEmpty();
  }
}
