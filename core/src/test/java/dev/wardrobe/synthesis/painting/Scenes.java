package dev.wardrobe.synthesis.painting;

import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Print;
import dev.wardrobe.synthesis.scene.Scene;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/** Scenes for tests, in pixels; a unit of their materials is {@value #UNIT} pixels long. */
final class Scenes {
  static final int UNIT = 256;
  static final int SIZE = 200;
  static final int BACKGROUND = 0xC8CCD0;

  private Scenes() {}

  /** A material that lies straight. */
  static Anchor anchor(double x, double y) {
    return new Anchor(new Point(x, y), new Point(UNIT, 0), new Point(0, UNIT));
  }

  static double[] box(double left, double top, double right, double bottom) {
    return new double[] {left, top, right, top, right, bottom, left, bottom};
  }

  static Material.Fabric fabric(Cloth cloth, Print print) {
    return new Material.Fabric(cloth, print, 0x4A7FB0, 0xF2E8D0, 0xB8443C, .125, 0, 7);
  }

  static Layer layer(double[] polygon, Material material, Anchor anchor, Detail... details) {
    return new Layer(0, List.of(polygon), material, 1, anchor, List.of(details));
  }

  static BufferedImage paint(Layer... layers) {
    return paint(List.of(layers), SIZE, SIZE);
  }

  static BufferedImage paint(List<Layer> layers, int width, int height) {
    BufferedImage image = blank(width, height);
    ImageSize size = new ImageSize(width, height);
    ScenePainter.paint(new Scene(size, Viewpoint.FRONTAL, layers, List.of()), image);
    return image;
  }

  static BufferedImage blank(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, BACKGROUND);
      }
    }
    return image;
  }

  static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  static int rgb(BufferedImage image, int x, int y) {
    return image.getRGB(x, y) & 0xFFFFFF;
  }

  /** The largest difference of two colours' parts. */
  static int difference(int one, int other) {
    int red = Math.abs(Tone.red(one) - Tone.red(other));
    int green = Math.abs(Tone.green(one) - Tone.green(other));
    return Math.max(red, Math.max(green, Math.abs(Tone.blue(one) - Tone.blue(other))));
  }

  /** Layers of all kinds of materials and details; places are multiples of 1/8 pixel. */
  static List<Layer> random(long seed) {
    Dice dice = new Dice(seed);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      double x = eighths(dice, 40, 160);
      double y = eighths(dice, 40, 160);
      double[] polygon = around(dice, x, y, 5 + dice.below(6), 45);
      List<Detail> details = new ArrayList<>();
      details.add(new Detail.Fold(around(dice, x, y, 3, 30), 6, dice.between(-1, 1)));
      details.add(new Detail.Seam(around(dice, x, y, 4, 50), 1.5, dice.chance(.5)));
      details.add(
          new Detail.Patch(
              around(dice, x, y, 5, 15), material(dice), 1, dice.chance(.5), anchor(x, y)));
      details.add(new Detail.Motif(anchor(x, y), .1, dice.below(1000), 0xFFFFFF, 0xD04030));
      layers.add(new Layer(i, List.of(polygon), material(dice), 1, turned(dice, x, y), details));
    }
    return layers;
  }

  private static Anchor turned(Dice dice, double x, double y) {
    double right = eighths(dice, -UNIT, UNIT);
    double down = eighths(dice, -UNIT, UNIT);
    double sign = dice.chance(.5) ? 1 : -1;
    return new Anchor(
        new Point(x, y), new Point(right, down), new Point(-down * sign, right * sign));
  }

  private static double[] around(Dice dice, double x, double y, int points, double reach) {
    double[] polygon = new double[2 * points];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * i / points;
      double radius = dice.between(.5, 1) * reach;
      polygon[2 * i] = Math.rint((x + radius * StrictMath.cos(angle)) * 8) / 8;
      polygon[2 * i + 1] = Math.rint((y + radius * StrictMath.sin(angle)) * 8) / 8;
    }
    return polygon;
  }

  private static double eighths(Dice dice, double from, double to) {
    return Math.rint(dice.between(from, to) * 8) / 8;
  }

  private static Material material(Dice dice) {
    Material.Finish[] finishes = Material.Finish.values();
    Cloth[] cloths = Cloth.values();
    Print[] prints = Print.values();
    return switch (dice.below(6)) {
      case 0 -> new Material.Skin(0xD9A583);
      case 1 -> new Material.Hair(0x5A3A25, dice.below(100));
      case 2 -> new Material.Plain(0x8090A0, finishes[dice.below(finishes.length)]);
      default ->
          new Material.Fabric(
              cloths[dice.below(cloths.length)],
              prints[dice.below(prints.length)],
              0x4A7FB0,
              0xF2E8D0,
              0xB8443C,
              dice.between(.01, .1),
              dice.between(0, 3),
              dice.below(1000));
    };
  }
}
