package dev.wardrobe.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.structures.Box;
import org.junit.jupiter.api.Test;

class PolygonClipTest {
  private static final Box BOX = new Box(0, 0, 10, 8);

  @Test
  void polygon_inside_stays_as_it_is() {
    double[] polygon = {1, 1, 9, 1, 5, 7};
    assertThat(PolygonClip.clip(polygon, BOX)).containsExactly(polygon);
  }

  @Test
  void polygon_outside_is_gone() {
    assertThat(PolygonClip.clip(new double[] {11, 1, 19, 1, 15, 7}, BOX)).isEmpty();
  }

  @Test
  void corner_beyond_an_edge_becomes_two_points_on_it() {
    assertThat(PolygonClip.clip(new double[] {6, 0, 14, 4, 6, 8}, BOX))
        .containsExactly(6, 0, 10, 2, 10, 6, 6, 8);
  }

  @Test
  void polygon_around_the_box_becomes_the_box() {
    double[] clipped = PolygonClip.clip(new double[] {-5, -5, 20, -5, 20, 20, -5, 20}, BOX);
    assertThat(clipped).containsExactlyInAnyOrder(0, 0, 10, 0, 10, 8, 0, 8);
  }

  @Test
  void polygon_that_only_touches_is_gone() {
    assertThat(PolygonClip.clip(new double[] {10, 2, 15, 2, 15, 5}, BOX)).isEmpty();
  }

  @Test
  void points_that_repeat_the_one_before_are_left_out() {
    assertThat(PolygonClip.withoutRepeats(new double[] {1, 1, 1, 1, 5, 1, 3, 4, 1, 1}))
        .containsExactly(5, 1, 3, 4, 1, 1);
  }
}
