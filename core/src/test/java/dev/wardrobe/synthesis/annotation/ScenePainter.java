package dev.wardrobe.synthesis.annotation;

import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Scene;
import java.awt.geom.Path2D;
import java.util.Arrays;

/** Paints item numbers point by point, from back to front: slow and obvious. */
final class ScenePainter {
  /** Points a pixel and direction. */
  private static final int FINE = 2;

  private static final int MARGIN = 4;

  private final int[][] items;

  ScenePainter(Scene scene) {
    items =
        new int[(scene.size().width() + 2 * MARGIN) * FINE]
            [(scene.size().height() + 2 * MARGIN) * FINE];
    for (int[] column : items) {
      Arrays.fill(column, Layer.NO_ITEM);
    }
    for (Layer layer : scene.layers()) {
      for (double[] polygon : layer.polygons()) {
        paint(path(polygon), layer.item());
      }
    }
  }

  private static Path2D path(double[] polygon) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    path.moveTo(polygon[0], polygon[1]);
    for (int i = 2; i < polygon.length; i += 2) {
      path.lineTo(polygon[i], polygon[i + 1]);
    }
    path.closePath();
    return path;
  }

  private void paint(Path2D path, int item) {
    var bounds = path.getBounds2D();
    for (int i = 0; i < items.length; i++) {
      double x = i / (double) FINE - MARGIN;
      for (int j = 0; j < items[i].length; j++) {
        double y = j / (double) FINE - MARGIN;
        if (bounds.contains(x, y) && path.contains(x, y)) {
          items[i][j] = item;
        }
      }
    }
  }

  /**
   * 1 if a garment is seen everywhere within a distance of a place, 0 if nowhere, -1 if here and
   * there.
   */
  int seenAround(int item, double x, double y, double distance) {
    int yes = 0;
    int points = 0;
    for (int i = index(x - distance); i <= index(x + distance); i++) {
      for (int j = index(y - distance); j <= index(y + distance); j++) {
        points++;
        yes += items[i][j] == item ? 1 : 0;
      }
    }
    return yes == points ? 1 : yes == 0 ? 0 : -1;
  }

  private static int index(double place) {
    return (int) Math.round((place + MARGIN) * FINE);
  }
}
