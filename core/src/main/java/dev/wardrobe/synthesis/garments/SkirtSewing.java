package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.garments.Trim.Closure;
import dev.wardrobe.synthesis.garments.Trim.Finish;
import dev.wardrobe.synthesis.garments.Trim.Pockets;
import dev.wardrobe.synthesis.garments.Trim.Surface;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/** What is sewn and creased on skirts and the skirts of dresses. */
final class SkirtSewing {
  private final Bench bench;
  private final Shell shell;
  private final double top;
  private final double hem;
  private final Trim trim;
  private final Dice dice;

  SkirtSewing(Bench bench, Shell shell, double top, double hem) {
    this.bench = bench;
    this.shell = shell;
    this.top = top;
    this.hem = hem;
    trim = bench.trim();
    dice = bench.folds(2);
  }

  /** The details of a skirt. */
  List<Detail> skirt() {
    Notions notions = new Notions(bench.anchor());
    surface(notions);
    boolean front = !bench.frame().fromBehind();
    if (trim.pockets() == Pockets.JEANS) {
      jeansPockets(notions, front);
    }
    if (front) {
      closure(notions);
    }
    double half = trim.belt() == Trim.Belt.ELASTIC ? .016 : .013;
    new BeltSewing(bench, shell, notions).at(top + half - .002, half);
    return notions.details();
  }

  /** Folds, pleats, tiers and the hem. */
  void surface(Notions notions) {
    if (trim.surface() == Surface.PLEATS) {
      pleats(notions);
    } else {
      folds(notions);
    }
    if (trim.surface() == Surface.TIERS) {
      tiers(notions);
    }
    if (trim.surface() == Surface.PANELS) {
      for (int way = -1; way <= 1; way += 2) {
        notions.seam(
            shell.at(way * .42, top),
            shell.at(way * .46, (top + hem) / 2),
            shell.at(way * .46, hem + .02));
      }
    }
    if (trim.hem() == Finish.RIBBED) {
      notions.patch(bench.design().trimming(), .97, Notions.band(shell, hem - .03, hem + .03, .01));
    } else if (trim.hem() == Finish.LACE) {
      notions.flatPatch(
          bench.design().trimming(), 1.06, Notions.band(shell, hem - .035, hem + .04, .01));
    } else if (bench.cut().skirt().wave() == 0) {
      double sag = .008 + .05 * Math.max(0, shell.half(hem) - .12);
      notions.stitches(Notions.across(shell, hem - .014, sag));
    }
  }

  private void folds(Notions notions) {
    double flare = Math.max(0, bench.cut().skirt().flare());
    double wave = bench.cut().skirt().wave();
    if (wave > 0) {
      flutes(notions, wave);
    }
    int count = 2 + (int) (flare * 12) + dice.below(3);
    double strength = .14 + .35 * Math.min(.45, flare);
    for (int i = 0; i < count; i++) {
      double share = -.88 + 1.76 * (i + dice.between(.2, .8)) / count;
      double start = top + (hem - top) * dice.between(.02, .5);
      notions.fold(
          dice.between(.018, .034) + .03 * flare,
          (dice.chance(.3) ? -.9 : 1) * strength * dice.between(.6, 1.3),
          shell.at(share * .95, start),
          shell.at(share, start + .5 * (hem - start)),
          shell.at(share, hem - .002));
    }
    if (flare < .1) {
      hipCreases(notions);
    }
  }

  /** The folds that end in the waves of the hem. */
  private void flutes(Notions notions, double wave) {
    for (int i = -3; i <= 3; i++) {
      boolean deep = Math.abs(i) % 2 == 1;
      double share = i / 4.0;
      double start = top + (hem - top) * dice.between(.1, .4);
      notions.fold(
          .03 + wave,
          deep ? .42 : -.25,
          shell.at(share * .9, start),
          shell.at(share, (start + hem) / 2),
          shell.at(share, hem + .006));
    }
  }

  private void hipCreases(Notions notions) {
    double y = bench.frame().measures().crotchY();
    for (int way = -1; way <= 1; way += 2) {
      notions.fold(
          .02,
          dice.between(.12, .28),
          shell.at(way * .8, y - .03),
          shell.at(way * .4, y - .012),
          shell.at(way * .1, y - .005));
    }
  }

  private void pleats(Notions notions) {
    int count = trim.lines();
    for (int i = 0; i < count; i++) {
      double share = -.92 + 1.84 * (i + .5) / count;
      Point start = shell.at(share * .96, top + .02);
      Point middle = shell.at(share, (top + hem) / 2);
      Point end = shell.at(share, hem + .01);
      notions.fold(.6 * shell.half(hem) / count + .006, .5, start, middle, end);
      Point beside = shell.at(share + .75 / count, (top + hem) / 2);
      notions.fold(
          .6 * shell.half(hem) / count,
          -.28,
          shell.at(share * .96 + .7 / count, top + .03),
          beside,
          shell.at(share + .75 / count, hem));
      notions.thinSeam(Contour.curve(start, middle, end));
    }
  }

  private void tiers(Notions notions) {
    for (int i = 1; i <= trim.lines(); i++) {
      double y = top + (hem - top) * i / (trim.lines() + 1.0);
      double sag = .006 + .04 * Math.max(0, shell.half(y) - .12);
      notions.seam(Notions.across(shell, y, sag));
      notions.add(new Detail.Fold(Notions.across(shell, y + .006, sag), .018, .4));
      for (int k = 0; k < 9; k++) {
        double share = -.9 + 1.8 * (k + dice.between(.2, .8)) / 9;
        double low = y + dice.between(.03, .06);
        notions.fold(
            .012,
            dice.between(.2, .4),
            shell.at(share, y + sag * (1 - share * share)),
            shell.at(share * 1.01, low));
      }
    }
  }

  private void closure(Notions notions) {
    if (trim.closure() == Closure.BUTTONS) {
      for (int way = -1; way <= 1; way += 2) {
        notions.stitches(
            shell.on(way * .014, top),
            shell.on(way * .014, (top + hem) / 2),
            shell.on(way * .014, hem + .02));
      }
      for (int i = 0; i < trim.buttons(); i++) {
        double y = top + .034 + (hem - top - .08) * i / (trim.buttons() - 1.0);
        notions.button(bench.design().fastening(), shell.on(0, y), .0065);
      }
    } else if (trim.closure() == Closure.FLY) {
      notions.seam(shell.on(0, top), shell.on(0, hem + .02));
      notions.stitches(
          shell.on(.022, top + .02), shell.on(.02, top + .09), shell.on(0, top + .115));
    } else if (trim.closure() == Closure.WRAP) {
      Point start = shell.at(.35, top);
      Point end = shell.at(-.3, hem + .02);
      Point between = shell.at(-.05, (top + hem) / 2);
      notions.fold(.03, .45, start, between, end);
      notions.seam(start, between, end);
    }
  }

  private void jeansPockets(Notions notions, boolean front) {
    for (int way = -1; way <= 1; way += 2) {
      if (front) {
        Point[] line = {
          shell.at(way * .48, top + .02),
          shell.at(way * .58, top + .055),
          shell.at(way * 1.02, top + .07)
        };
        notions.seam(line);
        notions.stitches(Notions.beside(Contour.curve(line), way * -.006));
      } else {
        double x = way * .062;
        double y = top + .06;
        notions.patch(
            bench.design().fabric(),
            1.02,
            Contour.straight(
                shell.on(x - .03, y),
                shell.on(x + .03, y),
                shell.on(x + .027, y + .06),
                shell.on(x, y + .074),
                shell.on(x - .027, y + .06)));
      }
    }
  }
}
