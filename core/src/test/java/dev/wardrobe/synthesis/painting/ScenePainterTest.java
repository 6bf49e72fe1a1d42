package dev.wardrobe.synthesis.painting;

import static dev.wardrobe.synthesis.painting.Scenes.BACKGROUND;
import static dev.wardrobe.synthesis.painting.Scenes.SIZE;
import static dev.wardrobe.synthesis.painting.Scenes.UNIT;
import static dev.wardrobe.synthesis.painting.Scenes.anchor;
import static dev.wardrobe.synthesis.painting.Scenes.box;
import static dev.wardrobe.synthesis.painting.Scenes.fabric;
import static dev.wardrobe.synthesis.painting.Scenes.layer;
import static dev.wardrobe.synthesis.painting.Scenes.paint;
import static dev.wardrobe.synthesis.painting.Scenes.pixels;
import static dev.wardrobe.synthesis.painting.Scenes.rgb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Print;
import dev.wardrobe.synthesis.scene.Scene;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenePainterTest {
  private static final double[] SQUARE = box(40, 40, 160, 160);
  private static final Layer PLAIN =
      layer(SQUARE, fabric(Cloth.COTTON, Print.PLAIN), anchor(100, 40));

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void same_scene_gives_the_same_pixels(long seed) {
    assertThat(pixels(paint(Scenes.random(seed), SIZE, SIZE)))
        .isEqualTo(pixels(paint(Scenes.random(seed), SIZE, SIZE)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void scene_moved_by_whole_pixels_gives_the_same_pixels_there(long seed) {
    List<Layer> layers = Scenes.random(seed);
    List<Layer> moved = layers.stream().map(layer -> moved(layer, 16, 32)).toList();
    BufferedImage here = paint(layers, 256, 256);
    BufferedImage there = paint(moved, 256 + 16, 256 + 32);
    assertThat(there.getRGB(16, 32, 256, 256, null, 0, 256)).isEqualTo(pixels(here));
  }

  /** A translation whose directions stay exactly as they are. */
  private static Layer moved(Layer layer, double x, double y) {
    Point step = new Point(x, y);
    Layer there = layer.moved(point -> point.plus(step));
    List<Detail> details = layer.details().stream().map(detail -> moved(detail, step)).toList();
    return new Layer(
        layer.item(),
        there.polygons(),
        layer.material(),
        layer.light(),
        moved(layer.anchor(), step),
        details);
  }

  private static Anchor moved(Anchor anchor, Point step) {
    return new Anchor(anchor.origin().plus(step), anchor.right(), anchor.down());
  }

  private static Detail moved(Detail detail, Point step) {
    return switch (detail.moved(point -> point.plus(step), 1)) {
      case Detail.Patch patch ->
          new Detail.Patch(
              patch.polygon(),
              patch.material(),
              patch.light(),
              patch.outlined(),
              moved(((Detail.Patch) detail).anchor(), step));
      case Detail.Motif motif ->
          new Detail.Motif(
              moved(((Detail.Motif) detail).anchor(), step),
              motif.size(),
              motif.seed(),
              motif.first(),
              motif.second());
      case Detail.Fold fold -> fold;
      case Detail.Seam seam -> seam;
    };
  }

  @Test
  void nothing_changes_farther_away_than_shadows_reach() {
    BufferedImage image = paint(PLAIN);
    int reach = (int) Math.ceil(ContactShadow.REACH * UNIT) + 2;
    int changed = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        boolean near = Math.min(x, y) >= 40 - reach && Math.max(x, y) < 160 + reach;
        if (rgb(image, x, y) != BACKGROUND) {
          changed++;
          assertThat(near).as("pixel %d, %d", x, y).isTrue();
        }
      }
    }
    assertThat(changed).isGreaterThanOrEqualTo(120 * 120);
  }

  @Test
  void shadow_falls_below_a_layer_rather_than_above() {
    BufferedImage image = paint(PLAIN);
    int above = Tone.green(rgb(image, 100, 38));
    int below = Tone.green(rgb(image, 100, 161));
    assertThat(below).isLessThan(above - 4);
    assertThat(above).isLessThanOrEqualTo(Tone.green(BACKGROUND));
  }

  @ParameterizedTest
  @EnumSource(Cloth.class)
  void plain_garment_has_its_colour_well_inside(Cloth cloth) {
    Material.Fabric fabric = fabric(cloth, Print.PLAIN);
    BufferedImage image = paint(layer(SQUARE, fabric, anchor(100, 40)));
    long red = 0;
    long blue = 0;
    for (int y = 80; y < 120; y++) {
      for (int x = 80; x < 120; x++) {
        red += Tone.red(rgb(image, x, y));
        blue += Tone.blue(rgb(image, x, y));
      }
    }
    assertThat(red / 1600.0).isBetween(.75 * 0x4A, 0x4A + 45.0);
    assertThat(blue / 1600.0).isBetween(.85 * 0xB0, 0xB0 + 25.0);
  }

  @Test
  void sides_away_from_the_light_are_darker() {
    BufferedImage image = paint(PLAIN);
    int left = Tone.green(rgb(image, 46, 100));
    int right = Tone.green(rgb(image, 153, 100));
    assertThat(right).isLessThan(left - 15);
  }

  @Test
  void edge_has_a_line_in_a_darker_shade_of_its_own_colour() {
    BufferedImage image = paint(PLAIN);
    int edge = rgb(image, 40, 100);
    int inside = rgb(image, 44, 100);
    assertThat(Tone.green(edge)).isLessThan(Tone.green(inside));
    assertThat(Tone.blue(edge)).isGreaterThan(Tone.red(edge));
  }

  @Test
  void later_layer_covers_an_earlier_one() {
    Layer under = layer(SQUARE, new Material.Plain(0xFF0000, Material.Finish.MATTE), anchor(0, 0));
    BufferedImage both = paint(under, PLAIN);
    BufferedImage alone = paint(PLAIN);
    for (int y = 41; y < 159; y++) {
      assertThat(rgb(both, 100, y)).isEqualTo(rgb(alone, 100, y));
    }
  }

  @Test
  void layers_outside_and_without_area_change_nothing() {
    double[] outside = box(-500, -500, -100, -100);
    double[] line = {10, 10, 90, 90, 10, 10};
    double[] point = {50, 50};
    double[] nowhere = {Double.NaN, 10, 20, Double.POSITIVE_INFINITY, 30, 30};
    BufferedImage image =
        paint(
            layer(outside, fabric(Cloth.KNIT, Print.DOTS), anchor(0, 0)),
            layer(line, fabric(Cloth.KNIT, Print.DOTS), anchor(0, 0)),
            layer(point, fabric(Cloth.KNIT, Print.DOTS), anchor(0, 0)),
            layer(new double[0], fabric(Cloth.KNIT, Print.DOTS), anchor(0, 0)),
            layer(nowhere, fabric(Cloth.KNIT, Print.DOTS), anchor(0, 0)));
    assertThat(pixels(image)).isEqualTo(pixels(Scenes.blank(SIZE, SIZE)));
  }

  @Test
  void layer_without_a_usable_anchor_is_painted() {
    Point flat = new Point(0, 0);
    Layer layer = layer(SQUARE, fabric(Cloth.WOOL, Print.CHECKS), new Anchor(flat, flat, flat));
    assertThat(Scenes.difference(rgb(paint(layer), 100, 100), BACKGROUND)).isGreaterThan(10);
  }

  @Test
  void part_in_the_photo_is_as_in_a_larger_photo() {
    List<Layer> layers = Scenes.random(9);
    BufferedImage part = paint(layers, 100, 90);
    BufferedImage all = paint(layers, SIZE, SIZE);
    assertThat(pixels(part)).isEqualTo(all.getRGB(0, 0, 100, 90, null, 0, 100));
  }

  @Test
  void insides_are_darker() {
    Layer inside =
        new Layer(0, PLAIN.polygons(), PLAIN.material(), .6, PLAIN.anchor(), List.<Detail>of());
    int usual = Tone.green(rgb(paint(PLAIN), 100, 100));
    int dark = Tone.green(rgb(paint(inside), 100, 100));
    assertThat(dark).isBetween((int) (.5 * usual), (int) (.7 * usual));
  }

  @Test
  void fold_darkens_its_line_and_lights_the_side_away_from_the_light() {
    Detail fold = new Detail.Fold(new double[] {100, 60, 100, 140}, 8, 1);
    BufferedImage plain = paint(PLAIN);
    BufferedImage folded = paint(PLAIN.withDetails(List.of(fold)));
    assertThat(gain(folded, plain, 100, 100)).isLessThan(-15);
    assertThat(gain(folded, plain, 106, 100)).isGreaterThan(4);
    assertThat(gain(folded, plain, 100, 62)).isGreaterThan(-5);
    assertThat(gain(folded, plain, 80, 100)).isZero();
  }

  @Test
  void fold_of_negative_strength_is_a_highlight() {
    Detail fold = new Detail.Fold(new double[] {100, 60, 100, 140}, 8, -1);
    BufferedImage folded = paint(PLAIN.withDetails(List.of(fold)));
    assertThat(gain(folded, paint(PLAIN), 100, 100)).isGreaterThan(10);
  }

  private static int gain(BufferedImage image, BufferedImage before, int x, int y) {
    return Tone.green(rgb(image, x, y)) - Tone.green(rgb(before, x, y));
  }

  @Test
  void details_are_cut_off_at_the_edge() {
    Detail seam = new Detail.Seam(new double[] {0, 100, 200, 100}, 3, false);
    Detail patch =
        new Detail.Patch(
            box(20, 60, 180, 80),
            new Material.Plain(0xFF0000, Material.Finish.MATTE),
            1,
            true,
            anchor(0, 0));
    BufferedImage plain = paint(PLAIN);
    BufferedImage detailed = paint(PLAIN.withDetails(List.of(seam, patch)));
    for (int y = 0; y < SIZE; y++) {
      assertThat(rgb(detailed, 30, y)).isEqualTo(rgb(plain, 30, y));
      assertThat(rgb(detailed, 170, y)).isEqualTo(rgb(plain, 170, y));
    }
    assertThat(gain(detailed, plain, 100, 100)).isLessThan(-15);
    assertThat(Tone.red(rgb(detailed, 100, 70))).isGreaterThan(200);
  }

  @Test
  void seam_thinner_than_a_pixel_fades_and_vanishes() {
    int[] darkening = new int[4];
    double[] widths = {1, .5, .3, .1};
    BufferedImage plain = paint(PLAIN);
    for (int i = 0; i < 4; i++) {
      Detail seam = new Detail.Seam(new double[] {50, 100.5, 150, 100.5}, widths[i], false);
      darkening[i] = -gain(paint(PLAIN.withDetails(List.of(seam))), plain, 100, 100);
    }
    assertThat(darkening[0]).isGreaterThan(darkening[1]);
    assertThat(darkening[1]).isGreaterThan(darkening[2]);
    assertThat(darkening[2]).isGreaterThan(0);
    assertThat(darkening[3]).isZero();
  }

  @Test
  void stitches_are_dashed() {
    Detail seam = new Detail.Seam(new double[] {50, 100.5, 150, 100.5}, 2, true);
    Layer denim = layer(SQUARE, fabric(Cloth.DENIM, Print.PLAIN), anchor(100, 40), seam);
    BufferedImage image = paint(denim);
    int threads = 0;
    int gaps = 0;
    for (int x = 60; x < 140; x++) {
      boolean thread = Tone.red(rgb(image, x, 100)) > Tone.blue(rgb(image, x, 100));
      threads += thread ? 1 : 0;
      gaps += thread ? 0 : 1;
    }
    assertThat(threads).isGreaterThan(25);
    assertThat(gaps).isGreaterThan(10);
  }

  @Test
  void skin_on_skin_has_no_edge_at_its_side() {
    Material skin = new Material.Skin(0xD9A583);
    Layer body = layer(SQUARE, skin, anchor(100, 40));
    Layer arm = layer(box(40, 60, 90, 140), skin, anchor(65, 60));
    Layer sleeve = layer(box(40, 60, 90, 140), fabric(Cloth.COTTON, Print.PLAIN), anchor(65, 60));
    assertThat(steepest(paint(body, arm))).isLessThan(12);
    assertThat(steepest(paint(body, sleeve))).isGreaterThan(40);
  }

  /** The largest step from pixel to pixel across the right edge of what is on the body. */
  private static int steepest(BufferedImage image) {
    int most = 0;
    for (int x = 82; x < 98; x++) {
      most = Math.max(most, Scenes.difference(rgb(image, x, 100), rgb(image, x + 1, 100)));
    }
    return most;
  }

  @Test
  void image_of_another_type_is_refused() {
    Scene scene = new Scene(new ImageSize(8, 8), Viewpoint.FRONTAL, List.of(), List.of());
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_ARGB);
    assertThatThrownBy(() -> ScenePainter.paint(scene, image))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("TYPE_INT_RGB");
  }

  @Test
  void part_of_an_image_is_painted_on_alone() {
    BufferedImage whole = Scenes.blank(2 * SIZE, 2 * SIZE);
    BufferedImage part = whole.getSubimage(50, 60, SIZE, SIZE);
    ScenePainter.paint(
        new Scene(new ImageSize(SIZE, SIZE), Viewpoint.FRONTAL, List.of(PLAIN), List.of()), part);
    assertThat(pixels(part)).isEqualTo(pixels(paint(PLAIN)));
    assertThat(rgb(whole, 40, 100)).isEqualTo(BACKGROUND);
  }
}
