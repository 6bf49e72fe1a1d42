package dev.wardrobe.synthesis.annotation;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;

/**
 * Cuts polygons with holes into polygons without: annotations' polygons have none, and the union of
 * the pieces is the whole. Each cut runs across the middle of a hole.
 */
final class HoleCutter {
  private static final PrecisionModel WHOLE = new PrecisionModel(1);

  private final List<Polygon> pieces = new ArrayList<>();

  private HoleCutter() {}

  /**
   * The same area in simple polygons.
   *
   * @param area polygons with corners at whole numbers; holes narrower than 2 both ways are filled
   */
  static List<Polygon> withoutHoles(Geometry area) {
    HoleCutter cutter = new HoleCutter();
    cutter.addAll(area);
    return cutter.pieces;
  }

  private void addAll(Geometry area) {
    for (int i = 0; i < area.getNumGeometries(); i++) {
      if (area.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        add(polygon);
      }
    }
  }

  private void add(Polygon polygon) {
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = polygon.getInteriorRingN(i);
      Envelope bounds = hole.getEnvelopeInternal();
      if (Math.max(bounds.getWidth(), bounds.getHeight()) >= 2) {
        cut(polygon, bounds);
        return;
      }
    }
    pieces.add(
        polygon.getNumInteriorRing() == 0
            ? polygon
            : polygon
                .getFactory()
                .createPolygon(polygon.getExteriorRing().copy().getCoordinates()));
  }

  private void cut(Polygon polygon, Envelope hole) {
    Envelope all = polygon.getEnvelopeInternal();
    Envelope first;
    Envelope second;
    if (hole.getWidth() >= hole.getHeight()) {
      double x = Math.floor((hole.getMinX() + hole.getMaxX()) / 2);
      first = new Envelope(all.getMinX(), x, all.getMinY(), all.getMaxY());
      second = new Envelope(x, all.getMaxX(), all.getMinY(), all.getMaxY());
    } else {
      double y = Math.floor((hole.getMinY() + hole.getMaxY()) / 2);
      first = new Envelope(all.getMinX(), all.getMaxX(), all.getMinY(), y);
      second = new Envelope(all.getMinX(), all.getMaxX(), y, all.getMaxY());
    }
    addAll(half(polygon, first));
    addAll(half(polygon, second));
  }

  private static Geometry half(Polygon polygon, Envelope side) {
    Geometry rectangle = polygon.getFactory().toGeometry(side);
    return OverlayNG.overlay(polygon, rectangle, OverlayNG.INTERSECTION, WHOLE);
  }
}
