package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxOverlapTest {
  private static double of(double... numbers) {
    return BoxOverlap.of(
        numbers[0],
        numbers[1],
        numbers[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        numbers[7],
        false);
  }

  private static double ofCrowd(double... numbers) {
    return BoxOverlap.of(
        numbers[0],
        numbers[1],
        numbers[2],
        numbers[3],
        numbers[4],
        numbers[5],
        numbers[6],
        numbers[7],
        true);
  }

  @Test
  void shared_area_is_taken_over_the_union() {
    assertThat(of(0, 0, 10, 20, 0, 0, 10, 20)).isEqualTo(1);
    assertThat(of(0, 0, 10, 20, 5, 10, 10, 20)).isEqualTo(50.0 / 350);
    assertThat(of(2, 3, 4, 4, 0, 0, 10, 10)).isEqualTo(.16);
  }

  @Test
  void crowd_takes_it_over_the_area_of_the_first() {
    assertThat(ofCrowd(2, 3, 4, 4, 0, 0, 10, 10)).isEqualTo(1);
    assertThat(ofCrowd(0, 0, 10, 10, 2, 3, 4, 4)).isEqualTo(.16);
  }

  @Test
  void boxes_that_only_touch_or_are_apart_overlap_nothing() {
    assertThat(of(0, 0, 10, 10, 10, 0, 10, 10)).isZero();
    assertThat(of(0, 0, 10, 10, 0, 10, 10, 10)).isZero();
    assertThat(of(0, 0, 10, 10, 30, 30, 10, 10)).isZero();
    assertThat(of(0, 0, -10, 10, -5, 0, 10, 10)).isZero();
  }

  @Test
  void number_that_is_none_loses_where_edges_are_compared_and_wins_in_the_area() {
    assertThat(of(0, 0, Double.NaN, 10, 0, 0, 10, 10)).isNaN();
    assertThat(ofCrowd(0, 0, 10, 10, Double.NaN, 0, 4, 10)).isEqualTo(1);
  }
}
