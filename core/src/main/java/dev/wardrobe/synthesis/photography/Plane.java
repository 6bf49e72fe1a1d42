package dev.wardrobe.synthesis.photography;

/**
 * A frontal plane that flat things are painted on: x to the right, y up from the ground, in figure
 * units.
 *
 * @param canvas to paint on
 * @param middle pixel column of x = 0
 * @param ground pixel row of y = 0
 * @param unit pixels of one unit
 * @param columns of the canvas
 */
record Plane(Canvas canvas, double middle, double ground, double unit, int columns) {

  double column(double x) {
    return middle + x * unit;
  }

  double row(double y) {
    return ground - y * unit;
  }

  /** The least x that is in the photo. */
  double left() {
    return -middle / unit;
  }

  /** The greatest x that is in the photo. */
  double right() {
    return (columns - middle) / unit;
  }

  void fill(double[] points, Ink ink) {
    double[] seen = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      seen[i] = column(points[i]);
      seen[i + 1] = row(points[i + 1]);
    }
    canvas.fill(seen, ink);
  }

  void rect(double x1, double y1, double x2, double y2, Ink ink) {
    canvas.rect(column(x1), row(y2), column(x2), row(y1), ink);
  }

  void rounded(double x1, double y1, double x2, double y2, double radius, Ink ink) {
    fill(Shapes.rounded(x1, y1, x2, y2, radius), ink);
  }

  void ellipse(double x, double y, double radiusX, double radiusY, Ink ink) {
    fill(Shapes.ellipse(x, y, radiusX, radiusY), ink);
  }

  void line(double x1, double y1, double x2, double y2, double width, Ink ink) {
    fill(Shapes.bar(x1, y1, x2, y2, width), ink);
  }

  void polygon(Ink ink, double... points) {
    fill(points, ink);
  }

  /** A soft spot of light or shadow. */
  void glow(double x, double y, double radiusX, double radiusY, int colour, double alpha) {
    canvas.glow(column(x), row(y), radiusX * unit, radiusY * unit, colour, alpha);
  }

  /** The soft shadow that a box before a wall casts to its lower right. */
  void cast(double x1, double y1, double x2, double y2, double depth, double alpha) {
    canvas.soft(
        column(x1 + depth * .5),
        row(y2 - depth * .7),
        column(x2 + depth * .5),
        row(y1 - depth * .7),
        Math.max(1, depth * unit),
        Ink.SHADOW,
        alpha);
  }
}
