package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/** A hood that lies on the back, as it stands up behind the neck. */
final class HoodPattern {
  private final Bench bench;
  private final TrunkShape shape;

  HoodPattern(Bench bench, TrunkShape shape) {
    this.bench = bench;
    this.shape = shape;
  }

  /** One piece, or none for garments without a hood and from behind, where it lies on the trunk. */
  List<Piece> pieces() {
    if (bench.trim().collar() != Trim.Collar.HOOD || bench.frame().fromBehind()) {
      return List.of();
    }
    double half = shape.neckHalf();
    List<Knot> knots =
        List.of(
            Knot.corner(at(-half - .012, .03)),
            Knot.smooth(at(-half - .028, -.02)),
            Knot.smooth(at(-half * .75, -.066)),
            Knot.smooth(at(0, -.078)),
            Knot.smooth(at(half * .75, -.066)),
            Knot.smooth(at(half + .028, -.02)),
            Knot.corner(at(half + .012, .03)));
    double[] edge =
        Contour.curve(
            at(-half - .004, -.008),
            at(-half * .6, -.048),
            at(0, -.058),
            at(half * .6, -.048),
            at(half + .004, -.008));
    return List.of(bench.hood(knots, .82, List.of(new Detail.Fold(edge, .02, .5))));
  }

  private Point at(double x, double y) {
    Frame frame = bench.frame();
    Side side = x < 0 ? Side.LEFT : Side.RIGHT;
    return x == 0 ? frame.at(0, y, -.2) : frame.edge(side, Math.abs(x), y, .5);
  }

  /** The hood as it lies on the back. */
  Detail onBack() {
    double half = shape.neckHalf() + .012;
    Shell shell = shape.shell();
    double[] polygon =
        Contour.polygon(
            List.of(
                Knot.corner(shape.neck(Side.LEFT)),
                Knot.smooth(shape.backNeckline()),
                Knot.corner(shape.neck(Side.RIGHT)),
                Knot.smooth(shell.on(half, .05)),
                Knot.smooth(shell.on(half * .8, .12)),
                Knot.smooth(shell.on(0, .17)),
                Knot.smooth(shell.on(-half * .8, .12)),
                Knot.smooth(shell.on(-half, .05))));
    Anchor anchor = bench.anchor();
    return new Detail.Patch(polygon, bench.design().fabric(), 1.03, true, anchor);
  }
}
