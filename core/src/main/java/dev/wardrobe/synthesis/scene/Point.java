package dev.wardrobe.synthesis.scene;

/**
 * A place or a step: x to the right, y down, in figure units or in pixels.
 *
 * @param x to the right
 * @param y down
 */
public record Point(double x, double y) {

  /** Both coordinates added. */
  public Point plus(Point other) {
    return new Point(x + other.x, y + other.y);
  }

  /** The step from another point to this one. */
  public Point minus(Point other) {
    return new Point(x - other.x, y - other.y);
  }

  /** Both coordinates times a factor. */
  public Point times(double factor) {
    return new Point(x * factor, y * factor);
  }

  /** The step turned so that right becomes down: (1, 0) to (0, 1), (0, 1) to (-1, 0). */
  public Point turned() {
    return new Point(-y, x);
  }

  /** The distance from (0, 0). */
  public double length() {
    return Math.sqrt(x * x + y * y);
  }

  /** The step with length 1; (0, 0) stays. */
  public Point unit() {
    double length = length();
    return length == 0 ? this : times(1 / length);
  }

  /** The point a share of the way to another, 0 for this one, 1 for the other. */
  public Point towards(Point other, double share) {
    return new Point(x + (other.x - x) * share, y + (other.y - y) * share);
  }
}
