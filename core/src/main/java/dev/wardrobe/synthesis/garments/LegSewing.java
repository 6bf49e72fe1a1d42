package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.garments.Trim.Pockets;
import dev.wardrobe.synthesis.garments.Trim.Surface;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/** What is sewn and creased on shorts and trousers. */
final class LegSewing {
  /** Legs nearer than this have no gap between them that could be seen. */
  private static final double TOUCHING = .014;

  private final Bench bench;
  private final LegPattern legs;
  private final Shell shell;
  private final Trim trim;

  LegSewing(Bench bench, LegPattern legs) {
    this.bench = bench;
    this.legs = legs;
    shell = legs.shell();
    trim = bench.trim();
  }

  /** For both halves in one piece. */
  List<Detail> both() {
    Notions notions = new Notions(bench.anchor());
    for (Side side : Side.values()) {
      leg(notions, side);
    }
    touch(notions);
    new SeatSewing(bench, legs, notions).sew();
    return notions.details();
  }

  /** The line where legs that stand close together touch. */
  private void touch(Notions notions) {
    double end = legs.end();
    double[] places = {Math.min(.7, end), (Math.min(.7, end) + end) / 2, end};
    Point[] line = new Point[places.length + 1];
    line[0] = legs.crotch();
    for (int i = 0; i < places.length; i++) {
      Point left = legs.inner(Side.LEFT, places[i]);
      Point right = legs.inner(Side.RIGHT, places[i]);
      Point width = legs.outer(Side.RIGHT, places[i]).minus(legs.outer(Side.LEFT, places[i]));
      Point gap = right.minus(left);
      if (gap.x() * width.x() + gap.y() * width.y() > TOUCHING * width.length()) {
        return;
      }
      line[i + 1] = left.towards(right, .5);
    }
    notions.fold(.03, .9, line);
    notions.seam(line);
  }

  /** For one half that is a piece of its own. */
  List<Detail> one(Side side) {
    Notions notions = new Notions(bench.anchor());
    leg(notions, side);
    new SeatSewing(bench, legs, notions).sew();
    return notions.details();
  }

  private Point at(Side side, double along, double share) {
    Point outer = legs.outer(side, along);
    Point inner = legs.inner(side, along);
    return inner.towards(outer, (1 + share) / 2);
  }

  private void leg(Notions notions, Side side) {
    Dice dice = bench.folds(11 + side.sign());
    double end = legs.end();
    double start = .4;
    // Where the legs touch, only this shadow tells them apart.
    notions.fold(.022, .5, legs.crotch(), at(side, Math.min(.75, end), -.98), at(side, end, -.98));
    folds(notions, side, dice);
    if (end > 1.2) {
      knee(notions, side, dice);
    }
    if (trim.surface() == Surface.CREASE) {
      double[] line =
          Contour.curve(at(side, .1, .1), at(side, (start + end) / 2, .05), at(side, end, .05));
      notions.thinSeam(line);
      notions.add(new Detail.Fold(Notions.beside(line, -.006), .014, -.3));
    } else if (trim.surface() == Surface.PANELS) {
      stripe(notions, side);
    } else if (trim.surface() == Surface.PLEATS) {
      for (int i = 0; i < trim.lines(); i++) {
        double share = -.1 + .4 * i;
        notions.fold(
            .016,
            .4,
            shell.at(side.sign() * (.35 + .2 * i), legs.top() + .02),
            at(side, .35, share),
            at(side, Math.min(end, 1), share));
      }
    }
    if (trim.pockets() == Pockets.CARGO) {
      cargo(notions, side);
    }
    cuff(notions, side);
  }

  private void folds(Notions notions, Side side, Dice dice) {
    double end = legs.end();
    Point crotch = legs.crotch();
    for (int i = 0; i < 2; i++) {
      double up = dice.between(-.02, .04) - .03 * i;
      Point out =
          shell.on(
              side.sign() * shell.half(crotch.y()) * dice.between(.45, .8),
              bench.frame().measures().crotchY() - .03 + up);
      Point from = crotch.towards(out, .08);
      notions.fold(
          dice.between(.012, .02),
          dice.between(.2, .36),
          from,
          from.towards(out, .5).plus(new Point(0, .006)),
          out);
    }
    int count = 1 + (int) (end * 1.6) + dice.below(2);
    for (int i = 0; i < count; i++) {
      double along = .45 + (end - .5) * (i + dice.between(.1, .9)) / count;
      double from = dice.chance(.5) ? -.95 : .95;
      double slant = dice.between(-.06, .12);
      notions.fold(
          dice.between(.014, .024),
          dice.between(.1, .26),
          at(side, along, from),
          at(side, along + slant * .6, from * .35),
          at(side, Math.min(end, along + slant), -from * dice.between(.0, .5)));
    }
    double loose = bench.cut().leg().cuff();
    if (loose > .03) {
      for (double share = -.5; share <= .5; share += .5) {
        notions.fold(
            .02 + .3 * loose,
            (share == 0 ? -.25 : .3),
            at(side, .5, share * .6),
            at(side, (.5 + end) / 2, share),
            at(side, end, share));
      }
    }
  }

  private void knee(Notions notions, Side side, Dice dice) {
    for (int way = -1; way <= 1; way += 2) {
      double along = dice.between(.92, 1.04);
      notions.fold(
          .014,
          dice.between(.15, .3),
          at(side, along, way * .96),
          at(side, along + .03, way * .5),
          at(side, along + .02, way * .15));
    }
    double end = legs.end();
    if (end > 1.85 && bench.cut().leg().cuff() < .03) {
      for (int i = 0; i < 2; i++) {
        double along = end - .08 - .09 * i;
        double way = dice.chance(.5) ? 1 : -1;
        notions.fold(
            .012,
            dice.between(.2, .35),
            at(side, along, way * .95),
            at(side, along + .03, 0),
            at(side, along + .01, -way * .6));
      }
    }
  }

  private void stripe(Notions notions, Side side) {
    double end = legs.end();
    int parts = 6;
    Point[] corners = new Point[2 * parts + 2];
    for (int i = 0; i <= parts; i++) {
      double along = .12 + (end + .05 - .12) * i / parts;
      corners[i] = at(side, along, 1.05);
      corners[corners.length - 1 - i] = at(side, along, .8);
    }
    int contrast = bench.design().emblem().first();
    Material band = new Material.Plain(contrast, Material.Finish.MATTE);
    notions.flatPatch(band, 1, Contour.straight(corners));
  }

  private void cargo(Notions notions, Side side) {
    double end = legs.end();
    double from = end > 1 ? .55 : .4;
    double to = end > 1 ? .85 : end - .1;
    Material fabric = bench.design().fabric();
    notions.patch(
        fabric,
        1.02,
        Contour.straight(
            at(side, from, .98), at(side, from, .3), at(side, to, .3), at(side, to, .98)));
    double flap = from + .3 * (to - from);
    notions.patch(
        fabric,
        1.05,
        Contour.straight(
            at(side, from - .02, 1),
            at(side, from - .02, .26),
            at(side, flap, .26),
            at(side, flap, 1)));
  }

  private void cuff(Notions notions, Side side) {
    double end = legs.end();
    Material fabric = bench.design().fabric();
    switch (trim.cuff()) {
      case RIBBED, ELASTIC -> {
        double from = end - .13;
        notions.patch(
            fabric,
            .96,
            Contour.straight(
                at(side, from, 1.2),
                at(side, from, -1.2),
                at(side, end + .05, -1.3),
                at(side, end + .05, 1.3)));
        for (double share = -.75; share < .8; share += .3) {
          notions.thinSeam(Contour.straight(at(side, from, share), at(side, end, share)));
        }
      }
      case ROLLED -> {
        double from = end - .1;
        notions.patch(
            fabric,
            1.12,
            Contour.straight(
                at(side, from, 1.2),
                at(side, from, -1.2),
                at(side, end + .05, -1.3),
                at(side, end + .05, 1.3)));
      }
      case PLAIN -> {}
      default ->
          notions.stitches(
              at(side, end - .045, 1), at(side, end - .045, 0), at(side, end - .045, -1));
    }
  }
}
