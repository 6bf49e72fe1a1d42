package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.garments.Trim.Collar;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.List;

/** The collar of one front half of outwear: lapels, wings, bands and the edge of a hood. */
final class OutwearCollar {
  private final Bench bench;
  private final OutwearPattern pattern;
  private final Notions notions;
  private final TrunkShape shape;
  private final Shell shell;
  private final Trim trim;

  OutwearCollar(Bench bench, OutwearPattern pattern, Notions notions) {
    this.bench = bench;
    this.pattern = pattern;
    this.notions = notions;
    shape = pattern.shape();
    shell = shape.shell();
    trim = bench.trim();
  }

  void sew(Side side) {
    int way = side.sign();
    double top = pattern.top();
    double half = shape.neckHalf();
    Material fabric = bench.design().fabric();
    Point neck = shape.neck(side);
    Point down = bench.frame().down();
    switch (trim.collar()) {
      case LAPEL -> lapel(side);
      case SHIRT -> {
        List<Knot> wing =
            List.of(
                Knot.corner(neck),
                Knot.smooth(shell.on(way * half * .55, top * .45)),
                Knot.corner(pattern.onEdge(side, top)),
                Knot.corner(shell.on(pattern.edge(side, top) + way * .042, top + .03)),
                Knot.corner(shape.onShoulder(side, half + .03).plus(down.times(.014))),
                Knot.corner(shape.onShoulder(side, half + .016)));
        notions.patch(bench.design().trimming(), 1.05, Contour.polygon(wing));
      }
      case HOOD, RIB, BINDING, BAND -> {
        boolean hood = trim.collar() == Collar.HOOD;
        double wide = hood ? .026 : trim.collar() == Collar.BAND ? .022 : .016;
        double[] line = neckEdge(side);
        int turn = side == Side.LEFT ? 1 : -1;
        Material material =
            hood || trim.collar() == Collar.BAND ? fabric : bench.design().trimming();
        notions.patch(material, hood ? 1.04 : .97, Notions.strip(line, turn * wide));
      }
      default ->
          notions.stitches(Notions.beside(neckEdge(side), (side == Side.LEFT ? 1 : -1) * .01));
    }
  }

  private double[] neckEdge(Side side) {
    return Contour.curve(shape.neck(side), pattern.neckMiddle(side), pattern.edgeTop(side));
  }

  private void lapel(Side side) {
    int way = side.sign();
    double top = pattern.top();
    double half = shape.neckHalf();
    double edge = pattern.edge(side, top);
    double notch = .3 * top + .02;
    Material fabric = bench.design().fabric();
    Point down = bench.frame().down();
    double wide = .034 + .1 * top;
    List<Knot> flap = new ArrayList<>();
    flap.add(Knot.corner(shape.neck(side)));
    flap.add(Knot.corner(shape.onFront(edge + (way * half - edge) * .5, .5 * top)));
    flap.add(Knot.corner(pattern.onEdge(side, top + .004)));
    flap.add(Knot.smooth(shell.on(way * (half + wide * .55), .62 * top + .01)));
    flap.add(Knot.corner(shell.on(way * (half + wide * .8), notch + .008)));
    flap.add(Knot.corner(shell.on(way * (half + .01), notch + .006)));
    notions.patch(fabric, 1.05, Contour.polygon(flap));
    List<Knot> upper =
        List.of(
            Knot.corner(shape.neck(side)),
            Knot.corner(shell.on(way * half * .86, notch * .9)),
            Knot.corner(shell.on(way * (half + .012), notch + .004)),
            Knot.corner(shell.on(way * (half + wide * .72), notch - .012)),
            Knot.corner(shape.onShoulder(side, half + .03).plus(down.times(.01))),
            Knot.corner(shape.onShoulder(side, half + .014)));
    notions.patch(bench.design().fabric(), 1.02, Contour.polygon(upper));
  }
}
