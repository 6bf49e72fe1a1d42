package dev.wardrobe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.EdgeCases.EdgeCase;
import org.junit.jupiter.api.Test;

/** The reading of {@link EdgeCases}. */
class EdgeCasesTest {
  @Test
  void all_cases_are_there() {
    assertThat(EdgeCases.all()).hasSize(155);
    assertThat(EdgeCases.ofKind("coco")).hasSize(135);
    assertThat(EdgeCases.ofKind("retrieval")).hasSize(20);
  }

  @Test
  void a_case_has_its_files_and_its_golden_numbers() {
    EdgeCase crowd =
        EdgeCases.all().stream().filter(c -> c.name().equals("crowd")).findAny().orElseThrow();
    assertThat(crowd.files()).containsOnlyKeys("case.json", "gt.json", "dt.json");
    assertThat(crowd.json("gt.json").get("annotations").size()).isPositive();
    assertThat(crowd.fails()).isFalse();
    assertThat(crowd.golden().get("stats").size()).isEqualTo(12);
  }
}
