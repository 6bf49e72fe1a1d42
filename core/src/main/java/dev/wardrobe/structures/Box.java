package dev.wardrobe.structures;

/**
 * An axis-aligned box: upper-left corner (x1, y1) and lower-right corner (x2, y2) in absolute
 * pixels, 0-based, real-valued. Width is {@code x2 - x1}, without the +1 of older tools; a box may
 * stick out of its photo.
 *
 * @param x1 left edge, finite
 * @param y1 upper edge, finite
 * @param x2 right edge, finite, at least x1
 * @param y2 lower edge, finite, at least y1
 */
public record Box(double x1, double y1, double x2, double y2) {

  /**
   * Checks the corners.
   *
   * @throws IllegalArgumentException if a corner is not finite or the box is turned inside out
   */
  public Box {
    if (!(Double.isFinite(x1)
        && Double.isFinite(y1)
        && Double.isFinite(x2)
        && Double.isFinite(y2))) {
      throw new IllegalArgumentException(
          "Expected finite corners, but got [%s, %s, %s, %s]".formatted(x1, y1, x2, y2));
    }
    if (x2 < x1 || y2 < y1) {
      throw new IllegalArgumentException(
          "Expected x1 <= x2 and y1 <= y2, but got [%s, %s, %s, %s]".formatted(x1, y1, x2, y2));
    }
  }

  /**
   * The box of a COCO {@code bbox}: corner and size.
   *
   * @throws IllegalArgumentException if a number is not finite or a size is negative
   */
  public static Box ofXywh(double x, double y, double width, double height) {
    return new Box(x, y, x + width, y + height);
  }

  /** The box that covers a whole photo. */
  public static Box of(ImageSize size) {
    return new Box(0, 0, size.width(), size.height());
  }

  /** {@code x2 - x1}, in pixels. */
  public double width() {
    return x2 - x1;
  }

  /** {@code y2 - y1}, in pixels. */
  public double height() {
    return y2 - y1;
  }

  /** Width times height, in square pixels. */
  public double area() {
    return width() * height();
  }

  /** The area shared with another box, in square pixels; 0 where they only touch. */
  public double intersection(Box other) {
    double w = Math.min(x2, other.x2) - Math.max(x1, other.x1);
    double h = Math.min(y2, other.y2) - Math.max(y1, other.y1);
    return w > 0 && h > 0 ? w * h : 0;
  }

  /** Intersection over union with another box, 0 to 1; 0 where both are empty. */
  public double iou(Box other) {
    double shared = intersection(other);
    return shared == 0 ? 0 : shared / (area() + other.area() - shared);
  }

  /**
   * The box with something added on each side.
   *
   * @param x pixels on the left and as many on the right, at least 0
   * @param y pixels above and as many below, at least 0
   */
  public Box grown(double x, double y) {
    return new Box(x1 - x, y1 - y, x2 + x, y2 + y);
  }

  /** Whether a point lies in the box grown by {@code margin} pixels on every side; edges count. */
  public boolean contains(double x, double y, double margin) {
    return x >= x1 - margin && x <= x2 + margin && y >= y1 - margin && y <= y2 + margin;
  }

  /**
   * How far, in pixels, the other box sticks out of this one at its worst side; 0 if it does not.
   */
  public double overhang(Box other) {
    double worst =
        Math.max(Math.max(x1 - other.x1, other.x2 - x2), Math.max(y1 - other.y1, other.y2 - y2));
    return Math.max(0, worst);
  }
}
