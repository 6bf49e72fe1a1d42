package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.garments.Trim.Pockets;
import dev.wardrobe.synthesis.scene.Material;

/** Pockets on the trunk. */
final class PocketSewing {
  private final Bench bench;
  private final Shell shell;
  private final Notions notions;

  PocketSewing(Bench bench, Shell shell, Notions notions) {
    this.bench = bench;
    this.shell = shell;
    this.notions = notions;
  }

  /** The pockets of a top or a dress. */
  void trunk(TrunkShape shape) {
    Pockets pockets = bench.trim().pockets();
    if (pockets == Pockets.CHEST) {
      pocket(.058, .135, .024, .056);
    } else if (pockets == Pockets.FLAP) {
      for (int way = -1; way <= 1; way += 2) {
        pocket(way * .06, .135, .024, .052);
        flap(way * .06, .132, .026, .018);
      }
    } else if (pockets == Pockets.KANGAROO) {
      kangaroo(shape.hem());
    }
  }

  /** A patch with a pointed lower edge around x, its upper edge at y. */
  void pocket(double x, double y, double half, double height) {
    Material fabric = bench.design().fabric();
    notions.patch(
        fabric,
        1.02,
        Contour.straight(
            shell.on(x - half, y),
            shell.on(x + half, y),
            shell.on(x + half, y + height * .85),
            shell.on(x, y + height),
            shell.on(x - half, y + height * .85)));
    notions.stitches(Contour.straight(shell.on(x - half, y + .009), shell.on(x + half, y + .009)));
  }

  /** A flap over the opening of a pocket. */
  void flap(double x, double y, double half, double height) {
    notions.patch(
        bench.design().fabric(),
        1.03,
        Contour.straight(
            shell.on(x - half, y),
            shell.on(x + half, y),
            shell.on(x + half * .97, y + height * .75),
            shell.on(x, y + height),
            shell.on(x - half * .97, y + height * .75)));
  }

  private void kangaroo(double hem) {
    double low = hem - .036;
    double high = Math.max(low - .1, .2);
    double wide = .092;
    double narrow = .056;
    notions.patch(
        bench.design().fabric(),
        1.02,
        Contour.straight(
            shell.on(-narrow, high),
            shell.on(narrow, high),
            shell.on(wide, high + (low - high) * .6),
            shell.on(wide, low),
            shell.on(-wide, low),
            shell.on(-wide, high + (low - high) * .6)));
  }
}
