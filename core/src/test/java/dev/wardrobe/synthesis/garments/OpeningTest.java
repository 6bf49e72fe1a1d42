package dev.wardrobe.synthesis.garments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Point;
import org.junit.jupiter.api.Test;

class OpeningTest {
  private static final Point LEFT = new Point(-1, 0);
  private static final Point RIGHT = new Point(1, 0);
  private static final Point DOWN = new Point(0, 1);

  @Test
  void seen_from_the_front_places_are_where_their_coordinates_say() {
    Opening opening = new Opening(LEFT, RIGHT, new Point(0, 2), DOWN, 1, 0, 2);
    assertThat(opening.low()).isEqualTo(new Point(0, 2));
    assertThat(opening.at(Side.LEFT, .25, 1)).isEqualTo(new Point(-.25, 1));
    assertThat(opening.at(Side.RIGHT, .25, 1)).isEqualTo(new Point(.25, 1));
  }

  @Test
  void a_lowest_point_beyond_an_end_comes_back_between_the_ends() {
    Opening opening = new Opening(LEFT, RIGHT, new Point(1.4, 2), DOWN, 1, 0, 2);
    assertThat(opening.low()).isEqualTo(new Point(1 - 2 * .12, 2));
    assertThat(opening.at(Side.RIGHT, .5, 1).x()).isBetween(1 - 2 * .12, 1.);
  }
}
