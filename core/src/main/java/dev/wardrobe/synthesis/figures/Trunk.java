package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Point;

/** The outline of neck and trunk from any side. */
final class Trunk {
  private final Skeleton skeleton;
  private final Measures m;
  private final double cos;
  private final double sin;

  Trunk(Skeleton skeleton) {
    this.skeleton = skeleton;
    this.m = skeleton.measures();
    this.cos = StrictMath.cos(skeleton.turn());
    this.sin = StrictMath.sin(skeleton.turn()) * (skeleton.view() == View.BACK ? -1 : 1);
  }

  /** A place across the photo from the middle of the trunk at a height. */
  Point at(double across, double y) {
    double lean = y < m.hipY() ? skeleton.lean() : 0;
    Point middle = skeleton.trunk(0, y, 0);
    return middle.plus(new Point(StrictMath.cos(lean), StrictMath.sin(lean)).times(across));
  }

  /**
   * The edge of the trunk in the photo.
   *
   * @param sign -1 the left of the photo, 1 its right
   * @param half half width seen from the front
   * @param front how far the front is before the middle, in depths
   * @param back how far the back is behind the middle, in depths
   */
  Point edge(int sign, double y, double half, double front, double back) {
    double depth = m.depth() * (sign * sin > 0 ? front : back) * sin;
    double width = half * cos;
    return at(sign * Math.sqrt(width * width + depth * depth), y);
  }

  /** The neck leans to the front, as heads do. */
  private Point neck(int sign, double y, double width, double front, double back) {
    Point edge = edge(sign, y, m.neck() * width, front, back);
    return edge.plus(new Point(-y * .14 * sin, 0));
  }

  /** Skin from under the chin to the crotch, without shoulders and legs. */
  double[] outline() {
    Outline outline = new Outline();
    side(outline, 1, false);
    outline.add(at(0, m.crotchY() + .006));
    double[] left = reversed(-1);
    return outline.add(left).closed();
  }

  private double[] reversed(int sign) {
    Outline outline = new Outline();
    side(outline, sign, false);
    return backwards(outline.corners());
  }

  static double[] backwards(double[] line) {
    double[] turned = new double[line.length];
    for (int i = 0; i < line.length; i += 2) {
      turned[i] = line[line.length - 2 - i];
      turned[i + 1] = line[line.length - 1 - i];
    }
    return turned;
  }

  private void side(Outline outline, int sign, boolean suit) {
    double top = m.shoulderY() - m.arm() * .95;
    if (!suit) {
      outline.add(neck(sign, -.15, .82, .3, .34));
      outline.add(neck(sign, -.1, .92, .38, .48));
      outline.add(neck(sign, -.06, .95, .4, .52));
      outline.add(neck(sign, -.034, 1.03, .42, .58));
      outline.add(neck(sign, -.016, 1.3, .45, .68));
      double slope = m.shoulder() - m.neck();
      outline.add(edge(sign, top * .08, m.neck() + slope * .34, .5, .75));
      outline.add(edge(sign, top * .5, m.neck() + slope * .65, .6, .82));
      outline.add(edge(sign, top + .004, m.shoulder() * .98, .7, .86));
      outline.add(edge(sign, m.shoulderY() + m.arm() * .5, m.shoulder() * .99, .85, .92));
    }
    double upper = suit ? suitTop() : m.armpitY();
    outline.add(edge(sign, upper, m.chest() * .985, .97, .93));
    outline.add(edge(sign, m.chestY(), m.chest(), 1, .9));
    double y = m.waistY();
    double above = (m.chestY() + y) / 2;
    outline.add(edge(sign, above, m.trunk(above) * .995, .92, .76));
    outline.add(edge(sign, y, m.waist(), .84, .66));
    double below = (y + m.hipY()) / 2;
    outline.add(edge(sign, below, m.trunk(below) * .995, .86, .82));
    outline.add(edge(sign, m.hipY(), m.hip() * .995, .84, .98));
    outline.add(edge(sign, m.hipY() + .02, m.hip() * .96, .8, .96));
    outline.add(edge(sign, m.crotchY() - .018, m.hip() * .5, .4, .5));
  }

  /** Below the armholes of what has no sleeves. */
  private double suitTop() {
    return m.armpitY() + .8 * (m.chestY() - m.armpitY());
  }

  /** The plain body suit from the chest to the crotch. */
  double[] suit() {
    double y = suitTop();
    Outline outline = new Outline();
    side(outline, 1, true);
    outline.add(at(m.hip() * .16, m.crotchY() + .004));
    outline.add(at(-m.hip() * .16, m.crotchY() + .004));
    Outline left = new Outline();
    side(left, -1, true);
    outline.add(backwards(left.corners()));
    double middle = m.depth() * .8 * sin;
    outline.add(at(-m.chest() * .5 * cos + middle, y - .004));
    outline.add(at(middle, y + .012));
    outline.add(at(m.chest() * .5 * cos + middle, y - .004));
    return outline.closed();
  }

  /** Where the top of a side's shoulder is, straight above its joint. */
  Point shoulderTop(Limb arm) {
    double lean = skeleton.lean();
    Point up = new Point(StrictMath.sin(lean), -StrictMath.cos(lean));
    return arm.start().plus(up.times(m.arm() * .95));
  }

  /** The armpit of a side. */
  Point armpit(Side side) {
    int sign = side.sign() * (skeleton.view() == View.BACK ? -1 : 1);
    double across = sign * m.chest() * .97 * cos;
    return at(across, m.armpitY());
  }
}
