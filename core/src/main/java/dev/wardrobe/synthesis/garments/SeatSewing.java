package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.garments.Trim.Closure;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;

/** Waistband, fly and pockets of shorts and trousers. */
final class SeatSewing {
  private static final double BAND = .013;

  private final Bench bench;
  private final LegPattern legs;
  private final Notions notions;
  private final Shell shell;
  private final Trim trim;
  private final boolean front;

  SeatSewing(Bench bench, LegPattern legs, Notions notions) {
    this.bench = bench;
    this.legs = legs;
    this.notions = notions;
    shell = legs.shell();
    trim = bench.trim();
    front = !bench.frame().fromBehind();
  }

  /** Waistband, fly and pockets; both halves get all of it, and their edges cut it. */
  void sew() {
    double top = legs.top();
    double crotch = bench.frame().measures().crotchY();
    Point[] middle = {shell.on(0, top), shell.on(0, (top + crotch) / 2), legs.crotch()};
    notions.fold(.014, .35, middle);
    notions.seam(middle);
    if (front) {
      closure(top);
    }
    for (Side side : Side.values()) {
      pockets(side.sign(), top);
    }
    new BeltSewing(bench, shell, notions).at(top + BAND - .001, BAND);
    if (trim.belt() == Trim.Belt.BAND || trim.belt() == Trim.Belt.BUCKLE) {
      for (double share : new double[] {-.62, .62}) {
        notions.patch(
            bench.design().fabric(),
            1.06,
            Contour.straight(
                shell.at(share - .03, top - .004), shell.at(share + .03, top - .004),
                shell.at(share + .03, top + 2 * BAND + .004),
                    shell.at(share - .03, top + 2 * BAND + .004)));
      }
    }
    if (front && trim.closure() == Closure.FLY && trim.belt() == Trim.Belt.BAND) {
      notions.button(bench.design().fastening(), shell.on(.003, top + BAND + .004), .007);
    }
  }

  private void closure(double top) {
    if (trim.closure() == Closure.FLY) {
      double low = top + Math.min(.1, (bench.frame().measures().crotchY() - top) * .62);
      notions.stitches(
          shell.on(.024, top + .02),
          shell.on(.023, low - .025),
          shell.on(.016, low - .006),
          shell.on(0, low));
    } else if (trim.closure() == Closure.DRAWSTRING) {
      Material.Plain cord =
          new Material.Plain(bench.design().emblem().first(), Material.Finish.MATTE);
      for (int way = -1; way <= 1; way += 2) {
        double[] line =
            Contour.curve(
                shell.on(way * .006, top + .014),
                shell.on(way * .018, top + .045),
                shell.on(way * .014, top + .075));
        notions.patch(cord, 1, Notions.strip(line, .0048));
      }
    }
  }

  private void pockets(int way, double top) {
    switch (trim.pockets()) {
      case JEANS -> {
        if (front) {
          Point[] line = {
            shell.at(way * .46, top + .024),
            shell.at(way * .58, top + .058),
            shell.at(way * 1.02, top + .074)
          };
          notions.seam(line);
          notions.stitches(Notions.beside(Contour.curve(line), way * -.006));
        } else {
          backPocket(way, top);
        }
      }
      case SLANT, CARGO -> {
        if (front) {
          notions.seam(shell.at(way * .6, top + .026), shell.at(way * .93, top + .115));
        } else {
          notions.seam(shell.on(way * .09, top + .075), shell.on(way * .035, top + .075));
        }
      }
      default -> {}
    }
  }

  private void backPocket(int way, double top) {
    double x = way * .064;
    double y = top + .062;
    notions.patch(
        bench.design().fabric(),
        1.02,
        Contour.straight(
            shell.on(x - .032, y),
            shell.on(x + .032, y),
            shell.on(x + .029, y + .06),
            shell.on(x, y + .076),
            shell.on(x - .029, y + .06)));
    notions.stitches(
        shell.on(x - .029, y + .03), shell.on(x, y + .045), shell.on(x + .029, y + .03));
  }
}
