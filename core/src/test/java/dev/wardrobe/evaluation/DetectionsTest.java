package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DetectionsTest {
  private static Detections.Builder numbered(int from, int count) {
    Detections.Builder builder = new Detections.Builder();
    for (int i = from; i < from + count; i++) {
      builder.add(i, i + 1, i + 2, i + .5, i + .25, i + 3, i + 4, i + 5, i + 6);
      for (int overlap = 0; overlap < i % 3; overlap++) {
        builder.overlap(100.0 * i + overlap);
      }
    }
    return builder;
  }

  private static void assertNumbered(Detections detections, int at, int number, int id) {
    assertThat(detections.id(at)).isEqualTo(id);
    assertThat(detections.imageIndex(at)).isEqualTo(number + 1);
    assertThat(detections.categoryIndex(at)).isEqualTo(number + 2);
    assertThat(detections.score(at)).isEqualTo(number + .5);
    assertThat(detections.area(at)).isEqualTo(number + .25);
    for (int part = 0; part < 4; part++) {
      assertThat(detections.box(at, part)).isEqualTo(number + 3 + part);
    }
    for (int overlap = 0; overlap < number % 3; overlap++) {
      assertThat(detections.overlap(at, overlap)).isEqualTo(100.0 * number + overlap);
    }
  }

  @Test
  void all_that_was_added_is_there() {
    Detections detections = numbered(0, 1000).build();
    assertThat(detections.size()).isEqualTo(1000);
    for (int i = 0; i < 1000; i++) {
      assertNumbered(detections, i, i, i);
    }
  }

  @Test
  void appended_detections_follow_with_raised_ids() {
    Detections detections = numbered(0, 70).append(numbered(70, 500), 7).build();
    assertThat(detections.size()).isEqualTo(570);
    for (int i = 0; i < 570; i++) {
      assertNumbered(detections, i, i, i < 70 ? i : i + 7);
    }
  }

  @Test
  void detections_can_be_added_after_appending() {
    Detections.Builder builder = new Detections.Builder().append(numbered(1, 2), 0);
    builder.append(new Detections.Builder(), 9).add(5, 6, 7, 5.5, 5.25, 8, 9, 10, 11);
    Detections detections = builder.overlap(500).overlap(501).build();
    assertThat(detections.size()).isEqualTo(3);
    assertNumbered(detections, 0, 1, 1);
    assertNumbered(detections, 1, 2, 2);
    assertNumbered(detections, 2, 5, 5);
  }

  @Test
  void nothing_added_is_nothing() {
    assertThat(new Detections.Builder().build().size()).isZero();
  }
}
