package dev.wardrobe.synthesis.photography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.synthesis.chance.Dice;
import org.junit.jupiter.api.Test;

class CanvasTest {

  /** How many whole pixels of white there are on black. */
  private static double covered(Canvas canvas) {
    double sum = 0;
    for (int rgb : canvas.pixels) {
      sum += (rgb & 255) / 255.0;
    }
    return sum;
  }

  private static Canvas canvas(int width, int height) {
    return new Canvas(width, height, new int[width * height]);
  }

  @Test
  void coverage_adds_up_to_the_area() {
    for (long seed = 0; seed < 60; seed++) {
      var dice = new Dice(seed);
      double radiusX = dice.between(1, 24);
      double radiusY = dice.between(1, 24);
      double[] rim = Shapes.ellipse(dice.between(25, 35), dice.between(25, 35), radiusX, radiusY);
      var canvas = canvas(60, 60);
      canvas.fill(rim, Ink.of(0xFFFFFF));
      double area = 0;
      for (int i = 0, k = rim.length - 2; i < rim.length; k = i, i += 2) {
        area += (rim[k] * rim[i + 1] - rim[i] * rim[k + 1]) / 2;
      }
      assertThat(covered(canvas)).as("seed %d", seed).isCloseTo(area, within(.02 * area + .3));
    }
  }

  @Test
  void boxes_are_the_same_as_polygons() {
    for (long seed = 0; seed < 200; seed++) {
      var dice = new Dice(seed);
      double x1 = dice.between(-10, 30);
      double y1 = dice.between(-10, 30);
      double x2 = x1 + dice.between(0, 30);
      double y2 = y1 + dice.between(0, 30);
      var ink = new Ink(0x204060, 0xF0C080, dice.between(.2, 1), dice.chance(.5));
      var box = canvas(30, 24);
      var polygon = canvas(30, 24);
      box.rect(x1, y1, x2, y2, ink);
      polygon.fill(new double[] {x1, y1, x2, y1, x2, y2, x1, y2}, ink);
      for (int i = 0; i < box.pixels.length; i++) {
        for (int shift = 0; shift < 24; shift += 8) {
          int level = (box.pixels[i] >> shift) & 255;
          assertThat(level)
              .as("seed %d", seed)
              .isCloseTo((polygon.pixels[i] >> shift) & 255, within(4));
        }
      }
    }
  }

  @Test
  void what_is_outside_is_cut_off() {
    var canvas = canvas(10, 10);
    canvas.fill(new double[] {-50, -50, 5, -50, 5, 60, -50, 60}, Ink.of(0xFFFFFF));
    assertThat(covered(canvas)).isCloseTo(50, within(.5));
    canvas.fill(new double[] {20, 20, 30, 20, 30, 30}, Ink.of(0));
    assertThat(covered(canvas)).isCloseTo(50, within(.5));
  }

  @Test
  void one_polygon_leaves_nothing_for_the_next() {
    var once = canvas(20, 20);
    var twice = canvas(20, 20);
    double[] wide = {-3, 2, 25, 9, 4, 30};
    double[] small = {5, 5, 9, 6, 7, 12};
    twice.fill(wide, Ink.of(0).faint(.5));
    once.fill(small, Ink.of(0xFFFFFF));
    twice.fill(small, Ink.of(0xFFFFFF));
    assertThat(twice.pixels).isEqualTo(once.pixels);
  }
}
