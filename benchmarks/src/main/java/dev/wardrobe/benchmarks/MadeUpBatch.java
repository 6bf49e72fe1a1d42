package dev.wardrobe.benchmarks;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Photos of noise, 3 : 4 upright and at their full size, each with discs to find; the same for
 * equal configs. benchmarks/python/maskrcnn.py makes the same kind for its steps.
 */
final class MadeUpBatch {
  /** Items on a photo. */
  static final int ITEMS = 2;

  private static final int CORNERS = 64;
  private static final double SMALLEST = .15;
  private static final double LARGEST = .3;

  private final InputConfig input;
  private final int width;
  private final int height;
  private final SplittableRandom random = new SplittableRandom(1);

  private MadeUpBatch(InputConfig input) {
    this.input = input;
    width = input.shortSide();
    height = Math.min(width * 4 / 3, input.longSide());
  }

  /** A batch of a config in its parts. */
  static List<Batch> parts(Config config) {
    int each = config.training().batchSize() / config.training().accumulate();
    MadeUpBatch maker = new MadeUpBatch(config.input());
    List<Batch> parts = new ArrayList<>();
    for (int part = 0; part < config.training().accumulate(); part++) {
      parts.add(maker.batch(part * each, each));
    }
    return parts;
  }

  private Batch batch(int first, int size) {
    int rows = padded(height);
    int columns = padded(width);
    float[] pixels = new float[3 * rows * columns * size];
    List<ImageTargets> targets = new ArrayList<>();
    for (int image = 0; image < size; image++) {
      for (int channel = 0; channel < 3; channel++) {
        fill(pixels, (3 * image + channel) * rows, columns, channel);
      }
      targets.add(targets(first + image));
    }
    return new Batch(pixels, rows, columns, targets);
  }

  private static int padded(int side) {
    return Math.ceilDiv(side, InputConfig.STRIDE) * InputConfig.STRIDE;
  }

  private void fill(float[] pixels, int firstRow, int columns, int channel) {
    double mean = input.mean().get(channel);
    double deviation = input.deviation().get(channel);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels[(firstRow + y) * columns + x] = (float) ((random.nextDouble() - mean) / deviation);
      }
    }
  }

  /** Photos come in couples of a consumer's and a shop's, for the match head. */
  private ImageTargets targets(int image) {
    List<ItemTarget> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      double radius = random.nextDouble(SMALLEST, LARGEST) * width;
      double x = random.nextDouble(radius, width - radius);
      double y = random.nextDouble(radius, height - radius);
      Category category = Category.ALL.get(random.nextInt(Category.ALL.size()));
      items.add(
          new ItemTarget(
              category,
              new Box(x - radius, y - radius, x + radius, y + radius),
              new PolygonMask(List.of(Coordinates.ofReals(circle(x, y, radius, CORNERS)))),
              landmarks(x, y, radius / 2, category),
              i + 1));
    }
    Source source = image % 2 == 0 ? Source.USER : Source.SHOP;
    return new ImageTargets(image + 1, width, height, Optional.of(source), 1 + image / 2, items);
  }

  private static double[] circle(double x, double y, double radius, int points) {
    double[] circle = new double[2 * points];
    for (int i = 0; i < points; i++) {
      circle[2 * i] = x + radius * Math.cos(2 * Math.PI * i / points);
      circle[2 * i + 1] = y + radius * Math.sin(2 * Math.PI * i / points);
    }
    return circle;
  }

  private static Landmarks landmarks(double x, double y, double radius, Category category) {
    int count = category.landmarks().count();
    double[] circle = circle(x, y, radius, count);
    double[] points = new double[3 * count];
    for (int i = 0; i < count; i++) {
      points[3 * i] = circle[2 * i];
      points[3 * i + 1] = circle[2 * i + 1];
      points[3 * i + 2] = Landmarks.VISIBLE;
    }
    return Landmarks.of(points);
  }
}
