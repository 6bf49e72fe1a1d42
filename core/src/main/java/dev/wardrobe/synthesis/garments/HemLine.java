package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Point;
import java.util.ArrayList;
import java.util.List;

/** The lower edge of a trunk or a skirt: straight, curved like a shirt's, or wavy. */
final class HemLine {
  /** How far a curved hem goes up at the sides. */
  private static final double CURVE = .035;

  private final Shell shell;
  private final double y;
  private final double wave;
  private final boolean curved;
  private final boolean soft;

  HemLine(Bench bench, TrunkShape shape) {
    this(
        shape.shell(),
        shape.hem(),
        TrunkShape.isDress(bench.design().category()) ? bench.cut().skirt().wave() : 0,
        bench.cut().body().hem() == Cut.Hemline.CURVED);
  }

  HemLine(Shell shell, double y, double wave, boolean curved) {
    this.shell = shell;
    this.y = y;
    this.wave = wave;
    this.curved = curved;
    soft = wave > 0;
  }

  /** The corner on a side. */
  Point corner(Side side) {
    return shell.side(side, y - (curved ? CURVE : 0));
  }

  /** Between the corners, from right to left, with the landmark in the middle. */
  List<Knot> knots() {
    List<Knot> knots = new ArrayList<>();
    double dip = curved ? .006 : .008 + .05 * Math.max(0, shell.half(y) - .12);
    if (soft) {
      for (double share = .75; share > .2; share -= .25) {
        knots.add(Knot.smooth(wavy(share, dip)));
      }
    } else if (curved) {
      knots.add(Knot.smooth(shell.at(.6, y)));
    }
    knots.add(Knot.smooth("hem", shell.at(0, y + dip)));
    if (soft) {
      for (double share = -.25; share > -.8; share -= .25) {
        knots.add(Knot.smooth(wavy(share, dip)));
      }
    } else if (curved) {
      knots.add(Knot.smooth(shell.at(-.6, y)));
    }
    return knots;
  }

  private Point wavy(double share, double dip) {
    boolean up = Math.round(Math.abs(share) * 4) % 2 == 1;
    double round = dip * (1 - share * share);
    return shell.at(share, y + round + (up ? -wave : wave * .5));
  }

  /** Whether the back shows below the front. */
  boolean showsInside() {
    return curved || soft;
  }

  /** The part of the back that shows below the front, with what covers its upper end. */
  List<Knot> inside() {
    double low = curved ? y + .012 : y + .001;
    double high = y - (curved ? CURVE + .03 : .05);
    List<Knot> knots = new ArrayList<>();
    knots.add(Knot.corner(shell.at(-.92, high)));
    knots.add(Knot.corner(shell.at(.92, high)));
    knots.add(Knot.corner(shell.at(.92, low - (curved ? CURVE : 0))));
    knots.add(Knot.smooth(shell.at(.55, low)));
    knots.add(Knot.smooth(shell.at(0, low + .003)));
    knots.add(Knot.smooth(shell.at(-.55, low)));
    knots.add(Knot.corner(shell.at(-.92, low - (curved ? CURVE : 0))));
    return knots;
  }
}
