package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.garments.Trim.Closure;
import dev.wardrobe.synthesis.garments.Trim.Surface;
import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import java.util.List;

/** What is sewn and creased on the trunk of a top or a dress. */
final class TrunkSewing {
  /** Half the width of a button strip. */
  private static final double STRIP = .0125;

  private final Bench bench;
  private final TrunkShape shape;
  private final TrunkPattern.Armhole armhole;
  private final Shell shell;
  private final Trim trim;
  private final Notions notions;
  private final boolean dress;
  private final boolean front;

  TrunkSewing(Bench bench, TrunkShape shape, TrunkPattern.Armhole armhole) {
    this.bench = bench;
    this.shape = shape;
    this.armhole = armhole;
    shell = shape.shell();
    trim = bench.trim();
    notions = new Notions(bench.anchor());
    dress = TrunkShape.isDress(bench.design().category());
    front = !bench.frame().fromBehind();
  }

  List<Detail> details() {
    TrunkFolds folds = new TrunkFolds(bench, shape, notions);
    folds.trunk(armhole == TrunkPattern.Armhole.SLEEVE);
    if (dress) {
      new SkirtSewing(bench, shell, shape.waist(), shape.hem()).surface(notions);
    } else {
      hem();
    }
    surface();
    if (armhole != TrunkPattern.Armhole.SLEEVE) {
      armholeEdges();
    }
    if (front) {
      closure();
      new PocketSewing(bench, shell, notions).trunk(shape);
      emblem();
    } else if (trim.closure() == Closure.BUTTONS || trim.collar() == Trim.Collar.SHIRT) {
      notions.seam(Notions.across(shell, .075, .004));
    }
    new NeckSewing(bench, shape, armhole, notions).sew();
    new BeltSewing(bench, shell, notions).at(shape.waist(), dress ? .012 : .01);
    return notions.details();
  }

  private void hem() {
    if (bench.fit().tucked()) {
      return;
    }
    double y = shape.hem();
    boolean curved = bench.cut().body().hem() == Cut.Hemline.CURVED;
    switch (trim.hem()) {
      case RIBBED -> ribbed(y);
      case LACE -> {
        notions.flatPatch(
            bench.design().trimming(), 1.06, Notions.band(shell, y - .03, y + .03, .008));
        notions.stitches(Notions.across(shell, y - .03, .008));
      }
      case PLAIN -> notions.fold(.02, -.15, shell.at(-.9, y - .01), shell.at(.9, y - .01));
      default -> {
        if (curved) {
          notions.stitches(
              shell.at(-1, y - .047),
              shell.at(-.6, y - .012),
              shell.at(0, y - .006),
              shell.at(.6, y - .012),
              shell.at(1, y - .047));
        } else {
          notions.stitches(Notions.across(shell, y - .014, .008));
        }
      }
    }
  }

  private void ribbed(double y) {
    double top = y - .034;
    Material rib = bench.design().trimming();
    notions.patch(rib, .97, Notions.band(shell, top, y + .03, .008));
    for (double share = -.92; share < .95; share += .115) {
      notions.thinSeam(
          Contour.straight(shell.at(share, top + .008), shell.at(share * .985, y + .006)));
    }
  }

  private void surface() {
    if (trim.surface() == Surface.CABLE) {
      cables();
    } else if (trim.surface() == Surface.GATHERS) {
      gathers();
    }
  }

  private void cables() {
    for (int i = 0; i < trim.lines(); i++) {
      double share = trim.lines() == 1 ? 0 : -.5 + i / (trim.lines() - 1.0);
      for (int way = -1; way <= 1; way += 2) {
        double from = Math.max(bench.cut().neck().depth(), .02) + .03;
        int count = (int) Math.ceil((shape.hem() - .03 - from) / .035);
        Point[] points = new Point[count + 1];
        for (int k = 0; k <= count; k++) {
          double y = from + (shape.hem() - .035 - from) * k / count;
          double swing = way * (k % 2 == 0 ? .008 : -.008);
          points[k] = shell.on(share * shell.half(y) + swing, y);
        }
        notions.fold(.008, .45, points);
      }
    }
  }

  private void gathers() {
    double y = armhole == TrunkPattern.Armhole.STRAP ? shape.armpit() + .01 : .07;
    for (int i = 0; i < trim.lines(); i++) {
      double share = -.55 + 1.1 * i / (trim.lines() - 1.0);
      notions.fold(
          .012,
          .3,
          shell.at(share * .85, y),
          shell.at(share, y + .05),
          shell.at(share * 1.04, y + .09));
    }
  }

  private void armholeEdges() {
    for (Side side : Side.values()) {
      if (armhole == TrunkPattern.Armhole.SHOULDER) {
        double x = shape.neckHalf() + bench.cut().body().strap() - .008;
        double half = shell.half(shape.armpit());
        double y = shape.shoulderTop(x) + .62 * (shape.armpit() - shape.shoulderTop(x));
        notions.stitches(
            shape.onShoulder(side, x),
            bench.frame().edge(side, Math.min(x, half - .02), y, .65),
            shape.bareArmpit(side).minus(bench.frame().outward(side).times(.006)));
      } else {
        StrapShape straps = new StrapShape(bench, shape);
        Point base = straps.base(side);
        Point pit = shape.bareArmpit(side);
        Point down = bench.frame().down().times(.008);
        notions.stitches(
            base.plus(down), base.towards(pit, .5).plus(down.times(2.4)), pit.plus(down));
      }
    }
  }

  private void closure() {
    double from = bench.cut().neck().depth();
    if (armhole == TrunkPattern.Armhole.STRAP) {
      from += shape.armpit() - .058;
    }
    switch (trim.closure()) {
      case PLACKET -> {
        double to = from + .085;
        strip(from - .012, to);
        buttons(from + .016, to - .018, trim.buttons());
      }
      case BUTTONS -> {
        strip(from - .01, shape.hem() + .03);
        buttons(from + .018, shape.hem() - (dress ? .12 : .06), trim.buttons());
      }
      case DRAWSTRING -> drawstrings(from);
      default -> {}
    }
  }

  private void strip(double from, double to) {
    int parts = to - from > .15 ? 4 : 1;
    Point[] corners = new Point[2 * (parts + 1)];
    for (int i = 0; i <= parts; i++) {
      double y = from + (to - from) * i / parts;
      corners[i] = shell.on(-STRIP, y);
      corners[corners.length - 1 - i] = shell.on(STRIP, y);
    }
    notions.patch(bench.design().fabric(), 1.02, Contour.straight(corners));
  }

  private void buttons(double from, double to, int count) {
    for (int i = 0; i < count; i++) {
      double y = count == 1 ? from : from + (to - from) * i / (count - 1);
      notions.button(bench.design().fastening(), shell.on(0, y), .0062);
    }
  }

  private void drawstrings(double from) {
    for (int way = -1; way <= 1; way += 2) {
      double[] line =
          Contour.curve(
              shell.on(way * .016, from),
              shell.on(way * .02, from + .04),
              shell.on(way * .018, from + .09));
      notions.patch(bench.design().fastening(), 1, Notions.strip(line, .005));
    }
  }

  private void emblem() {
    if (!trim.emblem()) {
      return;
    }
    double size = Math.min(.12, .075 + .05 * bench.cut().body().length());
    double y = Math.max(bench.cut().neck().depth() + .04 + size / 2, .17);
    Point middle = shell.on(0, y);
    Point right = shell.on(.03, y).minus(shell.on(-.03, y)).times(1 / .06);
    Anchor anchor = new Anchor(middle, right, bench.frame().down());
    GarmentDesign.Emblem emblem = bench.design().emblem();
    notions.add(new Detail.Motif(anchor, size, emblem.seed(), emblem.first(), emblem.second()));
  }
}
