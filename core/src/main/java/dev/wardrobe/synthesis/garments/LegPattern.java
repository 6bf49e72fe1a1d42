package dev.wardrobe.synthesis.garments;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Measures;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.figures.Skeleton;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.List;

/** Shorts and trousers: two halves that meet in the middle, each with its leg. */
final class LegPattern {
  /** From this turn on one leg is before the other. */
  private static final double TURNED = .3;

  /** How far the halves overlap, so that nothing shines through. */
  private static final double OVERLAP = .006;

  private final Bench bench;
  private final Frame frame;
  private final Cut.Leg cut;
  private final Shell shell;
  private final double top;
  private final boolean isShort;

  LegPattern(Bench bench) {
    this.bench = bench;
    frame = bench.frame();
    cut = bench.cut().leg();
    Measures measures = frame.measures();
    top = measures.waistY() + cut.rise() * (measures.hipY() - measures.waistY());
    shell = new Shell(frame, this::half, 0);
    isShort = bench.design().category() == Category.SHORTS;
  }

  private double half(double y) {
    Measures measures = frame.measures();
    double loose = Math.max(0, Math.min(1, (y - top) / (measures.hipY() - top)));
    return measures.trunk(y) + .007 + loose * (Math.min(cut.thigh(), .03) - .004);
  }

  List<Piece> pieces() {
    Side near = near();
    Side far = near == Side.LEFT ? Side.RIGHT : Side.LEFT;
    LegSewing sewing = new LegSewing(bench, this);
    if (!apart()) {
      List<List<Knot>> halves = List.of(outline(Side.LEFT, true), outline(Side.RIGHT, false));
      return List.of(bench.outside(halves, bench.anchor(), sewing.both()));
    }
    return List.of(
        bench.outside(List.of(outline(far, false)), bench.anchor(), sewing.one(far)),
        bench.outside(List.of(outline(near, true)), bench.anchor(), sewing.one(near)));
  }

  Frame frame() {
    return frame;
  }

  Shell shell() {
    return shell;
  }

  /** The height of the waistband's upper edge. */
  double top() {
    return top;
  }

  double end() {
    return cut.end();
  }

  Tube tube(Side side) {
    return new Tube(frame.skeleton().leg(side));
  }

  private boolean apart() {
    Skeleton skeleton = frame.skeleton();
    return skeleton.leftLeg().behind()
        || skeleton.rightLeg().behind()
        || Math.abs(skeleton.turn()) > TURNED
        || crossed(skeleton);
  }

  private static boolean crossed(Skeleton skeleton) {
    Point knees = skeleton.rightLeg().middle().minus(skeleton.leftLeg().middle());
    Point ankles = skeleton.rightLeg().end().minus(skeleton.leftLeg().end());
    Point hips = skeleton.rightLeg().start().minus(skeleton.leftLeg().start());
    return knees.x() * hips.x() < 0 || ankles.x() * hips.x() < 0;
  }

  private Side near() {
    Skeleton skeleton = frame.skeleton();
    if (skeleton.leftLeg().behind() != skeleton.rightLeg().behind()) {
      return skeleton.leftLeg().behind() ? Side.RIGHT : Side.LEFT;
    }
    return skeleton.turn() > 0 == frame.fromBehind() ? Side.RIGHT : Side.LEFT;
  }

  /** Half the width of a leg at a place along it, on its outer side. */
  double half(Tube leg, double along) {
    double ease =
        along <= 1
            ? cut.thigh() + (cut.knee() - cut.thigh()) * along
            : cut.knee() + (cut.cuff() - cut.knee()) * (along - 1);
    return leg.half(along) + ease;
  }

  Point outer(Side side, double along) {
    Tube leg = tube(side);
    return leg.at(along, half(leg, along));
  }

  /** The inner side; wide legs stop where they meet. */
  Point inner(Side side, double along) {
    Tube leg = tube(side);
    Limb own = leg.limb();
    Limb other = frame.skeleton().leg(side == Side.LEFT ? Side.RIGHT : Side.LEFT);
    Point middle = own.at(along, 0).towards(other.at(along, 0), .5);
    Point toward = own.at(along, 0).minus(leg.at(along, 1)).unit();
    Point gap = middle.minus(own.at(along, 0));
    double free = gap.x() * toward.x() + gap.y() * toward.y() - apart(along);
    double skin = own.half(along) + .004;
    return leg.at(along, -Math.max(skin, Math.min(half(leg, along), free)));
  }

  /** How far from the middle between the legs wide legs stay: more towards the hems. */
  private static double apart(double along) {
    return .003 + .013 * Math.min(1, along / .7);
  }

  Point crotch() {
    return frame.at(0, frame.measures().crotchY() + cut.drop(), frame.seen() * .3);
  }

  private List<Knot> outline(Side side, boolean marksMiddle) {
    String prefix = side.prefix();
    double hipY = frame.measures().hipY();
    Knot middle = Knot.corner("waistband", shell.at(0, top + .007));
    Knot crotch = Knot.corner("crotch", crotch());
    List<Knot> knots = new ArrayList<>();
    knots.add(marksMiddle ? middle : middle.unmarked());
    knots.add(Knot.corner(prefix + "waistband", shell.side(side, top)));
    if (hipY - top > .05) {
      knots.add(Knot.smooth(shell.side(side, hipY - .02)));
    }
    double free = free(side);
    if (isShort) {
      knots.add(Knot.smooth(prefix + "leg_outer", outer(side, Math.max(.25, cut.end() * .5))));
    } else {
      knots.add(Knot.smooth(prefix + "hip", outer(side, .3)));
      knots.add(Knot.smooth(outer(side, .62)));
      knots.add(Knot.smooth(prefix + "knee_outer", outer(side, 1)));
      knots.add(Knot.smooth(outer(side, (1 + cut.end()) / 2)));
    }
    knots.add(Knot.corner(prefix + "cuff_outer", outer(side, cut.end())));
    knots.add(Knot.corner(prefix + "cuff_inner", inner(side, Math.max(cut.end(), free))));
    if (!isShort) {
      knots.add(Knot.smooth(inner(side, (1 + cut.end()) / 2)));
      knots.add(Knot.smooth(prefix + "knee_inner", inner(side, 1)));
      knots.add(Knot.smooth(inner(side, Math.max(.6, free))));
    }
    knots.add(marksMiddle ? crotch : crotch.unmarked());
    double over = -side.sign() * OVERLAP;
    knots.add(Knot.corner(shell.on(over, frame.measures().crotchY() - .03)));
    knots.add(Knot.corner(shell.on(over, top + .0075)));
    return knots;
  }

  /** Where along the leg its inner side begins. */
  private double free(Side side) {
    Limb leg = frame.skeleton().leg(side);
    Point down = leg.middle().minus(leg.start());
    Point to = crotch().minus(leg.start());
    double square = down.x() * down.x() + down.y() * down.y();
    return Math.min(.85, (to.x() * down.x() + to.y() * down.y()) / square + .12);
  }
}
