package dev.wardrobe.synthesis.photography;

/**
 * Space as the camera sees it, in figure units: x to the right of the figure, y up from the ground,
 * z away from the camera beyond the figure. Frontal planes stay undistorted and shrink with z.
 */
final class Stage {
  /** How high the camera is above the ground, about 1.4 m. */
  static final double EYE = 1.02;

  /** How far the camera is before the figure, about 3 m. */
  static final double DISTANCE = 2.2;

  /** Nothing is nearer to the camera than this; on the ground it is far below every photo. */
  static final double NEAREST = 1e-3 - DISTANCE;

  final Canvas canvas;

  /** Pixel row of the figure's soles. */
  final double floor;

  /** Pixels of a figure unit where the figure stands. */
  final double unit;

  private final double middle;
  private final double vanishing;

  /**
   * A stage.
   *
   * @param canvas to paint on
   * @param middle pixel column of the figure
   * @param floor pixel row of its soles
   * @param unit pixels of a figure unit
   * @param vanishing x of the vanishing point, in figure units
   */
  Stage(Canvas canvas, double middle, double floor, double unit, double vanishing) {
    this.canvas = canvas;
    this.middle = middle;
    this.floor = floor;
    this.unit = unit;
    this.vanishing = vanishing;
  }

  /** Size at a depth: 1 at the figure, less beyond. */
  static double scale(double z) {
    return DISTANCE / (DISTANCE + z);
  }

  double column(double x, double z) {
    return middle + (vanishing + (x - vanishing) * scale(z)) * unit;
  }

  double row(double y, double z) {
    return floor - (EYE + (y - EYE) * scale(z)) * unit;
  }

  /** Pixel row of the horizon. */
  double horizon() {
    return floor - EYE * unit;
  }

  /** x at a depth of a pixel column. */
  double x(double column, double scale) {
    return vanishing + ((column - middle) / unit - vanishing) / scale;
  }

  /** The frontal plane at a depth. */
  Plane plane(double z) {
    double scale = scale(z);
    return new Plane(canvas, column(0, z), row(0, z), unit * scale, canvas.width);
  }

  /** A flat piece anywhere in space: x1, y1, z1, x2, y2, z2, ... */
  void fill(Ink ink, double... points) {
    double[] seen = new double[points.length / 3 * 2];
    for (int i = 0; i < points.length / 3; i++) {
      seen[2 * i] = column(points[3 * i], points[3 * i + 2]);
      seen[2 * i + 1] = row(points[3 * i + 1], points[3 * i + 2]);
    }
    canvas.fill(seen, ink);
  }

  /** A box: its front, and the top and side that the camera sees. */
  void box(double x1, double y1, double x2, double y2, double near, double far, int colour) {
    if (x1 > vanishing) {
      fill(Ink.of(Ink.lit(colour, .03)), x1, y1, near, x1, y1, far, x1, y2, far, x1, y2, near);
    } else if (x2 < vanishing) {
      fill(Ink.of(Ink.lit(colour, -.3)), x2, y1, near, x2, y1, far, x2, y2, far, x2, y2, near);
    }
    if (y2 < EYE) {
      fill(
          Ink.of(Ink.lit(colour, .12), Ink.lit(colour, .2)),
          x1,
          y2,
          near,
          x2,
          y2,
          near,
          x2,
          y2,
          far,
          x1,
          y2,
          far);
    }
    plane(near).rect(x1, y1, x2, y2, Ink.of(Ink.lit(colour, .02), Ink.lit(colour, -.13)));
  }

  /**
   * The soft shadow where a wall meets the ground, all along it.
   *
   * @param wall its depth
   * @param above how far up the wall, in units
   * @param below how far onto the ground, in units
   * @param strength 0 to 1
   */
  void foot(double wall, double above, double below, double strength) {
    double y = row(0, wall);
    canvas.soft(
        -1e5,
        y - above * unit,
        1e5,
        y + below * unit,
        Math.max(1, .05 * unit),
        Ink.SHADOW,
        strength);
  }

  /** The soft shadow of something on the ground between two depths. */
  void shade(double x1, double x2, double near, double far, double strength) {
    double z = (near + far) / 2;
    double size = unit * scale(z);
    double half = (row(0, near) - row(0, far)) / 2;
    canvas.glow(
        column((x1 + x2) / 2, z) + .04 * size,
        row(0, z) + .1 * half,
        (x2 - x1) * .62 * size + .06 * size,
        half * 1.25 + .05 * size,
        Ink.SHADOW,
        strength);
  }
}
