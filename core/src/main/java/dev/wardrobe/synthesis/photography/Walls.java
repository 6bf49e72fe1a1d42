package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Walls of rooms: plain, papered, panelled, tiled, of boards or of bricks. */
final class Walls {
  private final Plane plane;
  private final long seed;
  private final double low;
  private final double high;
  private final double left;
  private final double right;

  private Walls(Plane plane, long seed) {
    this.plane = plane;
    this.seed = seed;
    low = 0;
    high = plane.ground() / plane.unit();
    left = plane.left();
    right = plane.right();
  }

  /** A wall over the whole photo above its ground, plain but for its skirting board. */
  static void plain(Plane plane, int colour) {
    var walls = new Walls(plane, 0);
    walls.all(colour);
    walls.skirting(Ink.mix(colour, 0xFFFFFF, .5), .07);
  }

  /** A wall of a living space in one of several styles. */
  static void room(Plane plane, Scheme scheme, Dice dice) {
    var walls = new Walls(plane, (long) (dice.next() * 1e15));
    walls.all(scheme.wall());
    int style = dice.weighted(.5, .16, .18, .08, .08);
    int trim = Ink.mix(scheme.wall(), 0xFFFFFF, dice.between(.3, .8));
    switch (style) {
      case 1 -> walls.stripes(scheme.wall(), dice.between(.05, .14), dice.between(.03, .08));
      case 2 -> walls.panels(trim, dice.between(.5, .72));
      case 3 -> walls.planks(scheme.wall(), dice.between(.08, .14));
      case 4 -> walls.dots(Ink.mix(scheme.wall(), scheme.accent(), .25), dice.between(.1, .2));
      default -> {}
    }
    walls.skirting(trim, dice.between(.05, .09));
  }

  /** A wall of tiles up to a height, painted above. */
  static void tiled(Plane plane, int colour, double top, Dice dice) {
    var walls = new Walls(plane, (long) (dice.next() * 1e15));
    walls.all(Ink.mix(colour, 0xF4F1EA, .6));
    boolean flat = dice.chance(.5);
    walls.blocks(colour, top, flat ? .16 : .12, flat ? .08 : .12, flat, .07, .16);
    plane.rect(walls.left, top, walls.right, top + .03, Ink.solid(Ink.lit(colour, .25)));
  }

  /** A wall of bricks. */
  static void bricks(Plane plane, int colour, Dice dice) {
    var walls = new Walls(plane, (long) (dice.next() * 1e15));
    walls.all(colour);
    walls.blocks(colour, walls.high, .17, .055, true, .2, dice.between(.1, .28));
  }

  private void all(int colour) {
    // The wall goes on behind the edge of the floor, which begins at a whole pixel.
    double behind = low - 2 / plane.unit();
    plane.rect(left, behind, right, high, Ink.of(Ink.lit(colour, .06), Ink.lit(colour, -.06)));
  }

  private void skirting(int colour, double height) {
    plane.rect(left, low, right, height, Ink.solid(colour));
    plane.rect(left, height, right, height + .008, Ink.of(Ink.lit(colour, .3)));
    plane.rect(left, low, right, .012, Ink.of(Ink.SHADOW).faint(.3));
  }

  private void stripes(int colour, double width, double strength) {
    Ink ink = Ink.of(Ink.lit(colour, -strength * 1.6));
    for (long i = (long) Math.floor(left / (2 * width)); i * 2 * width < right; i++) {
      plane.rect(i * 2 * width, low, (i * 2 + 1) * width, high, ink);
    }
  }

  private void dots(int colour, double step) {
    long first = (long) Math.floor(left / step);
    for (long i = first; i * step < right; i++) {
      double offset = (i & 1) == 0 ? 0 : step / 2;
      for (long k =
              Math.max(0, (long) ((plane.ground() - plane.canvas().height) / plane.unit() / step));
          k * step < Math.min(high, 3);
          k++) {
        plane.ellipse(i * step, k * step + offset, step * .11, step * .11, Ink.of(colour));
      }
    }
  }

  private void planks(int colour, double width) {
    for (long i = (long) Math.floor(left / width); i * width < right; i++) {
      double x = i * width;
      int tone = Ink.lit(colour, (Lattice.at(seed, i, 0) - .5) * .07);
      plane.rect(x, low, x + width, high, Ink.across(Ink.lit(tone, .03), Ink.lit(tone, -.03)));
      plane.rect(x, low, x + .006, high, Ink.of(Ink.SHADOW).faint(.16));
    }
  }

  private void panels(int trim, double height) {
    plane.rect(left, low, right, height, Ink.of(trim, Ink.lit(trim, -.06)));
    plane.rect(left, height, right, height + .025, Ink.solid(Ink.lit(trim, .2)));
    plane.cast(left - 1, height, right + 1, height + .02, .015, .14);
    double step = .42;
    for (long i = (long) Math.floor(left / step); i * step < right; i++) {
      double x = i * step;
      frame(x + .05, .14, x + step - .05, height - .07, trim);
    }
  }

  private void frame(double x1, double y1, double x2, double y2, int colour) {
    plane.rect(x1, y1, x2, y2, Ink.of(Ink.lit(colour, -.12)));
    plane.rect(x1 + .008, y1, x2, y2 - .008, Ink.of(Ink.lit(colour, .3)));
    plane.rect(x1 + .008, y1 + .008, x2 - .008, y2 - .008, Ink.of(Ink.lit(colour, -.03)));
  }

  private void blocks(
      int colour, double top, double wide, double tall, boolean bonded, double vary, double joint) {
    Canvas canvas = plane.canvas();
    int first = (int) Math.max(0, Math.rint(plane.row(top)));
    int last = (int) Math.max(0, Math.min(canvas.height, Math.rint(plane.row(0))));
    double step = 1 / plane.unit();
    double gap = Math.max(.006, step * .7);
    for (int row = first; row < last; row++) {
      double y = (plane.ground() - row - .5) / plane.unit();
      long iy = (long) Math.floor(y / tall);
      double insideY = y - iy * tall;
      double shift = bonded && (iy & 1) == 1 ? wide / 2 : 0;
      long block = Long.MIN_VALUE;
      double tone = 0;
      for (int column = 0; column < canvas.width; column++) {
        double x = (column + .5 - plane.middle()) / plane.unit() + shift;
        long ix = (long) Math.floor(x / wide);
        if (ix != block) {
          block = ix;
          tone = (Lattice.at(seed, ix, iy) - .5) * vary;
        }
        boolean jointed = insideY < gap || x - ix * wide < gap;
        double light = jointed ? joint : tone;
        // The upper edge of a block catches light.
        if (!jointed && insideY > tall - gap) {
          light += .06;
        }
        canvas.pixels[row * canvas.width + column] = Ink.lit(colour, light);
      }
    }
  }
}
