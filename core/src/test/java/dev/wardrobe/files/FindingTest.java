package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {
  @Test
  void hostile_names_stay_in_one_line_and_do_not_steer_the_terminal() {
    Finding finding = Finding.ofFile(Rule.FILE_NAME, "a\u001b[31m\nb.json", "x\ty", "NNNNNN.json");
    assertThat(finding.toString()).isEqualTo("a [31m b.json: found x y, expected NNNNNN.json");
    assertThat(finding.file()).isEqualTo("a\u001b[31m\nb.json");
  }

  @Test
  void overlong_texts_are_shortened() {
    Finding finding = Finding.ofFile(Rule.FILE_NAME, "a", "x".repeat(1000), "y");
    assertThat(finding.found()).isEqualTo("x".repeat(160) + "...");
  }
}
