package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.garments.Trim.Finish;
import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/** What is sewn and creased on a sleeve. */
final class SleeveSewing {
  private final Bench bench;
  private final SleevePattern sleeve;
  private final Notions notions;
  private final Dice dice;

  SleeveSewing(Bench bench, SleevePattern sleeve) {
    this.bench = bench;
    this.sleeve = sleeve;
    Limb arm = sleeve.arm().limb();
    notions = new Notions(Anchor.along(arm.start(), arm.middle()));
    dice = bench.folds(6 + sleeve.side().sign());
  }

  List<Detail> details() {
    folds();
    if (sleeve.isLong()) {
      elbow();
    }
    puffs();
    notions.seam(Contour.curve(sleeve.armhole(.0015).toArray(Point[]::new)));
    notions.fold(.016, .3, sleeve.armhole(.01).toArray(Point[]::new));
    cuff();
    return notions.details();
  }

  private Point at(double along, double share) {
    return sleeve.arm().at(along, share * sleeve.half(along));
  }

  private void folds() {
    int count = sleeve.isLong() ? 3 + dice.below(3) : 1 + dice.below(2);
    double last = sleeve.end() - .1;
    for (int i = 0; i < count; i++) {
      double along = .3 + (last - .3) * (i + dice.between(.2, .8)) / count;
      double slant = dice.between(-.14, .14);
      double from = dice.chance(.5) ? -.95 : .95;
      notions.fold(
          dice.between(.01, .018),
          dice.between(.14, .32),
          at(along, from),
          at(along + slant * .5, from * .3),
          at(along + slant, -from * dice.between(0, .4)));
    }
  }

  private void elbow() {
    double bend = sleeve.arm().bend();
    double inside = sleeve.arm().inside() == 0 ? -1 : sleeve.arm().inside();
    int count = 1 + (int) (bend * 4);
    for (int i = 0; i < count; i++) {
      double spread = count == 1 ? 0 : (i / (count - 1.0) - .5) * .34;
      notions.fold(
          dice.between(.01, .018),
          .2 + .4 * bend * dice.between(.7, 1.1),
          at(1 + spread * .5, inside * .95),
          at(1 + spread, inside * .2),
          at(1 + spread * 1.4, -inside * dice.between(.1, .6)));
    }
  }

  /** Gathers where a puffed sleeve is drawn in. */
  private void puffs() {
    if (bench.cut().sleeve().puff() < .006) {
      return;
    }
    double end = sleeve.end();
    for (int i = 0; i < 5; i++) {
      double share = -.7 + .35 * i;
      double length = Math.min(.3, end * .3);
      notions.fold(
          .012,
          dice.between(.25, .4),
          at(end, share),
          at(end - length * dice.between(.6, 1), share * .9));
      if (i > 1) {
        notions.fold(.012, dice.between(.2, .35), at(.02, share), at(.02 + length * .8, share));
      }
    }
  }

  private void cuff() {
    double end = sleeve.end();
    double unit = .4 / sleeve.arm().upperLength() * .5;
    Finish finish = bench.trim().cuff();
    switch (finish) {
      case RIBBED -> {
        double wide = sleeve.isLong() ? .17 : .08;
        band(end - wide * unit, true, .97);
        ribs(end - wide * unit, end);
      }
      case BAND -> {
        band(end - .17 * unit, false, 1.02);
        notions.button(bench.design().fastening(), at(end - .08 * unit, .55), .0055);
      }
      case ROLLED -> band(end - .12 * unit, false, 1.05);
      case ELASTIC -> {
        band(end - .07 * unit, false, .98);
        ribs(end - .07 * unit, end);
      }
      case LACE -> band(end - .1 * unit, true, 1.06);
      case STITCHED ->
          notions.stitches(
              at(end - .055 * unit, 1), at(end - .055 * unit, 0), at(end - .055 * unit, -1));
      case PLAIN -> notions.fold(.012, -.2, at(end - .03, .9), at(end - .03, -.9));
    }
  }

  private void band(double from, boolean trimming, double light) {
    double end = sleeve.end() + .12;
    notions.patch(
        trimming ? bench.design().trimming() : bench.design().fabric(),
        light,
        Contour.straight(at(from, 1.15), at(from, -1.15), at(end, -1.3), at(end, 1.3)));
  }

  private void ribs(double from, double to) {
    for (double share = -.75; share < .8; share += .3) {
      notions.thinSeam(Contour.straight(at(from, share), at(to, share)));
    }
  }
}
