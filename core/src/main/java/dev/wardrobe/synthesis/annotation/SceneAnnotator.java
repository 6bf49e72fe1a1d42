package dev.wardrobe.synthesis.annotation;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.synthesis.scene.Scene;
import dev.wardrobe.synthesis.scene.Worn;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * Annotates the garments of a scene by the data set's own definitions, exactly.
 *
 * <ul>
 *   <li>The mask is what is seen: the union of the garment's layers, each less the later layers
 *       that are not the garment's, cut off at the photo's outermost pixels. Its polygons are
 *       simple, open and without holes; what has a hole is cut in two. Parts that nobody would see
 *       are left out: below 4 square pixels, or thinner than 3/4 of a pixel.
 *   <li>The box is the smallest of whole pixels around the mask.
 *   <li>A landmark outside the photo is not labelled. One that a later layer lies before, of
 *       whichever garment, is occluded. All others are visible, and in the mask or on its edge:
 *       where rounding would put one outside, it moves to the nearest place that is not.
 *   <li>Scale, occlusion and zoom-in follow from box and landmarks.
 * </ul>
 *
 * <p>Not safe for use by several threads.
 */
public final class SceneAnnotator {
  /** In pixels, of both sides. */
  private static final double SMALLEST_BOX = 12;

  /** In square pixels. */
  private static final double SMALLEST_AREA = 60;

  private final Scene scene;
  private final int unit;
  private final Box frame;
  private final List<LayerShape> layers;
  private final VisibleArea area;

  /**
   * An annotator of one scene.
   *
   * @param decimals digits after the point in polygons and landmarks: 0 for whole pixels, written
   *     as integers, or 2
   * @throws IllegalArgumentException for other decimals
   */
  public SceneAnnotator(Scene scene, int decimals) {
    if (decimals != 0 && decimals != 2) {
      throw new IllegalArgumentException("Expected 0 or 2 decimals, but got " + decimals);
    }
    this.scene = scene;
    this.unit = decimals == 0 ? 1 : 100;
    ImageSize size = scene.size();
    this.frame = new Box(0, 0, size.width() - 1.0, size.height() - 1.0);
    this.layers = scene.layers().stream().map(layer -> new LayerShape(layer, unit)).toList();
    this.area = new VisibleArea(layers, size, unit);
  }

  /**
   * What a glance tells of a garment, at a small part of the cost of its annotation.
   *
   * @param garment index in the scene
   */
  public Sighting sighting(int garment) {
    Worn worn = scene.garments().get(garment);
    int inside = 0;
    int hidden = 0;
    for (int i = 0; i < worn.x().length; i++) {
      if (frame.contains(worn.x()[i], worn.y()[i], 0)) {
        inside++;
        hidden += hidden(worn, i) ? 1 : 0;
      }
    }
    Envelope all = new Envelope();
    for (LayerShape layer : layers) {
      if (layer.item() == garment) {
        all.expandToInclude(layer.pixelBounds());
      }
    }
    Envelope cut = all.intersection(new Envelope(0, frame.x2(), 0, frame.y2()));
    return new Sighting(
        worn.x().length, inside, hidden, cut.getWidth(), cut.getHeight(), scene.size());
  }

  /**
   * How much is seen of a garment, annotated or not, as exactly as {@link #item} has it.
   *
   * @param garment index in the scene
   * @return in square pixels
   */
  public double seenArea(int garment) {
    return GridParts.of(area.of(garment), unit).area();
  }

  /**
   * The annotation of a garment.
   *
   * @param garment index in the scene
   * @param number of the item in its file, from 1 on
   * @return empty if hardly anything is seen: no landmark, a side of the box under 12 pixels, or
   *     under 60 square pixels of mask
   */
  public Optional<Item> item(int garment, int number) {
    Worn worn = scene.garments().get(garment);
    GridParts parts = GridParts.of(area.of(garment), unit);
    if (parts.area() < SMALLEST_AREA) {
      return Optional.empty();
    }
    Box box = parts.box();
    Landmarks landmarks = landmarks(worn, parts);
    if (box.width() < SMALLEST_BOX
        || box.height() < SMALLEST_BOX
        || landmarks.countOf(Landmarks.VISIBLE) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Item(
            number,
            worn.category(),
            worn.style(),
            Coordinates.ofIntegers((int) box.x1(), (int) box.y1(), (int) box.x2(), (int) box.y2()),
            landmarks,
            new PolygonMask(parts.coordinates()),
            attributes(landmarks, box)));
  }

  private Attributes attributes(Landmarks landmarks, Box box) {
    double count = landmarks.count();
    return Attributes.of(
        Scale.ofShare(box.area() / scene.size().area()),
        Occlusion.ofShare(landmarks.countOf(Landmarks.OCCLUDED) / count),
        ZoomIn.ofShare(landmarks.countOf(Landmarks.NOT_LABELLED) / count),
        scene.viewpoint());
  }

  private Landmarks landmarks(Worn worn, GridParts parts) {
    double[] xyv = new double[3 * worn.x().length];
    for (int i = 0; i < worn.x().length; i++) {
      double x = worn.x()[i];
      double y = worn.y()[i];
      if (frame.contains(x, y, 0)) {
        GridPoint at = GridPoint.nearest(x * unit, y * unit);
        Optional<GridPoint> seen =
            hidden(worn, i) ? Optional.empty() : parts.nearest(x * unit, y * unit);
        GridPoint place = seen.orElse(at);
        xyv[3 * i] = place.x() / (double) unit;
        xyv[3 * i + 1] = place.y() / (double) unit;
        xyv[3 * i + 2] = seen.isPresent() ? Landmarks.VISIBLE : Landmarks.OCCLUDED;
      }
    }
    return Landmarks.of(xyv);
  }

  private boolean hidden(Worn worn, int landmark) {
    for (int later = worn.layer()[landmark] + 1; later < layers.size(); later++) {
      if (layers.get(later).covers(worn.x()[landmark], worn.y()[landmark])) {
        return true;
      }
    }
    return false;
  }
}
