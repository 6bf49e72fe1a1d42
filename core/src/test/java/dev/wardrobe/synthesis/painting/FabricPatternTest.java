package dev.wardrobe.synthesis.painting;

import static dev.wardrobe.synthesis.painting.Scenes.anchor;
import static dev.wardrobe.synthesis.painting.Scenes.box;
import static dev.wardrobe.synthesis.painting.Scenes.layer;
import static dev.wardrobe.synthesis.painting.Scenes.paint;
import static dev.wardrobe.synthesis.painting.Scenes.rgb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Print;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FabricPatternTest {
  private static final double UNIT = 400;

  private static Material.Fabric fabric(Print print, double angle, long seed) {
    return new Material.Fabric(Cloth.COTTON, print, 0x203060, 0xF0E0C0, 0xC04040, .1, angle, seed);
  }

  @ParameterizedTest
  @EnumSource(names = {"STRIPES", "CHECKS"})
  void stripes_and_checks_repeat_at_their_distance(Print print) {
    for (long seed = 0; seed < 12; seed++) {
      Pattern pattern = FabricPattern.of(fabric(print, 0, seed), UNIT);
      Set<Integer> colours = new HashSet<>();
      for (int i = 0; i < 97; i++) {
        float v = i * .0011f;
        colours.add(pattern.rgb(.013f, v));
        int here = pattern.rgb(.013f, v);
        assertThat(Scenes.difference(here, pattern.rgb(.013f, v + .1f))).isLessThan(4);
        assertThat(Scenes.difference(here, pattern.rgb(.013f, v + .3f))).isLessThan(4);
      }
      assertThat(colours).hasSizeGreaterThan(2);
    }
  }

  @Test
  void stripes_run_along_their_angle() {
    double angle = .6;
    Pattern straight = FabricPattern.of(fabric(Print.STRIPES, 0, 3), UNIT);
    Pattern turned = FabricPattern.of(fabric(Print.STRIPES, angle, 3), UNIT);
    for (int i = 0; i < 50; i++) {
      double across = i * .004;
      double along = i * .017;
      float u = (float) (along * StrictMath.cos(angle) - across * StrictMath.sin(angle));
      float v = (float) (along * StrictMath.sin(angle) + across * StrictMath.cos(angle));
      assertThat(Scenes.difference(turned.rgb(u, v), straight.rgb(0, (float) across)))
          .isLessThan(4);
    }
  }

  @Test
  void stripes_turn_with_the_anchor() {
    Material.Fabric stripes = fabric(Print.STRIPES, 0, 0);
    Point right = new Point(256, 0);
    Point down = new Point(0, 256);
    double[] square = box(20, 20, 180, 180);
    Anchor upright = new Anchor(new Point(100, 100), right, down);
    Anchor turned = new Anchor(new Point(100, 100), down, right.times(-1));
    BufferedImage lying = paint(layer(square, stripes, upright));
    BufferedImage standing = paint(layer(square, stripes, turned));
    assertThat(changes(lying, 0, 1)).isGreaterThan(6);
    assertThat(changes(lying, 1, 0)).isZero();
    assertThat(changes(standing, 1, 0)).isGreaterThan(6);
    assertThat(changes(standing, 0, 1)).isZero();
  }

  /** How often a line of pixels through the middle turns from light to dark or back. */
  private static int changes(BufferedImage image, int stepX, int stepY) {
    int changes = 0;
    boolean before = Tone.brightness(rgb(image, 100 - 60 * stepX, 100 - 60 * stepY)) > .5;
    for (int i = -60; i < 60; i++) {
      boolean light = Tone.brightness(rgb(image, 100 + i * stepX, 100 + i * stepY)) > .5;
      changes += light != before ? 1 : 0;
      before = light;
    }
    return changes;
  }

  @ParameterizedTest
  @EnumSource(names = {"STRIPES", "CHECKS", "DOTS", "FLORAL"})
  void mirrored_anchor_mirrors_the_print(Print print) {
    Material.Fabric fabric = fabric(print, .3, 5);
    double[] square = box(20, 20, 180, 180);
    Anchor mirrored = new Anchor(new Point(100, 100), new Point(-256, 0), new Point(0, 256));
    BufferedImage usual = paint(layer(square, fabric, anchor(100, 100)));
    BufferedImage other = paint(layer(square, fabric, mirrored));
    long off = 0;
    for (int y = 60; y < 140; y++) {
      for (int x = 60; x < 140; x++) {
        off += Scenes.difference(rgb(usual, x, y), rgb(other, 199 - x, y));
      }
    }
    assertThat(off / 6400.0).isLessThan(14);
  }

  @ParameterizedTest
  @EnumSource(names = {"STRIPES", "CHECKS", "DOTS", "FLORAL"})
  void print_too_small_to_be_seen_is_its_mean_colour(Print print) {
    for (long seed = 0; seed < 8; seed++) {
      Pattern tiny = FabricPattern.of(fabric(print, 0, seed), 15);
      Pattern large = FabricPattern.of(fabric(print, 0, seed), UNIT);
      int mean = tiny.rgb(0, 0);
      assertThat(tiny.rgb(.037f, .061f)).isEqualTo(mean);
      double red = 0;
      double blue = 0;
      for (int i = 0; i < 10_000; i++) {
        int rgb = large.rgb(i % 100 * .0101f, i * .000173f);
        red += Tone.red(rgb) / 10_000.0;
        blue += Tone.blue(rgb) / 10_000.0;
      }
      assertThat(red).as("red of seed %d", seed).isCloseTo(0.0 + Tone.red(mean), offset(24.0));
      assertThat(blue).as("blue of seed %d", seed).isCloseTo(0.0 + Tone.blue(mean), offset(24.0));
    }
  }

  @Test
  void gradient_runs_from_the_first_colour_to_the_second() {
    Pattern gradient = FabricPattern.of(fabric(Print.GRADIENT, 0, 0), UNIT);
    assertThat(gradient.rgb(.3f, -.2f)).isEqualTo(0x203060);
    assertThat(gradient.rgb(.3f, .12f)).isEqualTo(0xF0E0C0);
    float before = 0;
    for (int i = 0; i <= 10; i++) {
      float brightness = Tone.brightness(gradient.rgb(0, i * .01f));
      assertThat(brightness).isGreaterThanOrEqualTo(before);
      before = brightness;
    }
  }

  @Test
  void flowers_lie_elsewhere_with_another_seed() {
    Pattern one = FabricPattern.of(fabric(Print.FLORAL, 0, 1), UNIT);
    Pattern other = FabricPattern.of(fabric(Print.FLORAL, 0, 2), UNIT);
    int different = 0;
    for (int i = 0; i < 1000; i++) {
      float u = i % 32 * .013f;
      float v = i * .00041f;
      different += Scenes.difference(one.rgb(u, v), other.rgb(u, v)) > 20 ? 1 : 0;
    }
    assertThat(different).isGreaterThan(150);
  }

  @Test
  void fabric_without_a_usable_repeat_is_plain() {
    Material.Fabric broken = new Material.Fabric(Cloth.COTTON, Print.DOTS, 0x203060, 0, 0, 0, 0, 1);
    assertThat(FabricPattern.of(broken, UNIT).rgb(.3f, .1f)).isEqualTo(0x203060);
  }
}
