package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.LandmarkSchema;
import java.util.List;

/** A garment placed in a photo: where the vertices of its outline are. */
final class Silhouette {
  private final Garment garment;
  private final double[] x;
  private final double[] y;

  /**
   * A placed garment.
   *
   * @param x of the outline's vertices, also outside the photo; kept, not copied
   * @param y of the outline's vertices
   */
  Silhouette(Garment garment, double[] x, double[] y) {
    this.garment = garment;
    this.x = x;
    this.y = y;
  }

  Garment garment() {
    return garment;
  }

  /** The outline on the figure. */
  GarmentOutline outline() {
    return GarmentOutline.of(garment.category());
  }

  /** The landmarks' names and lines. */
  LandmarkSchema schema() {
    return garment.category().landmarks();
  }

  /** How many vertices there are. */
  int count() {
    return x.length;
  }

  double x(int vertex) {
    return x[vertex];
  }

  double y(int vertex) {
    return y[vertex];
  }

  /** Some vertices as x1, y1, x2, y2, ... */
  double[] points(List<Integer> vertices) {
    double[] points = new double[2 * vertices.size()];
    for (int i = 0; i < vertices.size(); i++) {
      points[2 * i] = x[vertices.get(i)];
      points[2 * i + 1] = y[vertices.get(i)];
    }
    return points;
  }
}
