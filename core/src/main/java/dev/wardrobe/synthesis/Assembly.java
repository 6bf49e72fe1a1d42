package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.Box;
import dev.wardrobe.synthesis.garments.GarmentDesign;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Mark;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Scene;
import dev.wardrobe.synthesis.scene.Warp;
import dev.wardrobe.synthesis.scene.Worn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A dressed figure in figure units: its layers in order, and where its garments' landmarks are.
 *
 * @param layers from back to front
 * @param garments by item index
 * @param phone where a phone is that takes a photo of the figure in a mirror
 */
record Assembly(List<Layer> layers, List<Worn> garments, Optional<Point> phone) {

  /**
   * Puts pieces in order.
   *
   * @param pieces of the body and of all garments
   * @param designs of the garments, by item index
   * @param phone where a phone is
   * @throws IllegalStateException if a landmark of a garment is on no piece
   */
  static Assembly of(List<Piece> pieces, List<GarmentDesign> designs, Optional<Point> phone) {
    List<Piece> ordered = new ArrayList<>(pieces);
    ordered.sort(Comparator.comparing(Piece::slot).thenComparingInt(Piece::rank));
    List<Worn> garments = new ArrayList<>();
    for (int item = 0; item < designs.size(); item++) {
      garments.add(worn(designs.get(item), item, ordered));
    }
    return new Assembly(ordered.stream().map(Piece::layer).toList(), garments, phone);
  }

  private static Worn worn(GarmentDesign design, int item, List<Piece> ordered) {
    int count = design.category().landmarks().count();
    double[] x = new double[count];
    double[] y = new double[count];
    int[] layer = new int[count];
    int found = 0;
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i).layer().item() == item) {
        for (Mark mark : ordered.get(i).marks()) {
          x[mark.landmark()] = mark.at().x();
          y[mark.landmark()] = mark.at().y();
          layer[mark.landmark()] = i;
          found++;
        }
      }
    }
    if (found != count) {
      throw new IllegalStateException(
          "Expected %d landmarks on the pieces of a %s, but got %d"
              .formatted(count, design.category().annotationName(), found));
    }
    return new Worn(design.category(), design.style(), x, y, layer);
  }

  /** All of this figure where a camera has it. */
  Scene scene(Framing framing, Viewpoint viewpoint) {
    return scene(framing, viewpoint, layer -> layer.moved(framing));
  }

  /** As {@link #scene}, but good for annotating only: layers have no details, and lie as before. */
  Scene outlines(Framing framing, Viewpoint viewpoint) {
    return scene(
        framing,
        viewpoint,
        layer ->
            new Layer(
                layer.item(),
                layer.polygons().stream().map(framing::apply).toList(),
                layer.material(),
                layer.light(),
                layer.anchor(),
                List.of()));
  }

  private Scene scene(Framing framing, Viewpoint viewpoint, UnaryOperator<Layer> moved) {
    return new Scene(
        framing.size(),
        viewpoint,
        layers.stream().map(moved).toList(),
        garments.stream().map(worn -> moved(worn, framing)).toList());
  }

  private static Worn moved(Worn worn, Warp warp) {
    double[] x = new double[worn.x().length];
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      Point point = warp.apply(new Point(worn.x()[i], worn.y()[i]));
      x[i] = point.x();
      y[i] = point.y();
    }
    return new Worn(worn.category(), worn.style(), x, y, worn.layer());
  }

  /** The smallest box around a garment. */
  Box bounds(int item) {
    return bounds(layers.stream().filter(layer -> layer.item() == item).toList());
  }

  /** The smallest box around everything. */
  Box bounds() {
    return bounds(layers);
  }

  /** The smallest box around layers. */
  static Box bounds(List<Layer> layers) {
    double x1 = Double.POSITIVE_INFINITY;
    double y1 = Double.POSITIVE_INFINITY;
    double x2 = Double.NEGATIVE_INFINITY;
    double y2 = Double.NEGATIVE_INFINITY;
    for (Layer layer : layers) {
      for (double[] polygon : layer.polygons()) {
        for (int i = 0; i < polygon.length; i += 2) {
          x1 = Math.min(x1, polygon[i]);
          x2 = Math.max(x2, polygon[i]);
          y1 = Math.min(y1, polygon[i + 1]);
          y2 = Math.max(y2, polygon[i + 1]);
        }
      }
    }
    return new Box(x1, y1, x2, y2);
  }
}
