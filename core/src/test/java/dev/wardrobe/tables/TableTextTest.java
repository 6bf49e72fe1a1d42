package dev.wardrobe.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wardrobe.tables.Table.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTextTest {
  @Test
  void words_stand_left_and_numbers_right() {
    Table table =
        new Table(
            "Title",
            1,
            List.of("", "a", "long one"),
            List.of(List.of("x", "1", "2"), List.of("longer", "12345", "")),
            List.of("A note."));
    assertThat(TableText.of(table))
        .isEqualTo(
            """
            Title
                        a  long one
            -----------------------
            x           1         2
            longer  12345
            A note.
            """);
  }

  @Test
  void columns_of_a_group_stand_closer_below_its_label() {
    Table table =
        new Table(
            "Title",
            1,
            List.of(new Group("scale", 2), new Group("much longer", 1)),
            List.of("", "small", "large", "all"),
            List.of(List.of("AP", "0.5", "0.6", "-")),
            List.of());
    assertThat(TableText.of(table))
        .isEqualTo(
            """
            Title
                   scale     much longer
                small large          all
            ----------------------------
            AP    0.5   0.6            -
            """);
  }

  @Test
  void ragged_rows_and_groups_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Table("T", 1, List.of("", "a"), List.of(List.of("x")), List.of()))
        .withMessageContaining("Expected 2 cells in T");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new Table("T", 1, List.of(new Group("g", 2)), List.of("", "a"), List.of(), List.of()))
        .withMessage("Expected groups over 1 columns in T, but got 2");
  }
}
