package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Annotates a sketch by the data set's own definitions.
 *
 * <p>Polygons are the whole garments, hidden parts too, cut off at the photo's outermost pixels;
 * boxes are the smallest of whole pixels around them. Landmarks outside the photo are not labelled;
 * those under a later garment or a cover are occluded.
 */
final class SketchAnnotator {
  private static final double FEWEST_LABELLED = .3;
  private static final double SMALLEST_BOX = 12;
  private static final double THINNEST = 3;

  private final Sketch sketch;
  private final Box frame;
  private final List<List<double[]>> parts = new ArrayList<>();
  private final List<Path2D> shapes = new ArrayList<>();

  private SketchAnnotator(Sketch sketch) {
    this.sketch = sketch;
    this.frame = new Box(0, 0, sketch.size().width() - 1.0, sketch.size().height() - 1.0);
    for (Silhouette layer : sketch.layers()) {
      List<double[]> clipped = clipped(layer, layer.outline().parts());
      parts.add(clipped);
      shapes.add(SketchPaths.closed(clipped));
    }
  }

  /** Rounds as the sketch's coordinates are, to whole pixels or to hundredths. */
  static double rounded(double value, int decimals) {
    double unit = decimals == 0 ? 1 : 100;
    // Adding 0 turns a negative zero into a positive one, which files write without a sign.
    return Math.rint(value * unit) / unit + 0.0;
  }

  /**
   * The annotation of a sketch; item n is the n-th layer.
   *
   * @param nestedParts whether to add sleeves and legs as further polygons
   * @param order in which the file names the items, as indices of layers
   * @return empty if a garment is hardly in the photo
   */
  static Optional<Photo> annotate(Sketch sketch, boolean nestedParts, int[] order) {
    SketchAnnotator annotator = new SketchAnnotator(sketch);
    List<Item> items = new ArrayList<>();
    for (int layer : order) {
      Optional<Item> item = annotator.item(layer, nestedParts);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.get());
    }
    return Optional.of(
        new Photo(
            sketch.imageId(),
            Photo.fileNameOf(sketch.imageId()),
            Optional.of(sketch.size()),
            Optional.of(sketch.role().source()),
            sketch.role().pairId(),
            items));
  }

  private Optional<Item> item(int layer, boolean nestedParts) {
    Silhouette silhouette = sketch.layers().get(layer);
    Landmarks landmarks = landmarks(layer);
    List<Coordinates> polygons = new ArrayList<>();
    parts.get(layer).forEach(part -> polygons.add(coordinates(part)));
    if (nestedParts) {
      clipped(silhouette, silhouette.outline().limbs())
          .forEach(part -> polygons.add(coordinates(part)));
    }
    PolygonMask mask = new PolygonMask(polygons);
    Optional<Box> box =
        mask.bounds()
            .map(b ->
                new Box(
                    Math.floor(b.x1()), Math.floor(b.y1()), Math.ceil(b.x2()), Math.ceil(b.y2())));
    if (box.isEmpty() || !usable(landmarks, box.get()) || !filled(mask, landmarks, box.get())) {
      return Optional.empty();
    }
    Box tight = box.get();
    return Optional.of(
        new Item(
            layer + 1,
            silhouette.garment().category(),
            silhouette.garment().style(),
            Coordinates.ofIntegers(
                (int) tight.x1(), (int) tight.y1(), (int) tight.x2(), (int) tight.y2()),
            landmarks,
            mask,
            attributes(landmarks, tight)));
  }

  private static boolean usable(Landmarks landmarks, Box box) {
    for (int i = 0; i < landmarks.count(); i++) {
      if (landmarks.visibility(i) != Landmarks.NOT_LABELLED
          && !box.contains(landmarks.x(i), landmarks.y(i), 0)) {
        return false;
      }
    }
    return landmarks.labelledCount() >= FEWEST_LABELLED * landmarks.count()
        && box.width() >= SMALLEST_BOX
        && box.height() >= SMALLEST_BOX;
  }

  /** Whether pixels reach to the box's edges; what the photo cuts may leave a seam without area. */
  private boolean filled(PolygonMask mask, Landmarks landmarks, Box box) {
    return landmarks.labelledCount() == landmarks.count()
        || mask.toRle(sketch.size())
            .bounds()
            .filter(pixels -> pixels.overhang(box) <= THINNEST)
            .isPresent();
  }

  private Attributes attributes(Landmarks landmarks, Box box) {
    double count = landmarks.count();
    return Attributes.of(
        Scale.ofShare(box.area() / sketch.size().area()),
        Occlusion.ofShare(landmarks.countOf(Landmarks.OCCLUDED) / count),
        ZoomIn.ofShare(landmarks.countOf(Landmarks.NOT_LABELLED) / count),
        sketch.viewpoint());
  }

  private Landmarks landmarks(int layer) {
    Silhouette silhouette = sketch.layers().get(layer);
    double[] xyv = new double[3 * silhouette.schema().count()];
    for (int i = 0; i < silhouette.schema().count(); i++) {
      double x = silhouette.x(i);
      double y = silhouette.y(i);
      if (frame.contains(x, y, 0)) {
        xyv[3 * i] = x;
        xyv[3 * i + 1] = y;
        xyv[3 * i + 2] = hidden(layer, x, y) ? Landmarks.OCCLUDED : Landmarks.VISIBLE;
      }
    }
    return Landmarks.of(xyv);
  }

  private boolean hidden(int layer, double x, double y) {
    for (Ellipse2D cover : sketch.covers()) {
      if (cover.contains(x, y)) {
        return true;
      }
    }
    for (int later = layer + 1; later < shapes.size(); later++) {
      if (shapes.get(later).contains(x, y)) {
        return true;
      }
    }
    return false;
  }

  private List<double[]> clipped(Silhouette silhouette, List<List<Integer>> polygons) {
    List<double[]> kept = new ArrayList<>();
    for (List<Integer> polygon : polygons) {
      double[] clipped = PolygonClip.clip(silhouette.points(polygon), frame);
      for (int i = 0; i < clipped.length; i++) {
        clipped[i] = rounded(clipped[i], sketch.decimals());
      }
      double[] part = PolygonClip.withoutRepeats(clipped);
      if (part.length > 0) {
        kept.add(part);
      }
    }
    return kept;
  }

  private Coordinates coordinates(double[] part) {
    Coordinates.Builder builder = Coordinates.builder();
    for (double value : part) {
      if (sketch.decimals() == 0) {
        builder.addInteger((long) value);
      } else {
        builder.addReal(value);
      }
    }
    return builder.build();
  }
}
