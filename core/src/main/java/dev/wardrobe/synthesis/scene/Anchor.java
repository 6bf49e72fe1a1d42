package dev.wardrobe.synthesis.scene;

/**
 * How a material lies on its layer: where its origin is, and how far and where to one unit of the
 * material goes. Units of the material are the units of an undistorted figure, so a stripe of .02
 * is as broad on every garment and in every photo of it.
 *
 * @param origin of the material
 * @param right one unit to the right in the material
 * @param down one unit down in the material
 */
public record Anchor(Point origin, Point right, Point down) {

  /** A material that lies straight, with its origin at a point. */
  public static Anchor at(Point origin) {
    return new Anchor(origin, new Point(1, 0), new Point(0, 1));
  }

  /** A material whose down direction runs from a point towards another, as along a sleeve. */
  public static Anchor along(Point from, Point to) {
    Point down = to.minus(from).unit();
    return new Anchor(from, down.turned().times(-1), down);
  }

  /** This anchor where a warp takes it; the warp is taken as straight near the origin. */
  public Anchor moved(Warp warp) {
    double step = 1e-3;
    Point at = warp.apply(origin);
    Point toRight = warp.apply(origin.plus(right.times(step))).minus(at).times(1 / step);
    Point toDown = warp.apply(origin.plus(down.times(step))).minus(at).times(1 / step);
    return new Anchor(at, toRight, toDown);
  }

  /** How long one unit of the material is here: the root of the area of a unit square. */
  public double unit() {
    return Math.sqrt(Math.abs(right.x() * down.y() - right.y() * down.x()));
  }
}
