package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;

/** Draws hair on a skull: a cap with a hairline, and what falls from it. */
final class Hair {
  /** The hairline of one side: degrees from the middle of the face, and heights there. */
  private static final double[] LINE_AT = {0, 25, 45, 57, 66, 72, 79, 84, 106, 116, 132, 155, 180};

  private static final double[] LINE = {
    .83, .82, .77, .69, .56, .47, .47, .6, .6, .4, .24, .17, .16
  };

  /** Height of the middle of a cloud of curls. */
  private static final double CLOUD = .6;

  /** Falling hair seen over more degrees than this is no strand. */
  private static final double BROAD = 120;

  /** The hairline's points are at least as far apart across the photo, in heads. */
  private static final double LEAST_STEP = 1e-3;

  private final Hairdo hairdo;
  private final Skull skull;
  private final List<Piece> pieces = new ArrayList<>();

  /** Cap and strands: one layer, so that no edge shows where they meet. */
  private final List<double[]> cap = new ArrayList<>();

  private Hair(Hairdo hairdo, Skull skull) {
    this.hairdo = hairdo;
    this.skull = skull;
  }

  static List<Piece> pieces(Hairdo hairdo, Skull skull) {
    Hair hair = new Hair(hairdo, skull);
    hair.draw();
    return hair.pieces;
  }

  private void draw() {
    double full = hairdo.volume();
    switch (hairdo.cut()) {
      case BALD -> {}
      case CROPPED -> cap(.012, .012);
      case SHORT -> cap(.022 + .02 * full, .04 + .06 * full);
      case CURLY -> cloud(.07 + .05 * full, .06 + .06 * full, 9);
      case AFRO -> cloud(.14 + .12 * full, .14 + .12 * full, 17);
      case BOB -> {
        cap(beside(), .05 + .03 * full);
        double end = -.06 - .2 * hairdo.length();
        curtain(end, end, 0);
      }
      case LONG, WAVY -> {
        cap(beside(), .045 + .04 * full);
        double before = -.65 - .9 * hairdo.length();
        curtain(
            hairdo.leftBefore() ? before : -.4,
            hairdo.rightBefore() ? before : -.4,
            hairdo.cut() == Hairdo.Cut.WAVY ? .022 : .006);
      }
      case PONYTAIL -> cap(.02, .03 + .02 * full);
      case BUN -> cap(.018, .025 + .02 * full);
    }
    if (!cap.isEmpty()) {
      add(Slot.HAIR, cap);
    }
    if (hairdo.cut() == Hairdo.Cut.PONYTAIL) {
      tail();
    } else if (hairdo.cut() == Hairdo.Cut.BUN) {
      bun();
    }
  }

  private void add(Slot slot, List<double[]> polygons) {
    Material material = new Material.Hair(hairdo.rgb(), hairdo.seed());
    Layer layer =
        new Layer(Layer.NO_ITEM, polygons, material, 1, skull.frame().anchor(), List.of());
    pieces.add(Piece.of(slot, 0, layer));
  }

  /** Height of the hairline at a longitude. */
  private double hairline(double longitude) {
    double at = Skull.wrapped(longitude);
    double natural = Skull.interpolated(LINE_AT, LINE, Math.abs(at));
    if (cloudy() && Math.abs(at) > 72) {
      // Curls cover the ears.
      natural = Math.abs(at) > 140 ? .22 : .28;
    }
    double fringe = hairdo.fringe() * .17;
    double parted = at * hairdo.part() > 0 ? 1 : .75;
    double front = Math.max(0, 1 - Math.abs(at) / 62);
    // A parted front sweeps down on its broader side; a fringe covers the forehead.
    return natural - front * fringe * parted * Math.min(1, 2.2 * front) - swept(at);
  }

  private double swept(double at) {
    if (hairdo.fringe() > 0 || shorn()) {
      return 0;
    }
    double fromPart = Math.abs(at - 22 * hairdo.part());
    return Math.abs(at) > 60 ? 0 : .05 * Math.min(1, fromPart / 45) - .02;
  }

  private boolean cloudy() {
    return hairdo.cut() == Hairdo.Cut.CURLY || hairdo.cut() == Hairdo.Cut.AFRO;
  }

  private boolean shorn() {
    return hairdo.cut() == Hairdo.Cut.CROPPED || hairdo.cut() == Hairdo.Cut.AFRO;
  }

  /** The hair on the head, grown beside it and above it by shares of its height. */
  private void cap(double beside, double above) {
    Outline outline = new Outline();
    double first = hairline(-90 - skull.yaw());
    double last = hairline(90 - skull.yaw());
    int steps = 16;
    for (int i = 0; i <= steps; i++) {
      outline.add(outer(-1, first + (1 - first) * eased((double) i / steps), beside, above));
    }
    for (int i = steps - 1; i >= 0; i--) {
      outline.add(outer(1, last + (1 - last) * eased((double) i / steps), beside, above));
    }
    along(outline);
    cap.add(outline.corners());
  }

  /** The hairline from the right of the photo to its left. */
  private void along(Outline outline) {
    double last = Double.MAX_VALUE;
    for (int degrees = 88; degrees >= -88; degrees -= 4) {
      double longitude = degrees - skull.yaw();
      double height = hairline(longitude);
      double across = skull.across(longitude, height, 0);
      // Heads are no spheres: near its edges the line could turn back and cross itself.
      if (across < last - LEAST_STEP) {
        outline.add(skull.frame().at(across, -height));
        last = across;
      }
    }
  }

  private static double eased(double share) {
    return StrictMath.sin(share * Math.PI / 2);
  }

  private Point outer(int sign, double height, double beside, double above) {
    double up = Math.max(0, (height - .45) / .55);
    double grown = beside * Math.min(1, .4 + 2 * up);
    double across = skull.edge(sign, Math.min(.9999, height), Math.max(.002, grown));
    return skull.frame().at(height >= 1 ? 0 : across, -height - above * up * up);
  }

  /** Curls stand off all around: a round cloud with bumps. */
  private void cloud(double beside, double above, int curls) {
    double left = skull.edge(-1, .62, beside);
    double right = skull.edge(1, .62, beside);
    double middle = (left + right) / 2;
    double half = (right - left) / 2;
    double high = 1 + above - CLOUD;
    double first = -end(-1, beside, middle, half, high);
    double last = Math.PI + end(1, beside, middle, half, high);
    Outline outline = new Outline();
    int steps = curls * 6;
    double phase = hairdo.seed() % 8;
    for (int i = 0; i <= steps; i++) {
      double share = (double) i / steps;
      double angle = first + (last - first) * share;
      double bump = Math.abs(StrictMath.sin(share * Math.PI * curls));
      double big = 1 + .05 * bump + .02 * StrictMath.sin(share * 17 + phase);
      double across = middle - half * big * StrictMath.cos(angle);
      outline.add(skull.frame().at(across, -CLOUD - high * big * StrictMath.sin(angle)));
    }
    along(outline);
    cap.add(outline.corners());
  }

  /** How far below the middle of its height a cloud of curls ends on a side, in radians. */
  private double end(int sign, double beside, double middle, double half, double high) {
    double longitude = 90 * sign - skull.yaw();
    double line = hairline(longitude);
    // Over the forehead it begins at the hairline, beside the cheek it hangs lower.
    double low = line > .5 ? line : Math.max(.2, line - beside);
    double deep = StrictMath.asin(Math.min(.7, (CLOUD - low) / high));
    // It ends outside the hairline's end, else both would cross.
    double out = sign * (skull.edge(sign, line, 0) - middle) / half + .06;
    return Math.min(deep, StrictMath.acos(Math.max(-1, Math.min(1, out))));
  }

  /**
   * Hair that falls from the temples: before the shoulders down to a height for each side of the
   * figure, and behind the body.
   */
  private void curtain(double left, double right, double wave) {
    boolean bob = hairdo.cut() == Hairdo.Cut.BOB;
    double edge = 60 + .1 * Math.min(60, Math.abs(skull.yaw()));
    double behind = bob ? left : -.75 - .9 * hairdo.length();
    if (Math.abs(Skull.wrapped(skull.yaw())) > 90) {
      sheet(Slot.HAIR, -90, 90, behind, wave);
      return;
    }
    sheet(Slot.BEHIND, -90, 90, behind, wave);
    double fromLeft = -edge + skull.yaw();
    double fromRight = edge + skull.yaw();
    if (fromLeft > -74) {
      sheet(Slot.HAIR, -90, fromLeft, left, wave);
    }
    if (fromRight < 74) {
      sheet(Slot.HAIR, fromRight, 90, right, wave);
    }
  }

  /** What is seen of falling hair between two angles from the middle of the photo, in degrees. */
  private void sheet(Slot slot, double from, double to, double bottom, double wave) {
    Outline outline = new Outline();
    double top = .86;
    int steps = 14;
    for (int i = 0; i <= steps; i++) {
      outline.add(fall(from, to, top + (bottom - top) * i / steps, bottom, wave));
    }
    if (to - from > BROAD) {
      tips(outline, fall(from, to, bottom, bottom, wave), fall(to, from, bottom, bottom, wave));
    }
    for (int i = steps; i >= 0; i--) {
      outline.add(fall(to, from, top + (bottom - top) * i / steps, bottom, wave));
    }
    if (slot == Slot.HAIR) {
      cap.add(outline.closed());
    } else {
      add(slot, List.of(outline.closed()));
    }
  }

  /** The lower end of falling hair: longest in its middle, and uneven. */
  private void tips(Outline outline, Point left, Point right) {
    double longer = hairdo.cut() == Hairdo.Cut.BOB ? .035 : .17;
    double phase = hairdo.seed() % 16;
    int steps = 14;
    for (int i = 1; i < steps; i++) {
      double t = (double) i / steps;
      double middle = StrictMath.sin(Math.PI * t);
      double uneven = StrictMath.sin(t * 25 + phase) + .7 * StrictMath.sin(t * 43 + 2 * phase);
      double drop = longer * (.75 * middle + .13 * uneven * Math.min(1, 2 * middle));
      outline.add(left.towards(right, t).plus(skull.frame().down().times(drop)));
    }
  }

  /** A place on one edge of falling hair; towards its tips both edges come together. */
  private Point fall(double seen, double other, double height, double bottom, double wave) {
    double here = across(seen, height);
    double there = across(other, height);
    double rest = height - bottom;
    double taper = hairdo.cut() == Hairdo.Cut.BOB ? .1 : .6;
    double close = rest < taper ? .3 * (1 - rest / taper) * (1 - rest / taper) : 0;
    // Both edges of a thin strand wave alike, else they would meet.
    double lag = seen < other || Math.abs(seen - other) < 120 ? 0 : 1.3;
    double waving =
        wave * StrictMath.sin(height * 13 + lag) * Math.max(0, Math.min(1, 1.5 - 3 * height));
    return skull.frame().at(here + (there - here) * close + waving, -height);
  }

  private double across(double seen, double height) {
    double low = Math.max(0, .55 - height);
    double grown = beside() * (1 + .8 * Math.min(1, 1.4 * low));
    double at = Math.max(.55, Math.min(.9, height));
    return Math.abs(seen) >= 90
        ? skull.edge(seen < 0 ? -1 : 1, at, grown)
        : skull.across(seen - skull.yaw(), at, grown * .3) * (1 + .12 * Math.min(1, low));
  }

  private double beside() {
    return .03 + .035 * hairdo.volume() + (hairdo.cut() == Hairdo.Cut.WAVY ? .03 : 0);
  }

  private void tail() {
    double facing = skull.facing(180);
    double across = skull.across(180, .62, .06);
    double out = across < 0 ? -1 : 1;
    double away = facing > .5 ? 0 : out * .1;
    double end = -.35 - .5 * hairdo.length();
    double half = .1 + .05 * hairdo.volume();
    Frame at = skull.frame().movedTo(across, -.62);
    double[] fall =
        at.smooth(
            -half * .5,
            -.04,
            0,
            -.09,
            half * .5,
            -.04,
            away + half,
            .2,
            away + half * 1.05,
            .5,
            away + half * .7,
            .62 - end * .8,
            away,
            .62 - end,
            away - half * .7,
            .62 - end * .8,
            away - half * 1.05,
            .5,
            away - half,
            .2);
    add(facing > 0 ? Slot.HAIR : Slot.BEHIND, List.of(fall));
  }

  private void bun() {
    double high = hairdo.length() > .4 ? .97 : .6;
    double grown = high > .9 ? .09 : .1;
    double across = skull.across(180, Math.min(.9, high), grown);
    double radius = .11 + .05 * hairdo.volume();
    double up = high > .9 ? high + .08 : high;
    add(
        skull.facing(180) > 0 ? Slot.HAIR : Slot.BEHIND,
        List.of(skull.frame().disc(across, -up, radius, radius * .9)));
  }
}
