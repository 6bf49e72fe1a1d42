package dev.wardrobe.synthesis.annotation;

import dev.wardrobe.structures.ImageSize;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.PrecisionReducer;

/** What is seen of garments: their layers, less what later layers of others hide, in the photo. */
final class VisibleArea {
  private static final PrecisionModel WHOLE = new PrecisionModel(1);

  private final List<LayerShape> layers;
  private final Envelope frame;
  private final Geometry frameArea;

  /**
   * Areas in a photo.
   *
   * @param layers from back to front
   * @param unit of the layers' areas: a pixel is this long
   */
  VisibleArea(List<LayerShape> layers, ImageSize photo, double unit) {
    this.layers = layers;
    this.frame = new Envelope(0, (photo.width() - 1) * unit, 0, (photo.height() - 1) * unit);
    this.frameArea = new GeometryFactory().toGeometry(frame);
  }

  /** What is seen of a garment, valid, corners at whole numbers; empty if nothing is. */
  Geometry of(int garment) {
    Geometry seen = frameArea.getFactory().createPolygon();
    for (LayerShape layer : layers) {
      if (layer.item() == garment) {
        seen = with(seen, layer);
      } else if (meets(seen, layer)) {
        seen = Polygons.overlay(seen, layer.area(), OverlayNG.DIFFERENCE);
      }
    }
    return seen.isEmpty() ? seen : Polygons.of(PrecisionReducer.reducePrecision(seen, WHOLE));
  }

  private Geometry with(Geometry seen, LayerShape layer) {
    if (!layer.bounds().intersects(frame)) {
      return seen;
    }
    Geometry inside =
        frame.covers(layer.bounds())
            ? layer.area()
            : Polygons.overlay(layer.area(), frameArea, OverlayNG.INTERSECTION);
    return seen.isEmpty() ? inside : Polygons.overlay(seen, inside, OverlayNG.UNION);
  }

  private static boolean meets(Geometry seen, LayerShape layer) {
    return !seen.isEmpty() && layer.bounds().intersects(seen.getEnvelopeInternal());
  }
}
