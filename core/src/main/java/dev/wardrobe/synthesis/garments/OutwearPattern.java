package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.List;

/** Outwear: a back, two front halves before it and two sleeves. */
final class OutwearPattern {
  /** The least width of the neckline beside a front edge. */
  private static final double LEAST_OPENING = .006;

  /** Turned further than this, front edges are straight lines. */
  private static final double MOST_CURVED_TURN = .9;

  private final Bench bench;
  private final TrunkShape shape;
  private final Cut.Front front;

  OutwearPattern(Bench bench) {
    this.bench = bench;
    shape = new TrunkShape(bench);
    front = bench.cut().front();
  }

  List<Piece> pieces() {
    boolean behind = bench.frame().fromBehind();
    List<Piece> pieces = new ArrayList<>(new HoodPattern(bench, shape).pieces());
    OutwearSewing sewing = new OutwearSewing(bench, this);
    if (behind) {
      pieces.add(bench.inside(List.of(hiddenHalf(Side.LEFT), hiddenHalf(Side.RIGHT)), List.of()));
      pieces.add(bench.outside(List.of(back()), bench.anchor(), sewing.back()));
    } else {
      pieces.add(bench.inside(List.of(insideBack()), sewing.lining()));
      if (!front.open()) {
        pieces.add(bench.underlay(underlap(), .75, bench.anchor()));
      }
      for (Side side : Side.values()) {
        pieces.add(bench.outside(List.of(half(side)), bench.anchor(), sewing.half(side)));
      }
    }
    for (Side side : Side.values()) {
      pieces.add(new SleevePattern(bench, shape, side).piece());
    }
    return pieces;
  }

  TrunkShape shape() {
    return shape;
  }

  /** Where the front edge begins, below the neckline. */
  double top() {
    return bench.cut().neck().depth();
  }

  /** Where the front edge of a side is at a height, from the middle. */
  double edge(Side side, double y) {
    double share = Math.max(0, Math.min(1, (y - top()) / (shape.hem() - top())));
    return front.shift() + side.sign() * (front.top() + (front.bottom() - front.top()) * share);
  }

  /** A place at the front edge. */
  Point onEdge(Side side, double y) {
    double most = .6 * shape.shell().half(y);
    return shape.shell().onFront(Math.max(-most, Math.min(most, edge(side, y))), y);
  }

  private List<Knot> half(Side side) {
    String prefix = side.prefix();
    List<Knot> knots = new ArrayList<>();
    knots.add(Knot.corner(prefix + "neckline", shape.neck(side)));
    knots.addAll(opening(side));
    knots.add(hemMiddle(side));
    knots.addAll(sideKnots(side).reversed());
    return knots;
  }

  /** The upper end of the front edge, kept beside the neck however the figure is turned. */
  Point edgeTop(Side side) {
    Point free = onEdge(side, top());
    Point out = bench.frame().outward(side);
    Point from = shape.neck(side).minus(free);
    double missing = LEAST_OPENING - from.x() * out.x() - from.y() * out.y();
    return missing > 0 ? free.minus(out.times(missing)) : free;
  }

  /** The middle of the neckline of a side. */
  Point neckMiddle(Side side) {
    Point neck = shape.neck(side);
    Point to = edgeTop(side).minus(neck);
    boolean straight = bench.cut().neck().line() == Cut.Neckline.V;
    Point down = bench.frame().down();
    Point fall = down.times((to.x() * down.x() + to.y() * down.y()) / down.length());
    return neck.plus(to.minus(fall).times(straight ? .5 : .28))
        .plus(fall.times(straight ? .5 : .68));
  }

  /** Down the neckline and the front edge. */
  private List<Knot> opening(Side side) {
    String prefix = side.prefix();
    double top = top();
    double length = shape.hem() - top;
    // Close to the edge of the trunk a curve could swing across it.
    boolean stiff = Math.abs(bench.frame().skeleton().turn()) > MOST_CURVED_TURN;
    return List.of(
        Knot.smooth(prefix + "neckline_front", neckMiddle(side)),
        Knot.corner(prefix + "front_top", edgeTop(side)),
        new Knot(prefix + "front_upper", onEdge(side, top + .34 * length), stiff),
        new Knot(prefix + "front_lower", onEdge(side, top + .67 * length), stiff),
        Knot.corner(prefix + "front_bottom", onEdge(side, shape.hem() + .006)));
  }

  private Knot hemMiddle(Side side) {
    double edge = edge(side, shape.hem());
    double outer = side.sign() * shape.shell().half(shape.hem());
    return Knot.smooth(shape.shell().on((edge + outer) / 2, shape.hem() + .006));
  }

  /** From the shoulder down to the hem. */
  private List<Knot> sideKnots(Side side) {
    String prefix = side.prefix();
    Shell shell = shape.shell();
    List<Knot> knots = new ArrayList<>();
    if (bench.cut().neck().line() == Cut.Neckline.HIGH) {
      knots.add(Knot.smooth(shape.onShoulder(side, shape.frame().measures().neck() + .016)));
    }
    knots.add(Knot.corner(shape.shoulder(side)));
    knots.add(Knot.smooth(shape.armhole(side)));
    knots.add(Knot.corner(shell.side(side, shape.armpit())));
    knots.add(Knot.smooth(prefix + "chest", shell.side(side, shape.chest())));
    knots.add(Knot.smooth(prefix + "waist", shell.side(side, shape.waist())));
    if (shape.hem() - shape.waist() > .25) {
      knots.add(Knot.smooth(shell.side(side, (shape.hem() + shape.waist()) / 2)));
    }
    knots.add(Knot.corner(prefix + "hem", shell.side(side, shape.hem())));
    return knots;
  }

  private List<Knot> back() {
    List<Knot> knots = new ArrayList<>();
    knots.add(Knot.corner("left_neckline", shape.neck(Side.LEFT)));
    knots.add(Knot.smooth("neckline_back", shape.backNeckline()));
    knots.add(Knot.corner("right_neckline", shape.neck(Side.RIGHT)));
    knots.addAll(sideKnots(Side.RIGHT));
    knots.add(Knot.smooth(shape.shell().at(0, shape.hem() + .008)));
    knots.addAll(sideKnots(Side.LEFT).reversed());
    return knots;
  }

  private List<Knot> insideBack() {
    Shell shell = shape.shell();
    double low = shape.hem() - .002;
    double share = .94;
    return List.of(
        Knot.corner(shape.neck(Side.LEFT)),
        Knot.smooth("neckline_back", shape.backNeckline()),
        Knot.corner(shape.neck(Side.RIGHT)),
        Knot.corner(shape.shoulder(Side.RIGHT).towards(shape.neck(Side.RIGHT), .25)),
        Knot.corner(shell.at(share * .9, shape.armpit())),
        Knot.smooth(shell.at(share, shape.waist())),
        Knot.corner(shell.at(share, low)),
        Knot.smooth(shell.at(0, low + .004)),
        Knot.corner(shell.at(-share, low)),
        Knot.smooth(shell.at(-share, shape.waist())),
        Knot.corner(shell.at(-share * .9, shape.armpit())),
        Knot.corner(shape.shoulder(Side.LEFT).towards(shape.neck(Side.LEFT), .25)));
  }

  /** A front half seen from behind: all of it is behind the back. */
  private List<Knot> hiddenHalf(Side side) {
    List<Knot> knots = new ArrayList<>();
    knots.add(Knot.corner(shape.neck(side)));
    knots.addAll(opening(side));
    knots.add(Knot.corner(hidden(side, shape.hem() - .01)));
    knots.add(Knot.smooth(hidden(side, shape.waist())));
    knots.add(Knot.corner(hidden(side, shape.armpit())));
    return knots;
  }

  private Point hidden(Side side, double y) {
    double beside = Math.abs(edge(side, y)) + .015;
    return shape.onFront(side.sign() * Math.max(beside, .85 * shape.shell().half(y)), y);
  }

  /** The strip behind the line where closed halves meet. */
  private List<Knot> underlap() {
    double width = .014;
    double top = top() + .004;
    double low = shape.hem() + .004;
    Shell shell = shape.shell();
    double shift = front.shift();
    return List.of(
        Knot.corner(shell.on(shift - width, top)),
        Knot.corner(shell.on(shift + width, top)),
        Knot.smooth(shell.on(shift + width, shape.waist())),
        Knot.corner(shell.on(shift + width, low)),
        Knot.corner(shell.on(shift - width, low)),
        Knot.smooth(shell.on(shift - width, shape.waist())));
  }
}
