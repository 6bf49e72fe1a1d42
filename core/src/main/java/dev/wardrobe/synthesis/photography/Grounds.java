package dev.wardrobe.synthesis.photography;

/** The ground that figures stand on, seen from above at an angle, from a depth to the camera. */
final class Grounds {
  /** What the ground is made of. */
  enum Kind {
    BOARDS,
    TILES,
    CARPET,
    PAVING,
    ASPHALT,
    GRASS,
    SAND,
    PLAIN
  }

  private final Stage stage;
  private final Kind kind;
  private final int colour;
  private final long seed;
  private final double size;

  private Grounds(Stage stage, Kind kind, int colour, long seed) {
    this.stage = stage;
    this.kind = kind;
    this.colour = colour;
    this.seed = seed;
    double vary = Lattice.at(seed, 7, 7);
    size =
        switch (kind) {
          case BOARDS -> .08 + .08 * vary;
          case TILES -> .2 + .25 * vary;
          case PAVING -> .25 + .2 * vary;
          default -> .02;
        };
  }

  /** Paints the ground between two depths; the nearer one may be before the figure. */
  static void paint(Stage stage, Kind kind, int colour, double near, double far, long seed) {
    new Grounds(stage, kind, colour, seed).paint(stage.row(0, near), stage.row(0, far));
  }

  private void paint(double nearRow, double farRow) {
    Canvas canvas = stage.canvas;
    int top = (int) Math.max(0, Math.min(canvas.height, Math.rint(farRow)));
    int bottom = (int) Math.max(0, Math.min(canvas.height, Math.rint(nearRow)));
    for (int row = top; row < bottom; row++) {
      double scale = Math.max(1e-3, (row + .5 - stage.horizon()) / (Stage.EYE * stage.unit));
      double z = Stage.DISTANCE / scale - Stage.DISTANCE;
      double x = stage.x(.5, scale);
      double step = 1 / (stage.unit * scale);
      // Farther ground is hazier: lighter and with less contrast.
      double haze = Math.max(0, Math.min(.35, z * .05));
      int tone =
          Ink.mix(Ink.lit(colour, -.1 * Math.min(1, Math.max(0, scale - .9))), Ink.LIGHT, haze);
      paintRow(row * canvas.width, tone, x, step, z, (1 - haze) * Math.min(1, scale));
    }
  }

  private void paintRow(int at, int tone, double x, double step, double z, double clear) {
    switch (kind) {
      case BOARDS -> boards(at, tone, x, step, z, clear);
      case TILES, PAVING -> slabs(at, tone, x, step, z, clear);
      case CARPET -> rough(at, tone, x, step, z, clear * .1, 90);
      case ASPHALT -> rough(at, tone, x, step, z, clear * .08, 60);
      case GRASS -> rough(at, tone, x, step, z, clear * .3, 26);
      case SAND -> rough(at, tone, x, step, z, clear * .12, 18);
      case PLAIN -> rough(at, tone, x, step, z, clear * .02, 4);
    }
  }

  private void boards(int at, int tone, double x, double step, double z, double clear) {
    int[] pixels = stage.canvas.pixels;
    double joint = Math.max(.0022, step * .5);
    long last = Long.MIN_VALUE;
    int board = tone;
    double joined = 0;
    for (int column = 0; column < stage.canvas.width; column++) {
      double place = x + column * step;
      long index = (long) Math.floor(place / size);
      if (index != last) {
        last = index;
        double along = z / 1.1 + 3 * Lattice.at(seed, index, 1);
        long piece = (long) Math.floor(along);
        board = Ink.lit(tone, (Lattice.at(seed, index, piece + 5) - .5) * .2 * clear);
        joined = (along - piece) * 1.1 < .006 + step ? .35 * clear : 0;
      }
      double inside = place - index * size;
      double edge = Math.min(inside, size - inside);
      double dark = Math.max(joined, edge < joint ? .4 * clear * (1 - edge / joint * .5) : 0);
      pixels[at + column] = dark > 0 ? Ink.lit(board, -dark) : board;
    }
  }

  private void slabs(int at, int tone, double x, double step, double z, double clear) {
    int[] pixels = stage.canvas.pixels;
    long indexZ = (long) Math.floor(z / size);
    double insideZ = z - indexZ * size;
    // One row covers more depth the nearer it is to the horizon.
    double deep = step * (Stage.DISTANCE + z) / Stage.EYE;
    double groutZ = Math.max(.004, deep * .6);
    double edgeZ = Math.min(insideZ, size - insideZ);
    double across = edgeZ < groutZ ? .28 * clear * Math.min(1, .008 / groutZ + .35) : 0;
    double grout = Math.max(.004, step * .6);
    double shift = kind == Kind.PAVING && (indexZ & 1) == 1 ? size / 2 : 0;
    boolean chequered = kind == Kind.TILES && (seed & 3) == 0;
    long last = Long.MIN_VALUE;
    double light = 0;
    for (int column = 0; column < stage.canvas.width; column++) {
      double place = x + column * step + shift;
      long index = (long) Math.floor(place / size);
      double inside = place - index * size;
      double edge = Math.min(inside, size - inside);
      if (index != last) {
        last = index;
        light = (Lattice.at(seed, index, indexZ) - .5) * .1 * clear;
        light -= chequered && ((index + indexZ) & 1) == 0 ? .3 * clear : 0;
      }
      double dark = Math.max(across, edge < grout ? .28 * clear : 0);
      pixels[at + column] = Ink.lit(tone, dark > 0 ? -dark : light);
    }
  }

  private void rough(
      int at, int tone, double x, double step, double z, double strength, double cells) {
    int[] pixels = stage.canvas.pixels;
    long fineZ = (long) Math.floor(z * cells);
    double patches = cells / 24;
    double coarse = 0;
    for (int column = 0; column < stage.canvas.width; column++) {
      double place = x + column * step;
      double fine = Lattice.at(seed, (long) Math.floor(place * cells), fineZ);
      if ((column & 3) == 0) {
        coarse = Lattice.smooth(seed, place * patches, z * patches);
      }
      pixels[at + column] = Ink.lit(tone, strength * (fine * .55 + coarse * .9 - .72));
    }
  }
}
