package dev.wardrobe.synthesis.annotation;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Scene;
import dev.wardrobe.synthesis.scene.Worn;
import java.util.ArrayList;
import java.util.List;

/** Scenes of stars, blobs, rings and strips that overlap every way, partly outside the photo. */
final class RandomScenes {
  static final ImageSize SIZE = new ImageSize(160, 200);

  private static final Material MATERIAL = new Material.Plain(0, Material.Finish.MATTE);

  private RandomScenes() {}

  /** A scene of two garments among other things, with landmarks at corners of their layers. */
  static Scene of(long seed) {
    Dice dice = new Dice(seed);
    int count = 3 + dice.below(14);
    List<Layer> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int item = i < 2 ? i : dice.weighted(.5, .25, .25) - 1;
      List<double[]> polygons = new ArrayList<>();
      for (int part = 0; part == 0 || (part < 3 && dice.chance(.25)); part++) {
        polygons.add(polygon(dice));
      }
      layers.add(layer(item, polygons));
    }
    return new Scene(
        SIZE, Viewpoint.FRONTAL, layers, List.of(worn(layers, 0, dice), worn(layers, 1, dice)));
  }

  static Layer layer(int item, List<double[]> polygons) {
    return new Layer(item, polygons, MATERIAL, 1, Anchor.at(new Point(0, 0)), List.of());
  }

  private static Worn worn(List<Layer> layers, int garment, Dice dice) {
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      if (layers.get(i).item() == garment) {
        own.add(i);
      }
    }
    Category category = Category.ALL.get(dice.below(Category.ALL.size()));
    int count = category.landmarks().count();
    double[] x = new double[count];
    double[] y = new double[count];
    int[] layer = new int[count];
    for (int i = 0; i < count; i++) {
      layer[i] = own.get(dice.below(own.size()));
      List<double[]> polygons = layers.get(layer[i]).polygons();
      double[] polygon = polygons.get(dice.below(polygons.size()));
      int corner = 2 * dice.below(polygon.length / 2);
      x[i] = polygon[corner];
      y[i] = polygon[corner + 1];
    }
    return new Worn(category, 1 + garment, x, y, layer);
  }

  private static double[] polygon(Dice dice) {
    double x = dice.between(-.1, 1.1) * SIZE.width();
    double y = dice.between(-.1, 1.1) * SIZE.height();
    double size = dice.between(8, 70);
    return switch (dice.below(4)) {
      case 0 -> star(dice, x, y, size);
      case 1 -> blob(dice, x, y, size);
      case 2 -> strip(dice, x, y, 2 * size);
      default -> pentagram(dice, x, y, size);
    };
  }

  private static double[] star(Dice dice, double x, double y, double size) {
    int points = 2 * (4 + dice.below(12));
    return around(dice, x, y, points, i -> i % 2 == 0 ? size : size * .45);
  }

  private static double[] blob(Dice dice, double x, double y, double size) {
    int waves = 2 + dice.below(4);
    int points = 20 + dice.below(40);
    return around(
        dice,
        x,
        y,
        points,
        i -> size * (1 + .3 * StrictMath.sin(waves * 2 * Math.PI * i / points)));
  }

  /** Crosses itself, so that some of it is wound around twice. */
  private static double[] pentagram(Dice dice, double x, double y, double size) {
    double[] corners = around(dice, x, y, 5, i -> size);
    double[] crossed = new double[10];
    for (int i = 0; i < 5; i++) {
      crossed[2 * i] = corners[4 * i % 10];
      crossed[2 * i + 1] = corners[4 * i % 10 + 1];
    }
    return crossed;
  }

  /** A narrow band, bent so far that it may close to a ring. */
  private static double[] strip(Dice dice, double x, double y, double size) {
    double turn = dice.between(0, 6.6);
    double start = dice.between(0, 6.28);
    double width = dice.between(1, 12);
    double radius = turn < 1 ? size : size / 3;
    double[] band = new double[4 * 16];
    for (int i = 0; i < 16; i++) {
      double angle = start + turn * i / 15;
      for (int side = 0; side < 2; side++) {
        int at = 2 * (side == 0 ? i : 31 - i);
        double r = radius + side * width;
        band[at] = x + r * StrictMath.cos(angle);
        band[at + 1] = y + r * StrictMath.sin(angle);
      }
    }
    return band;
  }

  private interface Radius {
    double at(int point);
  }

  private static double[] around(Dice dice, double x, double y, int points, Radius radius) {
    double start = dice.between(0, 6.28);
    double way = dice.chance(.5) ? 1 : -1;
    double[] polygon = new double[2 * points];
    for (int i = 0; i < points; i++) {
      double angle = start + way * 2 * Math.PI * i / points;
      polygon[2 * i] = x + radius.at(i) * StrictMath.cos(angle);
      polygon[2 * i + 1] = y + radius.at(i) * StrictMath.sin(angle);
    }
    return polygon;
  }

  /** The scene seen in a mirror: x becomes width - 1 - x. */
  static Scene mirrored(Scene scene) {
    double last = scene.size().width() - 1.0;
    List<Layer> layers = new ArrayList<>();
    for (Layer layer : scene.layers()) {
      List<double[]> polygons = new ArrayList<>();
      for (double[] polygon : layer.polygons()) {
        double[] turned = polygon.clone();
        for (int i = 0; i < turned.length; i += 2) {
          turned[i] = last - turned[i];
        }
        polygons.add(turned);
      }
      layers.add(layer(layer.item(), polygons));
    }
    List<Worn> garments = new ArrayList<>();
    for (Worn worn : scene.garments()) {
      double[] x = worn.x().clone();
      for (int i = 0; i < x.length; i++) {
        x[i] = last - x[i];
      }
      garments.add(new Worn(worn.category(), worn.style(), x, worn.y(), worn.layer()));
    }
    return new Scene(scene.size(), scene.viewpoint(), layers, garments);
  }
}
