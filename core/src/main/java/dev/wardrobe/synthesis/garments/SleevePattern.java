package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Measures;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.List;

/** A sleeve: from the tip of the shoulder along the arm, and back to the armpit. */
final class SleevePattern {
  private final Bench bench;
  private final TrunkShape trunk;
  private final Side side;
  private final Tube arm;
  private final Cut.Sleeve sleeve;

  SleevePattern(Bench bench, TrunkShape trunk, Side side) {
    this.bench = bench;
    this.trunk = trunk;
    this.side = side;
    arm = new Tube(bench.frame().skeleton().arm(side));
    sleeve = bench.cut().sleeve();
  }

  Piece piece() {
    Limb limb = arm.limb();
    Anchor anchor = Anchor.along(limb.start(), limb.middle());
    return bench.sleeve(limb, outline(), cover(), anchor, new SleeveSewing(bench, this).details());
  }

  private List<double[]> cover() {
    Point up = bench.frame().down().unit().times(-1);
    double room = TrunkShape.isOutwear(bench.design().category()) ? .0045 : .003;
    return new SleeveCover(this, room).polygons(up, skinArmpit(), trunk.neck(side));
  }

  Side side() {
    return side;
  }

  Tube arm() {
    return arm;
  }

  /** Where along the arm it ends. */
  double end() {
    return sleeve.end();
  }

  /** Where along the arm its inner side ends: never above the armpit. */
  double innerEnd() {
    return Math.max(end(), free() + .03);
  }

  /** Half its width at a place along the arm. */
  double half(double along) {
    double share = Math.min(1, Math.max(0, along / sleeve.end()));
    double ease = sleeve.ease() + (sleeve.cuff() - sleeve.ease()) * share * share;
    return arm.half(along) + ease + sleeve.puff() * 4 * share * (1 - share);
  }

  Point outer(double along) {
    return arm.at(along, half(along));
  }

  Point inner(double along) {
    return arm.at(along, -half(along));
  }

  Point shoulder() {
    return trunk.shoulder(side);
  }

  Point armpit() {
    return trunk.armpit(side, arm.half(.4) + Math.max(.006, sleeve.ease() * .6), 1);
  }

  /** Where along the arm the armpit is, with some space after it. */
  double free() {
    Point from = armpit().minus(arm.limb().start());
    double along = (from.x() * arm.upper().x() + from.y() * arm.upper().y()) / arm.upperLength();
    return Math.max(.15, Math.min(.7, along + .14));
  }

  /**
   * The seam at the trunk from armpit to shoulder, around what the wearer's arm covers of it.
   *
   * @param in how far from the edge into the sleeve
   */
  List<Point> armhole(double in) {
    Point pit = armpit();
    Point tip = shoulder();
    Point inward = bench.frame().outward(side).times(-1);
    List<Point> points = new ArrayList<>();
    points.add(pit);
    Point skin = skinArmpit();
    Point low = skin.plus(bench.frame().down().times(.012));
    Point apart = low.minus(pit);
    boolean within = apart.x() * inward.x() + apart.y() * inward.y() > .004;
    boolean bare = within && !bench.fit().under() && raised(skin);
    if (bare) {
      points.add(arm.beforeBend(low.plus(inward.times(overlap() - in))));
    }
    Point middle = (bare ? skin : pit).towards(tip, .5);
    points.add(arm.beforeBend(middle.plus(inward.times(overlap() + .003 - in))));
    points.add(tip);
    return points;
  }

  /** Where a raised arm of a wearer begins. */
  private Point skinArmpit() {
    Measures measures = bench.frame().measures();
    return bench.frame().at(side.sign() * measures.chest() * .97, measures.armpitY(), 0);
  }

  /** Whether the armpit is beside the arm, so that its skin reaches there. */
  private boolean raised(Point skin) {
    Point from = skin.minus(arm.limb().start());
    double inner = -from.x() * arm.out().x() - from.y() * arm.out().y();
    return inner > .8 * arm.half(0);
  }

  /** How far it covers the trunk: outwear all of what is under it. */
  private double overlap() {
    if (bench.fit().under()) {
      return 0;
    }
    return TrunkShape.isOutwear(bench.design().category()) ? .014 : .007;
  }

  /** Whether it reaches beyond the elbow, as in the long sleeved categories. */
  boolean isLong() {
    return sleeve.end() > 1;
  }

  private List<Knot> outline() {
    String prefix = side.prefix();
    List<Knot> knots = new ArrayList<>();
    knots.add(Knot.corner(prefix + "shoulder", shoulder()));
    cap(knots);
    if (isLong()) {
      outerLong(knots, prefix);
    } else {
      knots.add(Knot.smooth(prefix + "sleeve_outer", outer(.55 * end() + .02)));
    }
    knots.add(Knot.corner(prefix + "cuff_outer", outer(end())));
    knots.add(Knot.corner(prefix + "cuff_inner", inner(innerEnd())));
    if (isLong()) {
      innerLong(knots, prefix);
    } else {
      Point half = inner(innerEnd()).towards(armpit(), .5);
      knots.add(Knot.smooth(prefix + "sleeve_inner", half.towards(arm.at(innerEnd(), 0), .04)));
    }
    knots.add(Knot.corner(prefix + "armpit", armpit()));
    List<Point> armhole = armhole(0);
    for (Point point : armhole.subList(1, armhole.size() - 1)) {
      knots.add(Knot.smooth(point));
    }
    return knots;
  }

  /** The round of the shoulder, unless a raised arm leaves no room for it. */
  private void cap(List<Knot> knots) {
    Point start = arm.limb().start();
    Point up = shoulder().minus(start).unit();
    double same = up.x() * arm.out().x() + up.y() * arm.out().y();
    if (same < .35 && same > -.75) {
      double radius = arm.half(0) + .004 + .5 * sleeve.ease() + .6 * sleeve.puff();
      knots.add(Knot.smooth(start.plus(up.times(.45).plus(arm.out()).unit().times(radius))));
    }
  }

  private void outerLong(List<Knot> knots, String prefix) {
    boolean sharp = arm.sharp(1);
    double lower = (1 + end()) / 2;
    knots.add(Knot.smooth(outer(.25)));
    knots.add(new Knot(prefix + "upper_sleeve_outer", outer(.58), sharp));
    knots.add(new Knot(prefix + "elbow_outer", outer(1), sharp));
    knots.add(new Knot(prefix + "lower_sleeve_outer", outer(lower), sharp));
  }

  private void innerLong(List<Knot> knots, String prefix) {
    boolean sharp = arm.sharp(-1);
    knots.add(new Knot(prefix + "lower_sleeve_inner", inner((1 + end()) / 2), sharp));
    knots.add(new Knot(prefix + "elbow_inner", inner(1), sharp));
    knots.add(new Knot(prefix + "upper_sleeve_inner", inner(Math.max(.58, free())), sharp));
  }
}
