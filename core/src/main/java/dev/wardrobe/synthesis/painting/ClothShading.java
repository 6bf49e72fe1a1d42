package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Point;

/**
 * Light on a layer as if it were rounded: its normal leans outwards towards the sides of its shape.
 * The light comes from the upper left of the photo and from the viewer.
 */
final class ClothShading {
  /** How far from a place the sides of the shape are felt, in units. */
  private static final double REACH_ACROSS = .075;

  private static final double REACH_ALONG = .05;
  private static final double SOFT = .011;

  private static final float LIGHT_X = -.46f;
  private static final float LIGHT_Y = -.5f;
  private static final float LIGHT_Z = .734f;

  /** How far normals lean at most, across and along. */
  private static final float LEAN_ACROSS = .84f;

  private static final float LEAN_ALONG = .3f;

  /** The shine around hair: how far from its top and how broad, in units. */
  private static final float BAND_DOWN = .062f;

  private static final float BAND_HALF = .04f;

  private final Grid grid;
  private final Look look;
  private final float[] soft;
  private final float[] tilt;
  private final float[] slope;
  private final Point right;
  private final Point down;

  /**
   * @param cover the share of each cell that the layer covers
   * @param soft the same, softened; where it is 0 no light is needed
   */
  ClothShading(Grid grid, float[] cover, float[] soft, Lie lie, Look look) {
    this.soft = soft;
    this.grid = grid;
    this.look = look;
    this.right = lie.right().unit();
    this.down = lie.down().unit();
    float radius = (float) (SOFT * grid.perUnit());
    tilt = Balance.across(cover, grid, (int) Math.ceil(REACH_ACROSS * grid.perUnit()));
    slope = Balance.along(cover, grid, (int) Math.ceil(REACH_ALONG * grid.perUnit()));
    BoxBlur.twice(tilt, grid.width(), grid.height(), radius);
    BoxBlur.twice(slope, grid.width(), grid.height(), radius);
  }

  /** -1 at the left edge of the shape in its material, 1 at its right edge. */
  float[] tilt() {
    return tilt;
  }

  /** The light of each cell; 1 where the layer faces the viewer. */
  float[] light() {
    float[] light = new float[grid.area()];
    float rightX = (float) right.x() * LEAN_ACROSS;
    float rightY = (float) right.y() * LEAN_ACROSS;
    float downX = (float) down.x() * LEAN_ALONG;
    float downY = (float) down.y() * LEAN_ALONG;
    for (int i = 0; i < light.length; i++) {
      float x = tilt[i] * rightX + slope[i] * downX;
      float y = tilt[i] * rightY + slope[i] * downY;
      float z = (float) Math.sqrt(Math.max(.02f, 1 - x * x - y * y));
      float lit = x * LIGHT_X + y * LIGHT_Y + z * LIGHT_Z - LIGHT_Z;
      float rim = tilt[i] * tilt[i];
      light[i] = 1 + look.volume() * lit - look.rim() * rim * rim;
    }
    if (look.waves() > 0) {
      addWaves(light);
    }
    return light;
  }

  private void addWaves(float[] light) {
    for (int row = 0; row < grid.height(); row++) {
      float v = grid.vAt(row);
      for (int column = 0; column < grid.width(); column++) {
        int i = row * grid.width() + column;
        if (soft[i] > 0) {
          light[i] += look.waves() * wave(grid.uAt(column), v);
        }
      }
    }
  }

  /** Long soft waves that run down and sway a little; -1 to 1. */
  private float wave(float u, float v) {
    float sway = Noise.smooth(u * 3, v * 5, look.seed() + 1);
    float broad = Noise.smooth(u * 13 + sway * 1.5f, v * 3.1f, look.seed());
    float fine = Noise.smooth(u * 27 + sway * 3, v * 7, look.seed() + 2);
    return broad * 1.4f + fine * .6f - 1;
  }

  /** What shines in each cell, 0 to about 1; no cells if nothing does. */
  float[] gloss() {
    if (look.gloss() == Look.Gloss.NONE) {
      return new float[0];
    }
    float[] gloss = new float[grid.area()];
    // Light from the left of the photo, whichever way the material lies.
    float toLight = right.x() >= 0 ? -1 : 1;
    for (int row = 0; row < grid.height(); row++) {
      float v = grid.vAt(row);
      float fromTop = (float) (row / grid.perUnit() - Relief.MARGIN);
      for (int column = 0; column < grid.width(); column++) {
        int i = row * grid.width() + column;
        if (soft[i] > 0) {
          float side = tilt[i] * toLight;
          gloss[i] = look.shine() * shine(side, grid.uAt(column), v, fromTop);
        }
      }
    }
    return gloss;
  }

  /**
   * @param side 1 at the edge towards the light, -1 at the other
   * @param fromTop how far down from the layer's top, in units
   */
  private float shine(float side, float u, float v, float fromTop) {
    return switch (look.gloss()) {
      case NONE -> 0;
      case WASH -> {
        float worn = Noise.smooth(u * 16, v * 6, look.seed() + 3);
        yield Noise.bump(side * 1.1f) * (.35f + .8f * worn);
      }
      case SHEEN -> {
        float at = side + 1.1f * wave(u, v);
        yield Noise.bump((at - .45f) / .42f) + .45f * Noise.bump((at + .5f) / .26f);
      }
      case SHARP -> {
        float at = side + .75f * wave(u, v);
        yield Noise.bump((at - .5f) / .22f) + .25f * Noise.bump((at + .35f) / .3f);
      }
      case STREAK -> Noise.bump((side - .52f) / .2f) + .2f * Noise.bump((side + .7f) / .25f);
      case METAL ->
          Noise.bump((side - .4f) / .3f)
              + .5f * Noise.bump((side + .62f) / .2f)
              + .2f * Noise.bump((fromTop - .02f) / .02f);
      case BAND -> Noise.bump((fromTop - BAND_DOWN + .03f * side * side) / BAND_HALF);
    };
  }
}
