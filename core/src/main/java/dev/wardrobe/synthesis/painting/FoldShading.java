package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Detail;
import java.util.Arrays;
import java.util.List;

/** Creases: a soft valley, and beside it, on its side away from the light, a lit ridge. */
final class FoldShading {
  /** A fold of strength 1 takes this much of the light. */
  private static final float DEPTH = .32f;

  private static final float RIDGE = .5f;

  /** How far from its line a fold reaches, in widths. */
  private static final float REACH = 1.3f;

  /** How much of each end fades and grows narrower, as shares of the length. */
  private static final float FADE = .38f;

  /** The width of the very ends, of the width in the middle. */
  private static final float NARROW = .45f;

  /** Lines of more points than this are taken as smooth. */
  private static final int ANGULAR = 9;

  private final Grid grid;
  private final double[] line;
  private final float length;
  private final float width;
  private final float awayX;
  private final float awayY;

  /** Where the fold may be, and for each of these cells how near the line is and what it adds. */
  private final Frame box;

  private final float[] nearest;
  private final float[] added;

  private FoldShading(Detail.Fold fold, Grid grid, Lie lie) {
    this.grid = grid;
    line = rounded(rounded(grid.inCells(lie.inMaterial(fold.line()))));
    width = (float) Math.max(1.3, fold.width() / lie.unit() * grid.perUnit());
    float sum = 0;
    for (int i = 2; i < line.length; i += 2) {
      sum += length(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
    }
    length = sum;
    // Away from the light is right and down in the photo: the same step in the material.
    awayX = (float) (lie.u(1, 1) - lie.u(0, 0));
    awayY = (float) (lie.v(1, 1) - lie.v(0, 0));
    box = around(line, grid).within(new Frame(0, 0, grid.width(), grid.height()));
    int area = box.isEmpty() ? 0 : box.area();
    nearest = new float[area];
    added = new float[area];
  }

  /** Adds a fold to the light of a grid. */
  static void add(Detail.Fold fold, float factor, Grid grid, Lie lie, float[] light) {
    if (fold.line().length < 4 || !(fold.width() > 0)) {
      return;
    }
    FoldShading shading = new FoldShading(fold, grid, lie);
    if (shading.box.isEmpty() || !(shading.length > 0)) {
      return;
    }
    shading.trace();
    shading.addTo(light, (float) fold.strength() * factor * DEPTH);
  }

  /** A line with its corners cut off, with the same ends (Chaikin). */
  private static double[] rounded(double[] line) {
    int points = line.length / 2;
    if (points < 3 || points > ANGULAR) {
      return line;
    }
    double[] there = new double[4 * (points - 1)];
    for (int i = 0; i + 1 < points; i++) {
      for (int axis = 0; axis < 2; axis++) {
        double from = line[2 * i + axis];
        double to = line[2 * i + 2 + axis];
        there[4 * i + axis] = i == 0 ? from : .75 * from + .25 * to;
        there[4 * i + 2 + axis] = i + 2 == points ? to : .25 * from + .75 * to;
      }
    }
    return there;
  }

  private Frame around(double[] places, Grid cells) {
    return Frame.around(List.of(places))
        .grown((int) Math.min(cells.width(), Math.ceil(width * REACH) + 1));
  }

  private static float length(double x, double y) {
    return (float) Math.sqrt(x * x + y * y);
  }

  private void trace() {
    Arrays.fill(nearest, width * width * REACH * REACH);
    float passed = 0;
    for (int i = 2; i < line.length; i += 2) {
      float stepX = (float) (line[i] - line[i - 2]);
      float stepY = (float) (line[i + 1] - line[i - 1]);
      float step = length(stepX, stepY);
      if (step > 0) {
        segment(i, stepX / step, stepY / step, step, passed);
        passed += step;
      }
    }
  }

  /** The straight part of the line that ends at an index, with its direction of length 1. */
  private void segment(int end, float alongX, float alongY, float step, float passed) {
    float x = (float) line[end - 2];
    float y = (float) line[end - 1];
    Frame part = around(Arrays.copyOfRange(line, end - 2, end + 2), grid).within(box);
    // The side of the line that is away from the light is positive.
    float sign = alongX * awayY - alongY * awayX >= 0 ? 1 : -1;
    for (int row = part.top(); row < part.top() + part.height(); row++) {
      for (int column = part.left(); column < part.left() + part.width(); column++) {
        float fromX = column + .5f - x;
        float fromY = row + .5f - y;
        float along = fromX * alongX + fromY * alongY;
        float across = (fromY * alongX - fromX * alongY) * sign;
        float over = along < 0 ? -along : along > step ? along - step : 0;
        float square = over * over + across * across;
        int i = box.index(column, row);
        if (square < nearest[i]) {
          nearest[i] = square;
          float at = (passed + Math.max(0, Math.min(step, along))) / length;
          float inner = Noise.ease(Noise.clamp(Math.min(at, 1 - at) / FADE));
          float broad = width * (NARROW + (1 - NARROW) * inner);
          added[i] = inner * profile(across / broad) * Noise.bump(over / width);
        }
      }
    }
  }

  /** Of the distance from the line in widths, positive away from the light. */
  private static float profile(float across) {
    return RIDGE * Noise.bump((across - .62f) / .62f) - Noise.bump((across + .05f) / .72f);
  }

  private void addTo(float[] light, float depth) {
    for (int row = 0; row < box.height(); row++) {
      int to = (box.top() + row) * grid.width() + box.left();
      int from = row * box.width();
      for (int x = 0; x < box.width(); x++) {
        light[to + x] += added[from + x] * depth;
      }
    }
  }
}
