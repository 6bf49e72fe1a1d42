package dev.wardrobe.synthesis.photography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.synthesis.chance.Dice;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BackdropPainterTest {

  private static BufferedImage painted(
      Setting setting, int width, int height, double floor, double unit, int before) {
    var image = Pictures.filled(width, height, before);
    BackdropPainter.paint(setting, floor, unit, image);
    return image;
  }

  @Test
  void every_kind_paints_every_pixel_and_always_the_same() {
    for (Setting.Kind kind : Setting.Kind.values()) {
      for (long seed = 0; seed < 6; seed++) {
        var setting = new Setting(kind, seed, seed % 2 == 0 && kind.indoors());
        double unit = 60 + 50 * seed;
        var first = painted(setting, 97, 131, 125, unit, 0x000000);
        var second = painted(setting, 97, 131, 125, unit, 0xFF00FF);
        // What is left of the image before would differ between the two.
        assertThat(Arrays.equals(Pictures.pixels(first), Pictures.pixels(second)))
            .as("%s, seed %d", kind, seed)
            .isTrue();
      }
    }
  }

  @Test
  void places_of_a_kind_differ() {
    for (Setting.Kind kind : Setting.Kind.values()) {
      var first = painted(new Setting(kind, 1, false), 90, 120, 110, 75, 0);
      var second = painted(new Setting(kind, 2, false), 90, 120, 110, 75, 0);
      assertThat(Pictures.pixels(first)).as("%s", kind).isNotEqualTo(Pictures.pixels(second));
    }
  }

  @Test
  void extreme_cameras_are_painted() {
    var dice = new Dice(17);
    for (Setting.Kind kind : Setting.Kind.values()) {
      for (int i = 0; i < 12; i++) {
        int width = i == 0 ? 640 : 128 + dice.below(80);
        int height = i == 1 ? 640 : 128 + dice.below(80);
        double unit = 40 * StrictMath.pow(100, dice.next());
        double floor = dice.between(-3, 4) * Math.max(unit, height);
        var setting = new Setting(kind, i, kind.indoors() && i % 3 == 0);
        var first = painted(setting, width, height, floor, unit, 0x000000);
        var second = painted(setting, width, height, floor, unit, 0xFFFFFF);
        assertThat(Arrays.equals(Pictures.pixels(first), Pictures.pixels(second)))
            .as("%s, %d x %d, floor %f, unit %f", kind, width, height, floor, unit)
            .isTrue();
      }
    }
  }

  @Test
  void large_photos_are_painted() {
    for (Setting.Kind kind : Setting.Kind.values()) {
      var image = painted(new Setting(kind, 3, false), 2048, 128, 1900, 40, 0);
      assertThat(Pictures.mean(image)).as("%s", kind).isBetween(10.0, 255.0);
    }
  }

  @Test
  void shops_are_bright_and_calm() {
    for (long seed = 0; seed < 40; seed++) {
      var image = painted(new Setting(Setting.Kind.STUDIO, seed, false), 96, 128, 120, 80, 0);
      assertThat(Pictures.mean(image)).isGreaterThan(175);
      assertThat(Pictures.deviation(image)).isLessThan(20);
    }
  }

  @Test
  void a_shadow_is_below_the_feet() {
    var image = Pictures.filled(100, 100, 0xFFFFFF);
    BackdropPainter.groundShadow(50, 80, 60, 1, image);
    assertThat(image.getRGB(50, 80) & 255).isLessThan(170);
    assertThat(image.getRGB(50, 20) & 255).isEqualTo(255);
  }

  @Test
  void a_unit_that_is_not_positive_is_refused() {
    var setting = new Setting(Setting.Kind.STUDIO, 1, false);
    var image = Pictures.filled(10, 10, 0);
    for (double unit : new double[] {0, -1, Double.NaN}) {
      assertThatThrownBy(() -> BackdropPainter.paint(setting, 5, unit, image))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
