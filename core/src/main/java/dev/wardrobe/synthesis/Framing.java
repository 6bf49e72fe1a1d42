package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Warp;

/**
 * Where the camera is: takes figure units to pixels by a turn, a scale, a shift and, for consumer
 * photos, a perspective.
 *
 * @param middle of the photo, in figure units
 * @param unit pixels a figure unit at the middle
 * @param level which way a level line of the figure runs in the photo, of length 1
 * @param keystone how much nearer the right and the lower edge of the photo are than its middle, as
 *     a share
 * @param size of the photo
 */
record Framing(Point middle, double unit, Point level, Point keystone, ImageSize size)
    implements Warp {
  private static final double[] SCALE_EDGES = {.04, .1, .4, 1.3};
  private static final double[] SCALE_WEIGHTS = {.3, .42, .28};
  private static final double CUT = .35;
  private static final double CUT_SIDE = .3;
  private static final double SMALLEST_CUT = .12;
  private static final double SMALLEST_SHOP_CUT = .28;
  private static final double MARGIN = .02;
  private static final double MOST_AIR = .14;

  /**
   * Points the camera at a garment, near or far, with all of it in the photo or a part cut off.
   *
   * @param focus the garment's bounds, in figure units
   * @param whole the bounds of everything, in figure units
   * @param anywhere whether there is no up and down, as for a garment that lies on a table
   */
  static Framing of(
      ImageSize size, Box focus, Box whole, Source source, boolean anywhere, Dice dice) {
    boolean consumer = source == Source.USER;
    int scale = dice.weighted(SCALE_WEIGHTS);
    double share =
        SCALE_EDGES[scale]
            * StrictMath.pow(SCALE_EDGES[scale + 1] / SCALE_EDGES[scale], dice.next());
    double unit = Math.sqrt(share * size.area() / focus.area());
    boolean cut = dice.chance(CUT) && share > (consumer ? SMALLEST_CUT : SMALLEST_SHOP_CUT);
    if (!cut) {
      double room = 1 - 2 * MARGIN;
      unit = Math.min(unit, room * size.width() / focus.width());
      unit = Math.min(unit, room * size.height() / focus.height());
    }
    // Shop photos are centred; in others the sum of two throws prefers the middle.
    double spread = consumer ? 1 : .25;
    double aside = .5 + (dice.next() + dice.next() - 1) / 2 * spread;
    double above = .5 + (dice.next() + dice.next() - 1) / 2 * spread;
    double x = place(focus.x1(), focus.x2(), whole.x1(), whole.x2(), size.width() / unit, aside);
    double y = place(focus.y1(), focus.y2(), whole.y1(), whole.y2(), size.height() / unit, above);
    if (cut) {
      double depth = dice.between(.05, .5);
      boolean first = dice.chance(.5);
      if (consumer && dice.chance(CUT_SIDE)) {
        x = cut(focus.x1(), focus.x2(), size.width() / unit, first, depth);
      } else {
        double start = cut(focus.y1(), focus.y2(), size.height() / unit, first, depth);
        y = filled(start, whole.y1(), whole.y2(), size.height() / unit);
      }
    }
    double turn = anywhere ? .3 : consumer ? .09 : .015;
    double bend = consumer ? .12 : 0;
    return new Framing(
        new Point(x + size.width() / unit / 2, y + size.height() / unit / 2),
        unit,
        direction(dice.between(-turn, turn)),
        new Point(dice.between(-bend, bend), dice.between(-bend, bend)),
        size);
  }

  /**
   * Where the photo begins along one axis, in figure units: with everything in it if that fits,
   * else with the focus in it and little air beyond the whole.
   *
   * @param length of the photo, in figure units
   * @param share 0 to 1: with the photo at the one or at the other end of what is possible
   */
  private static double place(
      double from, double to, double wholeFrom, double wholeTo, double length, double share) {
    double margin = MARGIN * length;
    if (wholeTo - wholeFrom + 2 * margin <= length) {
      double last = wholeFrom - margin;
      double first = wholeTo + margin - length;
      return first + (last - first) * share;
    }
    double start = to + margin - length + (from - to - 2 * margin + length) * share;
    return filled(start, wholeFrom, wholeTo, length);
  }

  /** Where a photo begins that is to begin at a place but has little air beyond the whole. */
  private static double filled(double start, double wholeFrom, double wholeTo, double length) {
    double air = MOST_AIR * length;
    double first = wholeFrom - air;
    double last = wholeTo + air - length;
    return first <= last ? Math.max(first, Math.min(last, start)) : (first + last) / 2;
  }

  /** Where a photo begins that cuts off a share of the focus at its first or its last end. */
  private static double cut(double from, double to, double length, boolean first, double depth) {
    return first ? from + depth * (to - from) : to - depth * (to - from) - length;
  }

  private static Point direction(double angle) {
    return new Point(StrictMath.cos(angle), StrictMath.sin(angle));
  }

  @Override
  public Point apply(Point point) {
    double x = (point.x() - middle.x()) * unit;
    double y = (point.y() - middle.y()) * unit;
    double right = x * level.x() - y * level.y();
    double down = x * level.y() + y * level.x();
    double longer = Math.max(size.width(), size.height());
    // Far outside the photo the perspective would turn over; there it stays as it is at the limit.
    double nearer = 1 - (keystone.x() * right + keystone.y() * down) / longer;
    double scale = 1 / Math.max(.4, nearer);
    return new Point(size.width() / 2.0 + right * scale, size.height() / 2.0 + down * scale);
  }
}
