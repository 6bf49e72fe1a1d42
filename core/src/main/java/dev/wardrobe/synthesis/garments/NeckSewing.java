package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.List;

/** What is sewn around the neckline of a top or a dress. */
final class NeckSewing {
  private final Bench bench;
  private final TrunkShape shape;
  private final boolean straps;
  private final Notions notions;
  private final boolean front;

  NeckSewing(Bench bench, TrunkShape shape, TrunkPattern.Armhole armhole, Notions notions) {
    this.bench = bench;
    this.shape = shape;
    straps = armhole == TrunkPattern.Armhole.STRAP;
    this.notions = notions;
    front = !bench.frame().fromBehind();
  }

  void sew() {
    switch (bench.trim().collar()) {
      case RIB -> {
        notions.patch(bench.design().trimming(), .96, Notions.strip(neckline(), .013));
        ribs();
      }
      case BINDING ->
          notions.flatPatch(bench.design().trimming(), .95, Notions.strip(neckline(), .006));
      case SHIRT -> shirtCollar();
      case ROLL -> roll();
      case BAND -> notions.patch(bench.design().fabric(), 1, Notions.strip(neckline(), .012));
      case HOOD -> hood();
      case NONE, LAPEL -> notions.stitches(Notions.beside(neckline(), .008));
    }
  }

  private double[] neckline() {
    List<Knot> knots = new ArrayList<>();
    StrapShape strap = straps ? new StrapShape(bench, shape) : null;
    knots.add(Knot.corner(strap == null ? shape.neck(Side.LEFT) : strap.base(Side.LEFT)));
    if (front) {
      knots.addAll(strap == null ? shape.frontNeckline() : strap.neckline());
    } else {
      knots.add(Knot.smooth(strap == null ? shape.backNeckline() : strap.back()));
    }
    knots.add(Knot.corner(strap == null ? shape.neck(Side.RIGHT) : strap.base(Side.RIGHT)));
    double[] line = Contour.line(knots);
    // The cloth is to the right of the direction from the left of Figure 2 when seen in front,
    // and from behind, where left and right have changed places, to its left.
    return front ? reversed(line) : line;
  }

  private static double[] reversed(double[] line) {
    double[] other = new double[line.length];
    for (int i = 0; i < line.length; i += 2) {
      other[i] = line[line.length - 2 - i];
      other[i + 1] = line[line.length - 1 - i];
    }
    return other;
  }

  private void ribs() {
    double[] inner = neckline();
    double[] outer = Notions.beside(inner, .013);
    for (int i = 4; i < inner.length - 4; i += 4) {
      notions.thinSeam(new double[] {inner[i], inner[i + 1], outer[i], outer[i + 1]});
    }
  }

  private void shirtCollar() {
    Material material = bench.design().trimming();
    if (!front) {
      notions.patch(material, 1.02, Notions.strip(neckline(), .034));
      return;
    }
    double depth = bench.cut().neck().depth();
    double half = shape.neckHalf();
    Shell shell = shape.shell();
    for (Side side : Side.values()) {
      int sign = side.sign();
      Point neck = shape.neck(side);
      Point tip = shell.on(sign * (half * .62 + .012), depth + .022);
      List<Knot> wing =
          List.of(
              Knot.corner(neck),
              Knot.smooth(shell.on(sign * half * .52, depth * .42)),
              Knot.corner(shell.on(sign * .004, depth * .92)),
              Knot.corner(tip),
              Knot.corner(
                  shape.onShoulder(side, half + .022).plus(bench.frame().down().times(.012))),
              Knot.corner(shape.onShoulder(side, half + .012)));
      notions.patch(material, 1.05, Contour.polygon(wing));
    }
  }

  private void roll() {
    double depth = bench.cut().neck().depth();
    Frame frame = bench.frame();
    double neck = frame.measures().neck();
    double low = -.002;
    Point left = frame.edge(Side.LEFT, neck + .012, low - .008, .55);
    Point right = frame.edge(Side.RIGHT, neck + .012, low - .008, .55);
    Point middle = frame.at(0, low + .014, frame.seen() * .5);
    notions.fold(.02, .5, left, middle, right);
    notions.seam(left, middle, right);
    Point up = frame.down().times(-.6 * Math.abs(depth));
    notions.fold(.014, -.35, left.plus(up.times(.6)), middle.plus(up), right.plus(up.times(.6)));
  }

  private void hood() {
    if (!front) {
      notions.add(new HoodPattern(bench, shape).onBack());
      return;
    }
    double[] band = Notions.strip(neckline(), .024);
    notions.patch(bench.design().fabric(), 1.03, band);
  }
}
