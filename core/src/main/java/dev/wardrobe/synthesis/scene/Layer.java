package dev.wardrobe.synthesis.scene;

import java.util.List;

/**
 * One opaque flat thing. It hides whatever earlier layers have at its place.
 *
 * @param item index of the garment it is a piece of, or {@link #NO_ITEM}
 * @param polygons x1, y1, x2, y2, ..., open; the layer is their union; neither changed nor copied
 * @param material what it is made of
 * @param light times the usual brightness: 1, or less for what lies in the shade of its own garment
 * @param anchor how the material lies
 * @param details drawn on it, in this order
 */
public record Layer(
    int item,
    List<double[]> polygons,
    Material material,
    double light,
    Anchor anchor,
    List<Detail> details) {

  /** Of layers that are no garment. */
  public static final int NO_ITEM = -1;

  /** Copies the lists. */
  public Layer {
    polygons = List.copyOf(polygons);
    details = List.copyOf(details);
  }

  /** A layer of one polygon that is no garment. */
  public static Layer thing(double[] polygon, Material material, Anchor anchor) {
    return new Layer(NO_ITEM, List.of(polygon), material, 1, anchor, List.of());
  }

  /** This layer with other details. */
  public Layer withDetails(List<Detail> others) {
    return new Layer(item, polygons, material, light, anchor, others);
  }

  /** This layer where a warp takes it. */
  public Layer moved(Warp warp) {
    Anchor there = anchor.moved(warp);
    double scale = there.unit() / anchor.unit();
    return new Layer(
        item,
        polygons.stream().map(warp::apply).toList(),
        material,
        light,
        there,
        details.stream().map(detail -> detail.moved(warp, scale)).toList());
  }
}
