package dev.wardrobe.evaluation;

import static dev.wardrobe.evaluation.AreaRange.ALL;
import static dev.wardrobe.evaluation.AreaRange.LARGE;
import static dev.wardrobe.evaluation.AreaRange.MEDIUM;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskTest {
  @ParameterizedTest
  @CsvSource({
    "DETECTION, detection, bbox",
    "SEGMENTATION, segmentation, segm",
    "LANDMARKS, landmarks, keypoints"
  })
  void tasks_have_our_word_and_the_official_one(Task task, String label, String cocoName) {
    assertThat(task.label()).isEqualTo(label);
    assertThat(task.cocoName()).isEqualTo(cocoName);
  }

  @Test
  void landmarks_have_one_limit_and_no_small_range() {
    assertThat(Task.LANDMARKS.maxDets()).containsExactly(20);
    assertThat(Task.LANDMARKS.areaRanges()).containsExactly(ALL, MEDIUM, LARGE);
  }

  @Test
  void rules_have_a_word_each() {
    assertThat(SubsetRule.values())
        .extracting(SubsetRule::label)
        .containsExactly("ignore", "drop", "images-any", "images-all");
  }
}
