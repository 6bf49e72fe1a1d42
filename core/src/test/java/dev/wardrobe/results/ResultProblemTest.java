package dev.wardrobe.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResultProblemTest {

  @Test
  void line_names_what_there_is_to_name() {
    assertThat(new ResultProblem("r.json", 3, "score", "null", "a number"))
        .hasToString("r.json, record 3, score: found null, expected a number");
    assertThat(new ResultProblem("r.json", 0, "", "no results", "at least one"))
        .hasToString("r.json: found no results, expected at least one");
  }

  @Test
  void hostile_texts_are_shortened_and_stay_on_one_line() {
    ResultProblem problem =
        new ResultProblem("r\n.json", 1, "a\u2028b", "x".repeat(1000), "\u202e\u001b[31m");
    assertThat(problem.toString())
        .hasSizeLessThan(250)
        .startsWith("r .json, record 1, a b: found xxx")
        .endsWith("..., expected   [31m");
  }
}
