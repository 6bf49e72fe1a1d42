package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Measures;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/** Straps and the upper edge that hangs from them. */
final class StrapShape {
  /** How far a strap goes over the upper edge of the shoulder. */
  private static final double OVER = .009;

  private final Bench bench;
  private final TrunkShape shape;
  private final double baseX;
  private final double baseY;

  StrapShape(Bench bench, TrunkShape shape) {
    this.bench = bench;
    this.shape = shape;
    Measures measures = bench.frame().measures();
    baseX = .6 * measures.chest() + bench.cut().neck().width() * .3;
    baseY = shape.armpit() - .058;
  }

  /** Where a strap leaves the upper edge. */
  Point base(Side side) {
    return shape.shell().on(side.sign() * baseX, baseY);
  }

  /** Where it goes over the shoulder. */
  Point top(Side side) {
    double x = Math.min(baseX + .012, bench.frame().measures().shoulder() - .03);
    return shape.onShoulder(side, x).minus(bench.frame().down().times(OVER));
  }

  /** The step from its outer to its inner edge. */
  Point width(Side side) {
    return bench.frame().outward(side).times(-bench.cut().body().strap());
  }

  /** Landmarks 3, 4 and 5; the depth of the cut counts from the line between the straps. */
  List<Knot> neckline() {
    double depth = bench.cut().neck().depth();
    double low = baseY + depth;
    return switch (bench.cut().neck().line()) {
      case V -> knots(.5 * baseX, baseY + .5 * depth, low, true, false);
      case SQUARE -> knots(.62 * baseX, baseY + .9 * depth, low, false, false);
      case HEART -> knots(.5 * baseX, baseY + .18 * depth, low, true, false);
      case ROUND, HIGH -> knots(.55 * baseX, baseY + .72 * depth, low, false, false);
    };
  }

  private List<Knot> knots(double x, double y, double low, boolean middle, boolean sides) {
    Opening opening =
        new Opening(
            base(Side.LEFT),
            base(Side.RIGHT),
            shape.onFront(0, low),
            bench.frame().down(),
            baseX,
            baseY,
            low);
    return List.of(
        new Knot("left_neckline_front", opening.at(Side.LEFT, x, y), sides),
        new Knot("neckline_front", opening.low(), middle),
        new Knot("right_neckline_front", opening.at(Side.RIGHT, x, y), sides));
  }

  /** The middle of the upper edge at the back. */
  Point back() {
    Point middle = base(Side.LEFT).towards(base(Side.RIGHT), .5);
    return middle.plus(bench.frame().down().times(bench.cut().neck().back()));
  }
}
