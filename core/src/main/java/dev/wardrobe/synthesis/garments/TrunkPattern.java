package dev.wardrobe.synthesis.garments;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.List;

/** The trunk of tops and dresses, with what is seen of its inside, and its sleeves or straps. */
final class TrunkPattern {
  /** Kinds of armholes. */
  enum Armhole {
    SLEEVE,
    SHOULDER,
    STRAP
  }

  private final Bench bench;
  private final TrunkShape shape;
  private final Armhole armhole;

  TrunkPattern(Bench bench) {
    this.bench = bench;
    shape = new TrunkShape(bench);
    armhole = armhole(bench.design().category());
  }

  static Armhole armhole(Category category) {
    return switch (category) {
      case VEST, VEST_DRESS -> Armhole.SHOULDER;
      case SLING, SLING_DRESS -> Armhole.STRAP;
      default -> Armhole.SLEEVE;
    };
  }

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    List<List<Knot>> inside = new ArrayList<>();
    inside.add(insideNeckline());
    if (armhole == Armhole.STRAP) {
      for (Side side : Side.values()) {
        inside.add(backStrap(side));
      }
    }
    insideHem(inside);
    pieces.addAll(new HoodPattern(bench, shape).pieces());
    pieces.add(bench.inside(inside, List.of()));
    List<List<Knot>> outside = new ArrayList<>();
    outside.add(outline());
    if (armhole == Armhole.STRAP) {
      for (Side side : Side.values()) {
        outside.add(strap(side));
      }
    }
    pieces.add(
        bench.outside(outside, bench.anchor(), new TrunkSewing(bench, shape, armhole).details()));
    if (armhole == Armhole.SLEEVE) {
      for (Side side : Side.values()) {
        pieces.add(new SleevePattern(bench, shape, side).piece());
      }
    }
    return pieces;
  }

  private List<Knot> outline() {
    List<Knot> knots = new ArrayList<>();
    knots.add(Knot.corner("left_neckline", necklineEnd(Side.LEFT)));
    if (bench.frame().fromBehind()) {
      knots.add(Knot.smooth("neckline_back", backNeckline()));
    } else {
      knots.addAll(frontNeckline());
    }
    knots.add(Knot.corner("right_neckline", necklineEnd(Side.RIGHT)));
    knots.addAll(sideKnots(Side.RIGHT));
    knots.addAll(new HemLine(bench, shape).knots());
    knots.addAll(sideKnots(Side.LEFT).reversed());
    return knots;
  }

  private List<Knot> frontNeckline() {
    if (armhole != Armhole.STRAP) {
      return shape.frontNeckline();
    }
    return new StrapShape(bench, shape).neckline();
  }

  private Point necklineEnd(Side side) {
    return armhole == Armhole.STRAP ? new StrapShape(bench, shape).base(side) : shape.neck(side);
  }

  private Point backNeckline() {
    return armhole == Armhole.STRAP ? new StrapShape(bench, shape).back() : shape.backNeckline();
  }

  /** From after the neckline down to the hem's corner. */
  private List<Knot> sideKnots(Side side) {
    String prefix = side.prefix();
    List<Knot> knots = new ArrayList<>(armholeKnots(side));
    Shell shell = shape.shell();
    Point chest = shell.side(side, shape.chest());
    knots.add(Knot.smooth(armhole == Armhole.SLEEVE ? prefix + "chest" : "", chest));
    knots.add(Knot.smooth(prefix + "waist", shell.side(side, shape.waist())));
    if (TrunkShape.isDress(bench.design().category())) {
      knots.add(Knot.smooth(prefix + "hip", shell.side(side, shape.hip())));
      knots.add(Knot.smooth(prefix + "skirt", shell.side(side, shape.skirt())));
    }
    knots.add(Knot.corner(prefix + "hem", new HemLine(bench, shape).corner(side)));
    return knots;
  }

  private List<Knot> armholeKnots(Side side) {
    String prefix = side.prefix();
    Point pit = shape.bareArmpit(side);
    List<Knot> knots = new ArrayList<>();
    switch (armhole) {
      case SLEEVE -> {
        if (bench.cut().neck().line() == Cut.Neckline.HIGH) {
          knots.add(Knot.smooth(shape.onShoulder(side, shape.frame().measures().neck() + .016)));
        }
        knots.add(Knot.corner(shape.shoulder(side)));
        knots.add(Knot.smooth(shape.armhole(side)));
        knots.add(Knot.corner(shape.shell().side(side, shape.armpit())));
      }
      case SHOULDER -> {
        double x = shape.neckHalf() + bench.cut().body().strap();
        Point shoulder = shape.onShoulder(side, x);
        double half = shape.shell().half(shape.armpit());
        double low = .62;
        double y = shape.shoulderTop(x) + low * (shape.armpit() - shape.shoulderTop(x));
        if (bench.cut().neck().line() == Cut.Neckline.HIGH) {
          knots.add(Knot.smooth(shape.onShoulder(side, shape.frame().measures().neck() + .016)));
        }
        knots.add(Knot.corner(prefix + "shoulder", shoulder));
        knots.add(Knot.smooth(bench.frame().edge(side, Math.min(x, half - .012), y, .7)));
        knots.add(Knot.corner(prefix + "armpit", pit));
      }
      case STRAP -> {
        Point base = necklineEnd(side);
        Point dip = base.towards(pit, .5).plus(bench.frame().down().times(.012));
        knots.add(Knot.smooth(dip));
        knots.add(Knot.corner(prefix + "armpit", pit));
      }
    }
    return knots;
  }

  private List<Knot> strap(Side side) {
    StrapShape straps = new StrapShape(bench, shape);
    Point base = straps.base(side);
    Point top = straps.top(side);
    Point width = straps.width(side);
    Point into = bench.frame().down().times(.012);
    List<Knot> knots = new ArrayList<>();
    knots.add(Knot.corner(side.prefix() + "strap_top", top));
    knots.add(Knot.corner(base));
    knots.add(Knot.corner(base.plus(width.times(.5)).plus(into)));
    knots.add(Knot.corner(base.plus(width).plus(into.times(.4))));
    knots.add(Knot.corner(top.plus(width)));
    return knots;
  }

  /** The part of a strap on the other side of the body. */
  private List<Knot> backStrap(Side side) {
    StrapShape straps = new StrapShape(bench, shape);
    Point top = straps.top(side);
    Point width = straps.width(side);
    Point low =
        straps.base(side).towards(straps.back(), .25).plus(bench.frame().down().times(.012));
    return List.of(
        Knot.corner(top),
        Knot.corner(low),
        Knot.corner(low.plus(width)),
        Knot.corner(top.plus(width)));
  }

  /** The back of the neckline from inside; from behind, its front. */
  private List<Knot> insideNeckline() {
    List<Knot> knots = new ArrayList<>();
    knots.add(Knot.corner(necklineEnd(Side.LEFT)));
    if (bench.frame().fromBehind()) {
      knots.addAll(frontNeckline());
    } else {
      knots.add(Knot.smooth("neckline_back", backNeckline()));
    }
    knots.add(Knot.corner(necklineEnd(Side.RIGHT)));
    // It reaches a bit below the front neckline, whatever the shape of that.
    Point under = bench.frame().down().times(.018);
    knots.add(Knot.corner(necklineEnd(Side.RIGHT).plus(under)));
    for (Knot knot : frontNeckline().reversed()) {
      knots.add(new Knot("", knot.at().plus(under), knot.corner()));
    }
    knots.add(Knot.corner(necklineEnd(Side.LEFT).plus(under)));
    return knots;
  }

  private void insideHem(List<List<Knot>> inside) {
    if (bench.fit().tucked() || bench.frame().fromBehind()) {
      return;
    }
    HemLine hem = new HemLine(bench, shape);
    if (hem.showsInside()) {
      inside.add(hem.inside());
    }
  }
}
