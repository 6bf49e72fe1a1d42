package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Side;

/**
 * Creases of a trunk: where arms pull, where the waist presses it together, where it hangs free.
 */
final class TrunkFolds {
  private final Bench bench;
  private final TrunkShape shape;
  private final Shell shell;
  private final Notions notions;
  private final Dice dice;

  TrunkFolds(Bench bench, TrunkShape shape, Notions notions) {
    this.bench = bench;
    this.shape = shape;
    this.notions = notions;
    shell = shape.shell();
    dice = bench.folds(1);
  }

  void trunk(boolean sleeved) {
    for (Side side : Side.values()) {
      armpit(side, sleeved);
      waist(side);
    }
    if (bench.fit().tucked()) {
      tuck();
    } else if (!TrunkShape.isDress(bench.design().category())) {
      hanging();
    }
  }

  private void armpit(Side side, boolean sleeved) {
    Limb arm = bench.frame().skeleton().arm(side);
    double raised = Math.max(0, Math.min(1, (arm.start().y() + .1 - arm.middle().y()) / .2));
    double strength = (sleeved ? .3 : .2) + .25 * raised;
    int count = sleeved ? 2 : 1;
    for (int i = 0; i < count; i++) {
      double y = shape.armpit() + .004 + .022 * i + dice.between(0, .012);
      double reach = dice.between(.35, .6);
      double drop = dice.between(.02, .06) * (1 - 1.5 * raised);
      notions.fold(
          dice.between(.014, .024),
          strength * dice.between(.7, 1.2),
          shell.at(side.sign() * .97, y),
          shell.at(side.sign() * (1 - reach * .5), y + drop * .7),
          shell.at(side.sign() * (1 - reach), y + drop));
    }
  }

  private void waist(Side side) {
    double loose = bench.cut().body().boxy();
    double lean = bench.frame().skeleton().lean() * side.sign();
    int count = 1 + dice.below(2) + (lean > .08 ? 1 : 0);
    for (int i = 0; i < count; i++) {
      double y = shape.waist() + dice.between(-.035, .035);
      if (y > shape.hem() - .02) {
        continue;
      }
      double reach = dice.between(.25, .6);
      notions.fold(
          dice.between(.012, .022),
          (.32 - .15 * loose) * dice.between(.6, 1.3),
          shell.at(side.sign() * .98, y - .006),
          shell.at(side.sign() * (1 - reach * .5), y + .008),
          shell.at(side.sign() * (1 - reach), y + dice.between(.005, .025)));
    }
  }

  private void hanging() {
    double from = shape.chest() + .03;
    double to = shape.hem();
    int count = 2 + dice.below(3);
    double loose = .14 + 3 * Math.min(.05, bench.cut().body().ease());
    for (int i = 0; i < count; i++) {
      double share = -.75 + 1.5 * (i + dice.between(.15, .85)) / count;
      double start = dice.between(from, from + .6 * (to - from));
      notions.fold(
          dice.between(.02, .036),
          (dice.chance(.35) ? -.8 : 1) * loose * dice.between(.7, 1.2),
          shell.at(share * .92, start),
          shell.at(share, (start + to) / 2),
          shell.at(share * 1.03, to - .004));
    }
  }

  private void tuck() {
    double low = shape.hem();
    for (int i = 0; i < 6; i++) {
      double share = -.85 + 1.7 * (i + dice.between(.2, .8)) / 6;
      double top = low - dice.between(.09, .17);
      notions.fold(
          dice.between(.012, .02),
          dice.between(.18, .36),
          shell.at(share, low),
          shell.at(share * 1.02, (low + top) / 2),
          shell.at(share * .9, top));
    }
  }
}
