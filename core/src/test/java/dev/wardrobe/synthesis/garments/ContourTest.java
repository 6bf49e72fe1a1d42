package dev.wardrobe.synthesis.garments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.scene.Mark;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContourTest {

  @Test
  void corners_are_joined_by_straight_lines_without_points_between() {
    double[] polygon =
        Contour.polygon(
            List.of(
                Knot.corner(new Point(0, 0)),
                Knot.corner(new Point(1, 0)),
                Knot.corner(new Point(1, 1))));
    assertThat(polygon).containsExactly(0, 0, 1, 0, 1, 1);
  }

  @Test
  void a_smooth_contour_through_four_knots_is_nearly_a_circle() {
    double[] polygon =
        Contour.polygon(
            List.of(
                Knot.smooth(new Point(1, 0)),
                Knot.smooth(new Point(0, 1)),
                Knot.smooth(new Point(-1, 0)),
                Knot.smooth(new Point(0, -1))));
    assertThat(polygon).hasSize(2 * 4 * 5).startsWith(1, 0);
    for (int i = 0; i < polygon.length; i += 2) {
      assertThat(new Point(polygon[i], polygon[i + 1]).length()).isCloseTo(1, within(.05));
    }
  }

  @Test
  void an_open_line_begins_and_ends_at_its_knots() {
    double[] line = Contour.curve(new Point(0, 0), new Point(.5, .3), new Point(1, 0));
    assertThat(line).startsWith(0, 0).endsWith(1, 0).hasSize(2 * 11);
    assertThat(line[10]).isEqualTo(.5);
    assertThat(line[11]).isEqualTo(.3);
  }

  @Test
  void knots_closer_than_a_pixel_or_so_get_no_points_between() {
    assertThat(Contour.curve(new Point(0, 0), new Point(.004, 0), new Point(.008, 0)))
        .containsExactly(0, 0, .004, 0, .008, 0);
  }

  @Test
  void named_knots_become_marks() {
    List<Knot> knots =
        List.of(
            Knot.corner("left_hem", new Point(1, 2)),
            Knot.smooth(new Point(3, 4)),
            Knot.smooth("hem", new Point(5, 6)),
            Knot.corner("right_hem", new Point(7, 8)).unmarked());
    assertThat(Contour.marks(knots, Category.SKIRT.landmarks()))
        .containsExactly(new Mark(4, new Point(1, 2)), new Mark(5, new Point(5, 6)));
  }
}
