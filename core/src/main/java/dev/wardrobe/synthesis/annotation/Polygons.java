package dev.wardrobe.synthesis.annotation;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Overlays of areas. Where areas only touch, an overlay has lines and points, too: they cover
 * nothing, and a further overlay would refuse them, so they are left out.
 */
final class Polygons {
  private Polygons() {}

  /** The polygons of an overlay; perhaps none. */
  static Geometry overlay(Geometry one, Geometry other, int operation) {
    return of(OverlayNGRobust.overlay(one, other, operation));
  }

  /** The polygons of a geometry; perhaps none. */
  static Geometry of(Geometry mixed) {
    return mixed instanceof Polygonal
        ? mixed
        : mixed.getFactory().buildGeometry(PolygonExtracter.getPolygons(mixed));
  }
}
