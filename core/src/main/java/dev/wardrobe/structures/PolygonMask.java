package dev.wardrobe.structures;

import java.util.List;
import java.util.Optional;

/**
 * A mask as polygons {@code [x1, y1, x2, y2, ...]} in absolute pixels, closed or open. The mask is
 * the union of its parts: parts often lie inside one another, and even-odd filling would punch
 * holes.
 *
 * <p>Not checked: whether a part has three points, crosses itself or leaves the photo. Published
 * tools accept such parts, so they are kept and reported by the reader.
 *
 * @param parts one polygon each, in file order; copied
 */
public record PolygonMask(List<Coordinates> parts) implements Mask {

  /** Copies the list. */
  public PolygonMask {
    parts = List.copyOf(parts);
  }

  /** The smallest box around all points; empty if there is no complete point. */
  public Optional<Box> bounds() {
    double x1 = Double.POSITIVE_INFINITY;
    double y1 = Double.POSITIVE_INFINITY;
    double x2 = Double.NEGATIVE_INFINITY;
    double y2 = Double.NEGATIVE_INFINITY;
    for (Coordinates part : parts) {
      for (int i = 0; i + 1 < part.size(); i += 2) {
        x1 = Math.min(x1, part.get(i));
        x2 = Math.max(x2, part.get(i));
        y1 = Math.min(y1, part.get(i + 1));
        y2 = Math.max(y2, part.get(i + 1));
      }
    }
    return x1 > x2 ? Optional.empty() : Optional.of(new Box(x1, y1, x2, y2));
  }

  /** How many points all parts have together. */
  public int pointCount() {
    int points = 0;
    for (Coordinates part : parts) {
      points += part.size() / 2;
    }
    return points;
  }

  /**
   * The union of the parts as run lengths, rasterised as COCO's maskApi does.
   *
   * @see RleMask#ofPolygons
   */
  @Override
  public RleMask toRle(ImageSize size) {
    return RleMask.ofPolygons(parts, size);
  }
}
