package dev.wardrobe.synthesis.garments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Point;
import org.junit.jupiter.api.Test;

class TubeTest {
  private static final Point START = new Point(0, 0);
  private static final Point MIDDLE = new Point(0, .2);

  private static Tube tube(Point end) {
    return new Tube(new Limb(Side.RIGHT, START, MIDDLE, end, .03, .03, .03, false, false));
  }

  @Test
  void beside_a_straight_limb_it_agrees_with_the_limb() {
    Tube tube = tube(new Point(0, .4));
    for (double along : new double[] {0, .3, 1, 1.6, 2}) {
      for (double across : new double[] {-.05, 0, .05}) {
        Point expected = tube.limb().at(along, across);
        assertThat(tube.at(along, across).minus(expected).length()).isCloseTo(0, within(1e-12));
      }
    }
  }

  @Test
  void inside_of_a_sharp_bend_both_parts_stay_on_their_side_of_it() {
    Tube tube = tube(new Point(-.15, .1));
    assertThat(tube.inside()).isEqualTo(-1);
    assertThat(tube.sharp(-1)).isTrue();
    assertThat(tube.sharp(1)).isFalse();
    Point upper = MIDDLE.minus(START).unit();
    Point lower = new Point(-.15, .1).minus(MIDDLE).unit();
    // The line that halves the bend is where both parts are equally far along.
    for (double far = .05; far <= 1; far += .05) {
      Point before = tube.at(1 - far, -.2).minus(MIDDLE);
      Point after = tube.at(1 + far, -.2).minus(MIDDLE);
      assertThat(along(before, lower)).isLessThan(-along(before, upper));
      assertThat(-along(after, upper)).isLessThan(along(after, lower));
    }
  }

  @Test
  void outside_of_a_bend_nothing_is_held_back() {
    Tube tube = tube(new Point(-.15, .1));
    assertThat(tube.at(.5, .07)).isEqualTo(new Point(.07, .1));
  }

  @Test
  void a_place_where_the_lower_part_is_moves_before_the_bend() {
    Tube tube = tube(new Point(-.15, .1));
    Point free = new Point(.1, .1);
    assertThat(tube.beforeBend(free)).isEqualTo(free);
    Point taken = new Point(-.15, .12);
    Point moved = tube.beforeBend(taken);
    assertThat(moved.y()).isEqualTo(.12);
    assertThat(moved.x()).isBetween(-.149, -.01);
  }

  private static double along(Point step, Point direction) {
    return step.x() * direction.x() + step.y() * direction.y();
  }
}
