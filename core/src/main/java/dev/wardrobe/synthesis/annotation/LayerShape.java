package dev.wardrobe.synthesis.annotation;

import dev.wardrobe.synthesis.scene.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * Where a layer is. A polygon that crosses itself covers all that it winds around, as when it is
 * filled by the non-zero rule.
 */
final class LayerShape {
  /** Whatever is covered by less than this, in pixels, from an edge on counts as not covered. */
  private static final double EDGE = .25;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Layer layer;
  private final double unit;
  private final List<Envelope> bounds = new ArrayList<>();
  private final Envelope all = new Envelope();
  private @Nullable Geometry area;

  /**
   * The shape of a layer.
   *
   * @param unit by what pixels are multiplied in {@link #area} and {@link #bounds}
   */
  LayerShape(Layer layer, double unit) {
    this.layer = layer;
    this.unit = unit;
    for (double[] polygon : layer.polygons()) {
      Envelope box = new Envelope();
      for (int i = 0; i < polygon.length; i += 2) {
        box.expandToInclude(polygon[i], polygon[i + 1]);
      }
      bounds.add(box);
      all.expandToInclude(box);
    }
  }

  /** The garment that it is a piece of. */
  int item() {
    return layer.item();
  }

  /** Of the whole layer, in pixels. */
  Envelope pixelBounds() {
    return all;
  }

  /** Of the whole layer, in units. */
  Envelope bounds() {
    return all.isNull()
        ? all
        : new Envelope(
            all.getMinX() * unit, all.getMaxX() * unit, all.getMinY() * unit, all.getMaxY() * unit);
  }

  /**
   * Whether the layer hides what is behind it at a place in pixels; at its very edge it does not.
   */
  boolean covers(double x, double y) {
    return all.covers(x, y)
        && contains(x, y)
        && contains(x - EDGE, y)
        && contains(x + EDGE, y)
        && contains(x, y - EDGE)
        && contains(x, y + EDGE);
  }

  private boolean contains(double x, double y) {
    for (int i = 0; i < bounds.size(); i++) {
      if (bounds.get(i).covers(x, y) && winding(layer.polygons().get(i), x, y) != 0) {
        return true;
      }
    }
    return false;
  }

  /** How often an open polygon goes around a place. */
  private static int winding(double[] polygon, double x, double y) {
    int winding = 0;
    double x1 = polygon[polygon.length - 2];
    double y1 = polygon[polygon.length - 1];
    for (int i = 0; i < polygon.length; i += 2) {
      double x2 = polygon[i];
      double y2 = polygon[i + 1];
      if (y1 <= y != y2 <= y) {
        double side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1);
        if (y1 <= y && side > 0) {
          winding++;
        } else if (y1 > y && side < 0) {
          winding--;
        }
      }
      x1 = x2;
      y1 = y2;
    }
    return winding;
  }

  /** What the layer covers, in units; valid, perhaps empty. */
  Geometry area() {
    Geometry made = area;
    if (made == null) {
      made = GEOMETRIES.createPolygon();
      for (double[] polygon : layer.polygons()) {
        Geometry part = valid(polygon);
        made = made.isEmpty() ? part : Polygons.overlay(made, part, OverlayNG.UNION);
      }
      area = made;
    }
    return made;
  }

  private Geometry valid(double[] open) {
    Coordinate[] ring = new Coordinate[open.length / 2 + 1];
    int length = 0;
    for (int i = 0; i < open.length; i += 2) {
      Coordinate next = new Coordinate(open[i] * unit, open[i + 1] * unit);
      if (length == 0 || !next.equals2D(ring[length - 1])) {
        ring[length++] = next;
      }
    }
    if (length > 1 && ring[0].equals2D(ring[length - 1])) {
      length--;
    }
    if (length < 3) {
      return GEOMETRIES.createPolygon();
    }
    ring[length] = ring[0].copy();
    Polygon polygon = GEOMETRIES.createPolygon(Arrays.copyOf(ring, length + 1));
    return IsValidOp.isValid(polygon) ? polygon : Polygons.of(GeometryFixer.fix(polygon));
  }
}
