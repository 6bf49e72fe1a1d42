package dev.wardrobe.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordProblemsTest {

  private static RecordProblems part(BadResults policy, int records, int... bad) {
    RecordProblems problems = new RecordProblems(policy);
    for (int record = 1; record <= records; record++) {
      problems.nextRecord();
      for (int each : bad) {
        if (each == record) {
          problems.take(false, "score", "null", "a number");
        }
      }
    }
    return problems;
  }

  private static List<Long> listed(RecordProblems problems) {
    return problems.list("r.json").first().stream().map(ResultProblem::record).toList();
  }

  @Test
  void records_of_later_parts_are_numbered_on() {
    RecordProblems all = part(BadResults.REFUSE, 3, 2);
    all.append(part(BadResults.REFUSE, 4));
    all.append(part(BadResults.REFUSE, 2, 1, 2));
    assertThat(all.records()).isEqualTo(9);
    assertThat(all.count()).isEqualTo(3);
    assertThat(listed(all)).containsExactly(2L, 8L, 9L);
    assertThat(all.list("r.json").first().getLast())
        .hasToString("r.json, record 9, score: found null, expected a number");
  }

  @Test
  void first_hundred_are_listed_and_all_counted() {
    RecordProblems all = new RecordProblems(BadResults.SKIP);
    for (int i = 0; i < 40; i++) {
      all.append(part(BadResults.SKIP, 10, 1, 2, 3, 4, 5));
    }
    assertThat(all.count()).isEqualTo(200);
    assertThat(all.list("r.json").count()).isEqualTo(200);
    assertThat(listed(all)).hasSize(100).isSorted().endsWith(191L, 192L, 193L, 194L, 195L);
  }

  @Test
  void problems_found_late_stand_at_their_place() {
    RecordProblems all = part(BadResults.REFUSE, 1000);
    List<Long> records = new ArrayList<>(LongStream.rangeClosed(1, 1000).boxed().toList());
    Collections.shuffle(records, new Random(3));
    records.forEach(record -> all.takeAt(record, false, "id", "7", "another"));
    assertThat(all.count()).isEqualTo(1000);
    assertThat(listed(all)).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
  }

  @Test
  void what_the_official_scripts_score_is_taken_by_their_policy_only() {
    for (BadResults policy : BadResults.values()) {
      RecordProblems problems = part(policy, 2);
      boolean official = policy == BadResults.OFFICIAL;
      assertThat(problems.take(true, "score", "NaN", "a finite number")).isEqualTo(official);
      assertThat(problems.take(true, "bbox", "NaN", "finite numbers")).isEqualTo(official);
      assertThat(problems.taken()).isEqualTo(official ? 1 : 0); // one record
      assertThat(problems.count()).isEqualTo(official ? 0 : 2);
      assertThat(problems.take(false, "image_id", "9", "another")).isFalse();
    }
  }

  @Test
  void last_record_of_a_part_and_first_of_the_next_are_two() {
    RecordProblems all = new RecordProblems(BadResults.OFFICIAL);
    for (int i = 0; i < 2; i++) {
      RecordProblems part = part(BadResults.OFFICIAL, 1);
      part.take(true, "score", "NaN", "a finite number");
      all.append(part);
    }
    assertThat(all.taken()).isEqualTo(2);
  }

  private static ResultsException refusal(RecordProblems problems) {
    ResultsException refusal =
        catchThrowableOfType(
            ResultsException.class, () -> problems.refuse("the results a/r.json", "r.json"));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static final String LENIENT = "mend the file, or leave such records out with --lenient";

  @Test
  void refusal_says_how_many_of_how_many_and_what_helps() {
    RecordProblems mixed = part(BadResults.REFUSE, 9);
    mixed.takeAt(4, true, "score", "NaN", "a number");
    mixed.takeAt(5, false, "score", "nothing", "a number");
    assertThat(refusal(mixed))
        .hasMessage("Refused the results a/r.json: 2 bad records among 9; " + LENIENT)
        .satisfies(e -> assertThat(e.count()).isEqualTo(2))
        .satisfies(e -> assertThat(e.problems()).hasSize(2));
    RecordProblems odd = part(BadResults.REFUSE, 1_009);
    odd.takeAt(4, true, "score", "NaN", "a number");
    RecordProblems joined = part(BadResults.REFUSE, 1);
    joined.append(odd);
    assertThat(refusal(joined))
        .hasMessage(
            "Refused the results a/r.json: 1 bad record among 1,010; %s, or score them as the official scripts do with --as-official"
                .formatted(LENIENT));
    RecordProblems foreign = part(BadResults.REFUSE, 9);
    assertThat(foreign.takeForeignPhoto(77)).isFalse();
    assertThat(refusal(foreign))
        .hasMessage(
            "Refused the results a/r.json: 1 bad record among 9; is the ground truth that of another split? Otherwise "
                + LENIENT);
    assertThat(refusal(part(BadResults.OFFICIAL, 9, 4)))
        .hasMessage(
            "Refused the results a/r.json: 1 bad record among 9; not even the official scripts score such records; "
                + LENIENT);
  }

  @Test
  void refusal_asks_for_the_task_if_every_record_lacks_the_same() {
    RecordProblems problems = part(BadResults.REFUSE, 2);
    problems.takeAt(1, false, "keypoints", "nothing", "882 numbers");
    assertThat(refusal(problems)).hasMessageEndingWith("1 bad record among 2; " + LENIENT);
    problems.takeAt(2, false, "keypoints", "nothing", "882 numbers");
    assertThat(refusal(problems))
        .hasMessageEndingWith(
            "2 bad records among 2; all lack keypoints: are these results of another task? Otherwise mend the file");
    RecordProblems mixed = part(BadResults.REFUSE, 2);
    mixed.takeAt(1, false, "keypoints", "nothing", "882 numbers");
    mixed.takeAt(2, false, "score", "nothing", "a number");
    assertThat(refusal(mixed)).hasMessageEndingWith(LENIENT);
  }

  @Test
  void nothing_is_refused_where_records_may_be_left_out_or_none_is_bad() {
    assertThatNoException()
        .isThrownBy(() -> part(BadResults.SKIP, 9, 4).refuse("the results", "r.json"));
    assertThatNoException()
        .isThrownBy(() -> part(BadResults.REFUSE, 9).refuse("the results", "r.json"));
  }
}
