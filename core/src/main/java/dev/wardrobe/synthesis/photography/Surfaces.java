package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/** Surfaces that garments lie on, seen from above. */
final class Surfaces {
  private static final int[] PAPERS = {
    0xFFFFFF, 0xFBFAF8, 0xF3F2F0, 0xECEAE6, 0xF4ECE4, 0xE8ECEE, 0xF2E4E0
  };
  private static final int[] SHEETS = {
    0xF6F3EE, 0xEDE6DB, 0xDDE3E8, 0xC9D3DC, 0xE8D8D4, 0xD9DDD0, 0xB9C2B8, 0x8E9AA6, 0xD8C8B4,
    0xF0E9D8, 0xB59F9A, 0x6F7C8A
  };

  private final Setting setting;
  private final Stage stage;
  private final Plane plane;
  private final Dice dice;
  private final double left;
  private final double right;
  private final double low;
  private final double high;

  private Surfaces(Setting setting, Stage stage, Dice dice) {
    this.setting = setting;
    this.stage = stage;
    this.dice = dice;
    plane = stage.plane(0);
    left = plane.left();
    right = plane.right();
    high = plane.ground() / plane.unit();
    low = (plane.ground() - stage.canvas.height) / plane.unit();
  }

  static void paint(Setting setting, Stage stage, Dice dice) {
    var surfaces = new Surfaces(setting, stage, dice);
    boolean shop = setting.kind() == Setting.Kind.PAPER;
    switch (setting.kind()) {
      case PAPER -> surfaces.paper();
      case TABLE -> surfaces.table();
      case CARPET -> surfaces.carpet();
      case TILES -> surfaces.tiles();
      default -> surfaces.sheet();
    }
    if (!shop || dice.chance(.25)) {
      surfaces.clutter();
    }
  }

  private void clutter() {
    Clutter.around(plane, left, right, low, high, setting.kind(), dice);
  }

  private void all(int colour) {
    plane.rect(left, low, right, high, Ink.of(Ink.lit(colour, .03), Ink.lit(colour, -.03)));
  }

  private void paper() {
    all(Scheme.pick(PAPERS, dice));
    Daylight.even(stage.canvas, dice.between(.02, .09), setting.seed());
  }

  private void sheet() {
    int colour = Scheme.pick(SHEETS, dice);
    all(colour);
    int second =
        Ink.mix(colour, dice.chance(.5) ? 0xFFFFFF : Scheme.accent(dice), dice.between(.2, .45));
    switch (dice.weighted(.46, .2, .14, .1, .1)) {
      case 1 -> stripes(second, dice.between(.012, .05), dice.chance(.5));
      case 2 -> {
        double size = dice.between(.02, .06);
        stripes(second, size, true, .5);
        stripes(second, size, false, .5);
      }
      case 3 -> sprigs(second, dice.between(.06, .11));
      case 4 -> quilt(colour, dice.between(.1, .2));
      default -> {}
    }
    Relief.apply(
        stage.canvas,
        stage.unit * dice.between(.07, .16),
        dice.between(1.6, 3.5),
        dice.next(),
        dice.between(.1, .24),
        setting.seed());
  }

  private void stripes(int colour, double width, boolean upright) {
    stripes(colour, width, upright, .85);
  }

  private void stripes(int colour, double width, boolean upright, double alpha) {
    Ink ink = Ink.of(colour).faint(alpha);
    // Stripes of less than a pixel would only take time.
    double step = Math.max(2 * width, 3 / plane.unit());
    for (double at = Math.floor((upright ? left : low) / step) * step;
        at < (upright ? right : high);
        at += step) {
      if (upright) {
        plane.rect(at, low, at + step * .45, high, ink);
      } else {
        plane.rect(left, at, right, at + step * .45, ink);
      }
    }
  }

  private void sprigs(int colour, double wanted) {
    double step = Math.max(wanted, 9 / plane.unit());
    for (long i = (long) Math.floor(left / step); i * step < right; i++) {
      for (long k = (long) Math.floor(low / step); k * step < high; k++) {
        double x = i * step + (k & 1) * step / 2;
        double y = k * step;
        for (int leaf = 0; leaf < 3; leaf++) {
          double dx = (leaf - 1) * step * .22;
          plane.fill(Shapes.leaf(x, y, x + dx, y + step * .3, step * .06), Ink.of(colour));
        }
      }
    }
  }

  private void quilt(int colour, double wanted) {
    double step = Math.max(wanted, 12 / plane.unit());
    double tall = high - low;
    Ink seam = Ink.of(Ink.lit(colour, -.2));
    Ink light = Ink.of(Ink.lit(colour, .3)).faint(.7);
    for (double at = Math.floor((left - tall) / step) * step; at < right + tall; at += step) {
      plane.line(at, low, at + tall, high, .006, seam);
      plane.line(at - .006, low, at + tall - .006, high, .005, light);
      plane.line(at + tall, low, at, high, .006, seam);
      plane.line(at + tall - .006, low, at - .006, high, .005, light);
    }
  }

  private void table() {
    int wood = Scheme.wood(dice);
    all(Ink.lit(wood, -.2));
    boolean upright = dice.chance(.5);
    double width = Math.max(dice.between(.1, .2), 12 / plane.unit());
    double from = upright ? left : low;
    double to = upright ? right : high;
    for (long i = (long) Math.floor(from / width); i * width < to; i++) {
      var board = new Dice(setting.seed(), i);
      int tone = Ink.lit(wood, board.between(-.07, .09));
      double a = i * width;
      strip(upright, a, a + width, Ink.of(tone));
      int lines = 5;
      for (int k = 0; k < lines; k++) {
        double at = a + width * board.next();
        double thick = width * board.between(.01, .05);
        double drift = width * board.between(-.2, .2);
        Ink grain =
            Ink.of(Ink.lit(wood, board.chance(.6) ? -.22 : .2)).faint(board.between(.2, .5));
        if (upright) {
          plane.line(at, low, at + drift, high, thick, grain);
        } else {
          plane.line(left, at, right, at + drift, thick, grain);
        }
      }
      strip(upright, a, a + .004, Ink.of(Ink.lit(wood, -.45)).faint(.8));
      strip(upright, a + .004, a + .009, Ink.of(Ink.lit(wood, .3)).faint(.4));
    }
  }

  private void strip(boolean upright, double from, double to, Ink ink) {
    if (upright) {
      plane.rect(from, low, to, high, ink);
    } else {
      plane.rect(left, from, right, to, ink);
    }
  }

  private void carpet() {
    int colour = Ink.mix(Scheme.cloth(dice), 0xD9CDBB, dice.between(0, .5));
    all(colour);
    int second = Ink.mix(colour, dice.chance(.5) ? 0xF3EBDD : Scheme.accent(dice), .55);
    int pattern = dice.below(4);
    double size = dice.between(.1, .22);
    if (pattern == 1) {
      stripes(second, size, false);
    } else if (pattern == 2) {
      double step = Math.max(size * 2, 30 / plane.unit());
      double tall = high - low;
      for (double at = Math.floor((left - tall) / step) * step; at < right + tall; at += step) {
        plane.line(at, low, at + tall, high, step * .07, Ink.of(second));
        plane.line(at + tall, low, at, high, step * .07, Ink.of(second));
      }
    } else if (pattern == 3) {
      double edge = left + (right - left) * dice.between(.04, .12);
      plane.rect(left, low, edge, high, Ink.of(Ink.lit(Scheme.wood(dice), -.05)));
      plane.rect(edge + .03, low, edge + .06, high, Ink.of(second));
      plane.rect(edge + .08, low, edge + .09, high, Ink.of(second));
    }
    double cell = Math.max(1, .004 * stage.unit);
    long[] columns = new long[stage.canvas.width];
    for (int x = 0; x < columns.length; x++) {
      columns[x] = (long) (x / cell);
    }
    for (int y = 0; y < stage.canvas.height; y++) {
      long row = (long) (y / cell);
      for (int x = 0; x < stage.canvas.width; x++) {
        int at = y * stage.canvas.width + x;
        double tuft = Lattice.at(setting.seed(), columns[x], row);
        stage.canvas.pixels[at] = Ink.lit(stage.canvas.pixels[at], (tuft - .55) * .2);
      }
    }
    Relief.apply(stage.canvas, stage.unit * .09, 1.4, dice.next(), .08, setting.seed());
  }

  private void tiles() {
    int colour = Ink.mix(Scheme.pick(PAPERS, dice), Scheme.cloth(dice), dice.between(0, .6));
    all(colour);
    double size = Math.max(dice.between(.12, .3), 16 / plane.unit());
    boolean chequered = dice.chance(.3);
    int other = Ink.mix(colour, Scheme.accent(dice), .5);
    for (long i = (long) Math.floor(left / size); i * size < right; i++) {
      for (long k = (long) Math.floor(low / size); k * size < high; k++) {
        int base = chequered && ((i + k) & 1) == 0 ? other : colour;
        int tone = Ink.lit(base, (Lattice.at(setting.seed(), i, k) - .5) * .1);
        plane.rect(
            i * size + .004,
            k * size + .004,
            (i + 1) * size - .004,
            (k + 1) * size - .004,
            Ink.of(Ink.lit(tone, .07), Ink.lit(tone, -.07)));
      }
    }
  }
}
