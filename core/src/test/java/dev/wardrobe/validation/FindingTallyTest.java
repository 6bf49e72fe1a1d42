package dev.wardrobe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.files.Consequence;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FindingTallyTest {
  private final List<Finding> passedOn = new ArrayList<>();

  private static Finding finding(Rule rule, int number) {
    return Finding.ofFile(rule, "file" + number, "found", "expected");
  }

  @Test
  void counts_all_and_keeps_the_first_few_of_each_rule() {
    FindingTally tally = new FindingTally(2, Set.of(), passedOn::add);
    for (int i = 0; i < 5; i++) {
      tally.accept(finding(Rule.BOX_MASK, i));
    }
    tally.accept(finding(Rule.JSON_SYNTAX, 9));
    tally.accept(finding(Rule.ITEM_VALUE, 9));
    assertThat(tally.counts())
        .isEqualTo(Map.of(Rule.BOX_MASK, 5L, Rule.JSON_SYNTAX, 1L, Rule.ITEM_VALUE, 1L));
    assertThat(tally.first(Rule.BOX_MASK))
        .extracting(Finding::file)
        .containsExactly("file0", "file1");
    assertThat(tally.count(Rule.BOX_MASK)).isEqualTo(5);
    assertThat(tally.total()).isEqualTo(7);
    assertThat(tally.total(Consequence.KEPT)).isEqualTo(5);
    assertThat(tally.total(Consequence.PHOTO_SKIPPED)).isEqualTo(1);
    assertThat(tally.total(Consequence.ITEM_SKIPPED)).isEqualTo(1);
    assertThat(passedOn).hasSize(7);
  }

  @Test
  void ignored_rules_are_neither_counted_nor_passed_on() {
    FindingTally tally = new FindingTally(2, Set.of(Rule.IMAGE_ROTATED), passedOn::add);
    tally.accept(finding(Rule.IMAGE_ROTATED, 1));
    tally.accept(finding(Rule.IMAGE_COLOUR, 2));
    assertThat(tally.total()).isEqualTo(1);
    assertThat(tally.count(Rule.IMAGE_ROTATED)).isZero();
    assertThat(passedOn).extracting(Finding::file).containsExactly("file2");
  }

  @Test
  void nothing_shown_is_still_counted() {
    FindingTally tally = new FindingTally(0, Set.of(), passedOn::add);
    tally.accept(finding(Rule.BOX_MASK, 1));
    assertThat(tally.first(Rule.BOX_MASK)).isEmpty();
    assertThat(tally.first(Rule.BOX_EMPTY)).isEmpty();
    assertThat(tally.count(Rule.BOX_MASK)).isEqualTo(1);
  }
}
