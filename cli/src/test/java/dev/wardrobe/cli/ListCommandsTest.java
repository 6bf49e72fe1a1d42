package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs that only list what is built in: categories and rules. */
class ListCommandsTest {
  @Test
  void categories_lists_all_thirteen() {
    CommandRun run = CommandRun.of("categories").assertFine();
    assertThat(run.out().lines()).hasSize(14);
    assertThat(run.out())
        .contains(" 1  short sleeve top      short_sleeved_shirt           25             1")
        .contains("13  sling dress           sling_dress                   19           276");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "trousers", "TROUSERS"})
  void category_lists_its_landmarks_by_name_or_id(String category) {
    CommandRun run = CommandRun.of("categories", category).assertFine();
    assertThat(run.out()).startsWith("8 trousers (trousers): 14 landmarks");
    assertThat(run.out().lines()).hasSize(3 + 14);
    for (String name : Category.TROUSERS.landmarks().names()) {
      assertThat(run.out()).contains(" " + name + " ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hat", "0", "14", "99"})
  void unknown_category_is_named(String category) {
    CommandRun.of("categories", category)
        .assertMistake(
            "Invalid value for positional parameter at index 0 (CATEGORY): '%s' is no category:"
                .formatted(category));
  }

  @Test
  void rules_lists_every_rule_once_under_its_group() {
    CommandRun run = CommandRun.of("rules").assertFine();
    assertThat(run.out().lines()).hasSize(Rule.values().length + Rule.Group.values().length);
    for (Rule rule : Rule.values()) {
      assertThat(run.out())
          .containsOnlyOnce("  " + rule.code() + " ")
          .contains(rule.consequence().label(), rule.description());
    }
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 130);
  }
}
