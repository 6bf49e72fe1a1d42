package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Measures;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Piece;
import java.util.ArrayList;
import java.util.List;

/** A skirt: what hangs from the waist around both legs. */
final class SkirtPattern {
  private final Bench bench;
  private final Cut.Skirt cut;
  private final Shell shell;
  private final double top;
  private final double hem;

  SkirtPattern(Bench bench) {
    this.bench = bench;
    cut = bench.cut().skirt();
    Measures measures = bench.frame().measures();
    top = measures.waistY() + cut.rise() * (measures.hipY() - measures.waistY());
    hem = TrunkShape.skirtHem(measures, cut.length());
    shell = new Shell(bench.frame(), this::half, .01);
  }

  private double half(double y) {
    double below = Math.max(0, y - top);
    double eased = Math.min(1, below / .1) * cut.ease();
    return bench.frame().measures().trunk(y) + .006 + eased + cut.flare() * below;
  }

  Shell shell() {
    return shell;
  }

  double top() {
    return top;
  }

  double hem() {
    return hem;
  }

  HemLine hemLine() {
    return new HemLine(shell, hem, cut.wave(), false);
  }

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    if (hemLine().showsInside()) {
      pieces.add(bench.inside(List.of(hemLine().inside()), List.of()));
    }
    SkirtSewing sewing = new SkirtSewing(bench, shell, top, hem);
    pieces.add(bench.outside(List.of(outline()), bench.anchor(), sewing.skirt()));
    return pieces;
  }

  private List<Knot> outline() {
    List<Knot> knots = new ArrayList<>();
    knots.add(Knot.corner("left_waistband", shell.side(Side.LEFT, top)));
    knots.add(Knot.smooth("waistband", shell.at(0, top + .008)));
    knots.add(Knot.corner("right_waistband", shell.side(Side.RIGHT, top)));
    knots.addAll(side(Side.RIGHT));
    knots.addAll(hemLine().knots());
    knots.addAll(side(Side.LEFT).reversed());
    return knots;
  }

  private List<Knot> side(Side side) {
    String prefix = side.prefix();
    double middle = (top + hem) / 2;
    List<Knot> knots = new ArrayList<>();
    double hip = bench.frame().measures().hipY();
    if (middle - hip > .06) {
      knots.add(Knot.smooth(shell.side(side, hip - .02)));
    }
    knots.add(Knot.smooth(prefix + "side", shell.side(side, middle)));
    knots.add(Knot.corner(prefix + "hem", hemLine().corner(side)));
    return knots;
  }
}
