package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Detail;
import java.util.Arrays;
import java.util.List;

/** Creases: a soft valley, and beside it, on its side away from the light, a lit ridge. */
final class FoldShading {
  /** A fold of strength 1 takes this much of the light. */
  private static final float DEPTH = .34f;

  private static final float RIDGE = .5f;

  /** Of its width: how far its shadow and its ridge reach from its line. */
  private static final double REACH = 1.25;

  /** Of its length: how much of each end fades. */
  private static final float FADE = .3f;

  private final Grid grid;
  private final double[] line;
  private final float length;
  private final float width;
  private final float towardsU;
  private final float towardsV;

  /** Where the fold may be, and for each of these cells how near the line is and what it adds. */
  private final Frame box;

  private final float[] nearest;
  private final float[] added;

  private FoldShading(Detail.Fold fold, Grid grid, Lie lie) {
    this.grid = grid;
    line = grid.inCells(lie.inMaterial(fold.line()));
    width = (float) Math.max(1.2, fold.width() / lie.unit() * grid.perUnit());
    float sum = 0;
    for (int i = 2; i < line.length; i += 2) {
      sum += distance(line[i] - line[i - 2], line[i + 1] - line[i - 1]);
    }
    length = sum;
    // Away from the light in the photo is right and down; the same step in the material.
    double stepU = lie.uStep() * .7 + (lie.u(0, 1) - lie.u(0, 0)) * .7;
    double stepV = lie.vStep() * .7 + (lie.v(0, 1) - lie.v(0, 0)) * .7;
    towardsU = (float) stepU;
    towardsV = (float) stepV;
    box =
        Frame.around(List.of(line))
            .grown((int) Math.ceil(width * REACH) + 1)
            .within(new Frame(0, 0, grid.width(), grid.height()));
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

  private static float distance(double x, double y) {
    return (float) Math.sqrt(x * x + y * y);
  }

  private void trace() {
    Arrays.fill(nearest, Float.MAX_VALUE);
    float passed = 0;
    for (int i = 2; i < line.length; i += 2) {
      float x = (float) line[i - 2];
      float y = (float) line[i - 1];
      float stepX = (float) line[i] - x;
      float stepY = (float) line[i + 1] - y;
      float step = distance(stepX, stepY);
      if (step > 0) {
        segment(x, y, stepX / step, stepY / step, step, passed);
        passed += step;
      }
    }
  }

  /** A straight part of the line, with its direction of length 1. */
  private void segment(float x, float y, float alongX, float alongY, float step, float passed) {
    float reach = (float) (width * REACH);
    Frame part =
        Frame.around(List.of(new double[] {x, y, x + alongX * step, y + alongY * step}))
            .grown((int) Math.ceil(reach))
            .within(box);
    // The normal that points away from the light.
    float sign = -alongY * towardsU + alongX * towardsV >= 0 ? 1 : -1;
    for (int row = part.top(); row < part.top() + part.height(); row++) {
      for (int column = part.left(); column < part.left() + part.width(); column++) {
        float fromX = column + .5f - x;
        float fromY = row + .5f - y;
        float along = fromX * alongX + fromY * alongY;
        float across = (fromY * alongX - fromX * alongY) * sign;
        float over = along < 0 ? -along : along > step ? along - step : 0;
        float square = over * over + across * across;
        int i = box.index(column, row);
        if (square < nearest[i] && square < reach * reach) {
          nearest[i] = square;
          float at = (passed + Math.max(0, Math.min(step, along))) / length;
          added[i] = profile(across / width) * fade(at) * Noise.bump(over / width);
        }
      }
    }
  }

  private static float fade(float at) {
    return Noise.ease(Noise.clamp(at / FADE)) * Noise.ease(Noise.clamp((1 - at) / FADE));
  }

  /** Of the distance from the line in widths, positive away from the light. */
  private static float profile(float across) {
    return RIDGE * Noise.bump((across - .6f) / .62f) - Noise.bump(across / .7f);
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
