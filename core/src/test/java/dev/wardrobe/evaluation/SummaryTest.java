package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Summary SUMMARY =
      new Summary(Task.DETECTION, List.of(new Stat("AP", .5), new Stat("AP50", -1)));

  @Test
  void number_is_found_by_its_label() {
    assertThat(SUMMARY.get("AP")).isEqualTo(.5);
    assertThat(SUMMARY.get("AP50")).isEqualTo(-1);
  }

  @Test
  void unknown_label_is_refused_with_the_known_ones() {
    assertThatThrownBy(() -> SUMMARY.get("AP95"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected one of AP, AP50, but got AP95");
  }
}
