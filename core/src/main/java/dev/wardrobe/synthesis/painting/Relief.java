package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import java.util.List;

/**
 * The light on a layer, over a grid in its material.
 *
 * @param grid where the values are
 * @param kind of the layer
 * @param soft the share of each cell and its surroundings that the layer covers
 * @param tilt which side of the layer's shape a place is on: -1 at its left edge, 1 at its right
 * @param light 1 where the light is as usual
 * @param gloss 0 for none, 1 for white; without values if nothing shines
 */
@SuppressWarnings("ArrayRecordComponent") // A value that nobody compares.
record Relief(Grid grid, Kind kind, float[] soft, float[] tilt, float[] light, float[] gloss) {
  /** How far around the layer the grid reaches, in units. */
  static final double MARGIN = .03;

  private static final float HAIR_EDGE = .4f;

  /**
   * So far down from its origin skin has grown together, and from there on it is free, in units.
   */
  private static final float GROWN = .13f;

  private static final float FREE = .2f;

  /** The light on a layer, with its folds. */
  static Relief of(Layer layer, Lie lie) {
    List<double[]> polygons = lie.inMaterial(layer.polygons());
    Grid grid = Grid.around(polygons, MARGIN, lie.unit());
    float[] cover =
        LayerRaster.coverage(grid.inCells(polygons), new Frame(0, 0, grid.width(), grid.height()));
    float[] soft = cover.clone();
    float radius = Math.max(.5f, (float) (ContactShadow.SOFT * grid.perUnit()));
    BoxBlur.twice(soft, grid.width(), grid.height(), radius);
    Look look = Look.of(layer.material());
    ClothShading shading = new ClothShading(grid, cover, soft, lie, look);
    float[] light = shading.light();
    for (Detail detail : layer.details()) {
      if (detail instanceof Detail.Fold fold) {
        FoldShading.add(fold, look.folds(), grid, lie, light);
      }
    }
    Kind kind = Kind.of(layer.material());
    return new Relief(grid, kind, soft, shading.tilt(), light, shading.gloss());
  }

  /** What shines at a place of the material. */
  float glossAt(double u, double v) {
    return gloss.length == 0 ? 0 : grid.at(gloss, u, v);
  }

  /** How much of the surroundings of a place in the photo the layer covers. */
  float softAt(Lie lie, double x, double y) {
    return grid.at(soft, lie.u(x, y), lie.v(x, y));
  }

  /**
   * How much an edge of the layer shows on another layer of its kind, 0 to 1. Limbs grow out of
   * skin where their material begins, but for their lower edges: a chin stays before a neck.
   */
  float edge(Lie lie, double x, double y) {
    return switch (kind) {
      case HAIR -> HAIR_EDGE;
      case NOTHING, THING -> 1;
      case SKIN -> {
        double step = ContactShadow.SOFT * lie.unit();
        float lower = Noise.clamp(1.6f * (softAt(lie, x, y - step) - softAt(lie, x, y + step)));
        float far = Noise.ramp(GROWN, FREE, (float) Math.abs(lie.v(x, y)));
        yield Math.max(lower, far);
      }
    };
  }
}
