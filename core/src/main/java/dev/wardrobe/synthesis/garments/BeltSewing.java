package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;

/** Belts, waist seams, elastic and ties. */
final class BeltSewing {
  private final Bench bench;
  private final Shell shell;
  private final Notions notions;
  private final boolean front;

  BeltSewing(Bench bench, Shell shell, Notions notions) {
    this.bench = bench;
    this.shell = shell;
    this.notions = notions;
    front = !bench.frame().fromBehind();
  }

  /** Sews it around a height, reaching so far up and down. */
  void at(double y, double half) {
    Material trimming = bench.design().trimming();
    switch (bench.trim().belt()) {
      case NONE -> {}
      case SEAM -> notions.seam(Notions.across(shell, y, .004));
      case BAND -> {
        notions.patch(bench.design().fabric(), 1.02, Notions.band(shell, y - half, y + half, .004));
        notions.stitches(Notions.across(shell, y + half - .004, .004));
      }
      case ELASTIC -> elastic(y, half);
      case BUCKLE -> {
        notions.patch(trimming, 1, Notions.band(shell, y - half * .85, y + half * .85, .004));
        if (front) {
          buckle(y, half);
        }
      }
      case TIE -> {
        notions.patch(trimming, .96, Notions.band(shell, y - half * .8, y + half * .8, .004));
        if (front) {
          bow(y);
        }
      }
    }
  }

  private void elastic(double y, double half) {
    notions.patch(bench.design().fabric(), .97, Notions.band(shell, y - half, y + half, .004));
    for (double share = -.9; share < .95; share += .15) {
      notions.thinSeam(
          Contour.straight(shell.at(share, y - half * .8), shell.at(share, y + half * .9)));
    }
  }

  private void buckle(double y, double half) {
    double low = y + .004;
    Point[] outer = {
      shell.on(-.015, low - half),
      shell.on(.015, low - half),
      shell.on(.015, low + half),
      shell.on(-.015, low + half)
    };
    notions.patch(bench.design().fastening(), 1.05, Contour.straight(outer));
    double in = half * .55;
    Point[] hole = {
      shell.on(-.008, low - in),
      shell.on(.009, low - in),
      shell.on(.009, low + in),
      shell.on(-.008, low + in)
    };
    notions.flatPatch(bench.design().trimming(), .85, Contour.straight(hole));
  }

  private void bow(double y) {
    Material trimming = bench.design().trimming();
    double x = shell.half(y) * .3;
    for (int way = -1; way <= 1; way += 2) {
      notions.patch(
          trimming,
          .98,
          Contour.straight(
              shell.on(x, y),
              shell.on(x + way * .012, y + .06),
              shell.on(x + way * .02 + .006, y + .085),
              shell.on(x + way * .024 - .008, y + .09),
              shell.on(x + way * .004, y + .05)));
      notions.patch(
          trimming,
          1.04,
          Contour.straight(
              shell.on(x, y + .003),
              shell.on(x + way * .03, y - .014),
              shell.on(x + way * .036, y + .004),
              shell.on(x + way * .028, y + .02)));
    }
    notions.button(trimming, shell.on(x, y + .003), .008);
  }
}
