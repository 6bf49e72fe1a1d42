package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.scene.Point;

/**
 * A point that a contour runs through.
 *
 * @param name of the landmark there, or empty
 * @param at where
 * @param corner whether the contour may turn sharply there
 */
record Knot(String name, Point at, boolean corner) {

  static Knot corner(Point at) {
    return new Knot("", at, true);
  }

  static Knot corner(String name, Point at) {
    return new Knot(name, at, true);
  }

  static Knot smooth(Point at) {
    return new Knot("", at, false);
  }

  static Knot smooth(String name, Point at) {
    return new Knot(name, at, false);
  }

  /** The same place without its landmark: another piece carries it. */
  Knot unmarked() {
    return new Knot("", at, corner);
  }
}
