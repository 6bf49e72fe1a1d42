package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.garments.Trim.Belt;
import dev.wardrobe.synthesis.garments.Trim.Closure;
import dev.wardrobe.synthesis.garments.Trim.Collar;
import dev.wardrobe.synthesis.garments.Trim.Surface;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import java.util.List;

/** What is sewn and creased on outwear. */
final class OutwearSewing {
  private final Bench bench;
  private final OutwearPattern pattern;
  private final TrunkShape shape;
  private final Shell shell;
  private final Trim trim;

  OutwearSewing(Bench bench, OutwearPattern pattern) {
    this.bench = bench;
    this.pattern = pattern;
    shape = pattern.shape();
    shell = shape.shell();
    trim = bench.trim();
  }

  /** For the inside of the back, as an open front shows it. */
  List<Detail> lining() {
    Notions notions = new Notions(bench.anchor());
    notions.fold(.05, .5, shell.at(0, shape.armpit()), shell.at(0, shape.hem()));
    notions.seam(shell.on(-.05, .03), shell.on(0, .036), shell.on(.05, .03));
    return notions.details();
  }

  /** For one front half. */
  List<Detail> half(Side side) {
    Notions notions = new Notions(bench.anchor());
    folds(notions);
    surface(notions);
    hem(notions);
    pockets(notions, side);
    edge(notions, side);
    belt(notions);
    new OutwearCollar(bench, pattern, notions).sew(side);
    fastening(notions, side);
    return notions.details();
  }

  /** For the back of a figure seen from behind. */
  List<Detail> back() {
    Notions notions = new Notions(bench.anchor());
    folds(notions);
    surface(notions);
    hem(notions);
    belt(notions);
    if (trim.collar() == Collar.HOOD) {
      notions.add(new HoodPattern(bench, shape).onBack());
      return notions.details();
    }
    if (trim.collar() == Collar.LAPEL) {
      notions.seam(shell.on(0, .03), shell.on(0, shape.waist()), shell.on(0, shape.hem() + .02));
    }
    double[] line =
        Contour.line(
            List.of(
                Knot.corner(shape.neck(Side.LEFT)),
                Knot.smooth(shape.backNeckline()),
                Knot.corner(shape.neck(Side.RIGHT))));
    double wide = trim.collar() == Collar.RIB || trim.collar() == Collar.BINDING ? .014 : .034;
    Material material =
        trim.collar() == Collar.RIB ? bench.design().trimming() : bench.design().fabric();
    notions.patch(material, 1.02, Notions.strip(line, wide));
    return notions.details();
  }

  private void folds(Notions notions) {
    new TrunkFolds(bench, shape, notions).trunk(true);
  }

  private void surface(Notions notions) {
    if (trim.surface() == Surface.YOKE) {
      notions.seam(Notions.across(shell, .118, .004));
      notions.stitches(Notions.across(shell, .124, .004));
      for (int way = -1; way <= 1; way += 2) {
        for (double x : new double[] {.035, .085}) {
          notions.stitches(
              shell.on(way * x, .12), shell.on(way * (x * .85 + .004), shape.hem() - .03));
        }
      }
    } else if (trim.surface() == Surface.QUILT) {
      for (double y = .09; y < shape.hem() - .05; y += .055) {
        notions.add(new Detail.Fold(Notions.across(shell, y, .006), .02, .5));
        notions.add(new Detail.Fold(Notions.across(shell, y + .026, .006), .024, -.4));
      }
    } else if (trim.surface() == Surface.CABLE) {
      for (double share = -.7; share < .8; share += .35) {
        notions.fold(
            .01,
            .4,
            shell.at(share, .1),
            shell.at(share, shape.waist()),
            shell.at(share, shape.hem() - .03));
      }
    }
  }

  private void hem(Notions notions) {
    double y = shape.hem();
    switch (trim.hem()) {
      case RIBBED -> {
        notions.patch(bench.design().trimming(), .96, Notions.band(shell, y - .034, y + .03, .006));
        for (double share = -.93; share < .95; share += .115) {
          notions.thinSeam(Contour.straight(shell.at(share, y - .026), shell.at(share, y + .006)));
        }
      }
      case BAND -> {
        notions.patch(bench.design().fabric(), 1.02, Notions.band(shell, y - .03, y + .03, .006));
        notions.stitches(Notions.across(shell, y - .004, .006));
      }
      default -> notions.stitches(Notions.across(shell, y - .016, .006));
    }
  }

  private void pockets(Notions notions, Side side) {
    int way = side.sign();
    PocketSewing pockets = new PocketSewing(bench, shell, notions);
    double low = Math.min(bench.frame().measures().hipY() - .02, shape.hem() - .09);
    switch (trim.pockets()) {
      case FLAP -> {
        if (trim.surface() == Surface.YOKE) {
          pockets.pocket(way * .066, .128, .026, .052);
          pockets.flap(way * .066, .124, .028, .02);
          notions.button(bench.design().fastening(), shell.on(way * .066, .137), .005);
        } else if (low > shape.waist()) {
          pockets.flap(way * .08, low - .01, .034, .02);
          if (way > 0) {
            notions.seam(shell.on(.048, .168), shell.on(.086, .16));
          }
        }
      }
      case SLANT -> notions.seam(shell.on(way * .062, low - .06), shell.on(way * .095, low + .02));
      case PATCH -> {
        if (low > shape.waist() - .02) {
          pockets.pocket(way * .078, low - .03, .036, .075);
        }
      }
      case KANGAROO -> {
        double hem = shape.hem() - .036;
        notions.patch(
            bench.design().fabric(),
            1.02,
            Contour.straight(
                shell.on(way * .004, hem - .1),
                shell.on(way * .06, hem - .1),
                shell.on(way * .096, hem - .035),
                shell.on(way * .096, hem),
                shell.on(way * .004, hem)));
      }
      case CHEST -> {
        pockets.pocket(way * .07, .13, .027, .058);
        pockets.flap(way * .07, .128, .029, .018);
      }
      default -> {}
    }
  }

  /** A band or a row of stitches along the front edge. */
  private void edge(Notions notions, Side side) {
    double top = pattern.top();
    double bottom = shape.hem() + .01;
    double[] line =
        Contour.curve(
            pattern.onEdge(side, top),
            pattern.onEdge(side, (top + bottom) / 2),
            pattern.onEdge(side, bottom));
    int turn = side == Side.LEFT ? 1 : -1;
    if (trim.collar() == Collar.RIB || trim.collar() == Collar.BINDING) {
      double[] strip = Notions.strip(line, turn * .016);
      notions.patch(bench.design().trimming(), .97, strip);
    } else if (trim.closure() == Closure.ZIP) {
      if (trim.collar() != Collar.LAPEL) {
        notions.flatPatch(bench.design().fastening(), 1, Notions.strip(line, turn * .0042));
      }
      notions.stitches(Notions.beside(line, turn * .012));
    } else {
      notions.stitches(Notions.beside(line, turn * .009));
    }
  }

  private void belt(Notions notions) {
    if (trim.belt() == Belt.NONE) {
      return;
    }
    Material fabric = bench.design().fabric();
    double y = trim.belt() == Belt.BAND ? shape.hem() - .03 : shape.waist();
    notions.patch(fabric, 1.03, Notions.band(shell, y - .014, y + .014, .005));
    if (trim.belt() == Belt.TIE && !bench.cut().front().open() && !bench.frame().fromBehind()) {
      for (int way = -1; way <= 1; way += 2) {
        notions.patch(
            fabric,
            1.05,
            Contour.straight(
                shell.on(.03, y),
                shell.on(.03 + way * .012, y + .1),
                shell.on(.045 + way * .012, y + .098),
                shell.on(.046, y)));
      }
      notions.button(fabric, shell.on(.036, y + .002), .014);
    }
  }

  private void fastening(Notions notions, Side side) {
    if (trim.closure() != Closure.BUTTONS) {
      return;
    }
    boolean open = bench.cut().front().open();
    boolean twoRows = !open && bench.cut().front().shift() != 0;
    // Closed halves are buttoned on the right of Figure 2, on the other one are the holes.
    if (!twoRows && side == Side.LEFT) {
      return;
    }
    double from = pattern.top() + .012;
    double to = Math.max(from + .03, Math.min(shape.hem() - .05, from + .095 * trim.buttons()));
    double off = trim.collar() == Collar.RIB ? .008 : .012;
    for (int i = 0; i < trim.buttons(); i++) {
      double y = trim.buttons() == 1 ? from : from + (to - from) * i / (trim.buttons() - 1);
      double x = pattern.edge(side, y);
      double at = twoRows ? (side == Side.LEFT ? x - .012 : x + .058) : x + side.sign() * off;
      notions.button(bench.design().fastening(), shell.on(at, y), twoRows ? .009 : .0072);
    }
  }
}
