package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;
import java.awt.image.BufferedImage;

/** Paints where a photo is taken, without anybody in it; the same on every machine. */
public final class BackdropPainter {
  private BackdropPainter() {}

  /**
   * Fills a whole image; the figure stands in its middle.
   *
   * @param floor pixel row of the figure's soles, which may be outside the image
   * @param unit pixels of one figure unit, more than 0
   * @param image of {@link BufferedImage#TYPE_INT_RGB}
   */
  public static void paint(Setting setting, double floor, double unit, BufferedImage image) {
    paint(setting, image.getWidth() / 2.0, floor, unit, image);
  }

  /**
   * Fills a whole image.
   *
   * @param middle pixel column of the figure's middle: mirrors and hooks are around it
   * @param floor pixel row of the figure's soles, which may be outside the image
   * @param unit pixels of one figure unit, more than 0
   * @param image of {@link BufferedImage#TYPE_INT_RGB}
   * @throws IllegalArgumentException if the image has another type, or the unit is not positive
   */
  public static void paint(
      Setting setting, double middle, double floor, double unit, BufferedImage image) {
    if (!(unit > 0)) {
      throw new IllegalArgumentException("unit of " + unit + " pixels, expected more than 0");
    }
    int[] pixels = Pixels.read(image);
    var canvas = new Canvas(image.getWidth(), image.getHeight(), pixels);
    var dice = new Dice(setting.seed());
    var stage = new Stage(canvas, middle, floor, unit, dice.between(-.35, .35));
    switch (setting.kind()) {
      case STUDIO -> Studio.paint(setting, stage, dice);
      case HOUSES, SHOP_STREET, BRICK_WALL, PARK, BEACH -> open(setting, stage, dice);
      case PAPER -> Surfaces.paint(setting, stage, dice);
      case BED_SHEET, TABLE, CARPET, TILES -> {
        Surfaces.paint(setting, stage, dice);
        Daylight.indoors(canvas, dice);
      }
      case SHOP_RAIL -> {
        Hangings.paint(setting, stage, dice);
        Daylight.shop(canvas, dice);
      }
      case WALL_HOOKS, DOOR, WARDROBE -> {
        Hangings.paint(setting, stage, dice);
        Daylight.indoors(canvas, dice);
      }
      case SHOWROOM, BEDROOM, LIVING_ROOM, HALL, BATHROOM, FITTING_ROOM, CAFE ->
          room(setting, stage, dice);
    }
    Pixels.write(pixels, image);
  }

  private static void room(Setting setting, Stage stage, Dice dice) {
    double wall = Rooms.paint(setting, stage, dice);
    blur(stage, wall, dice.next() * dice.next() * .009);
    if (setting.mirror()) {
      MirrorFrame.paint(stage, dice);
    }
    if (setting.kind() == Setting.Kind.SHOWROOM) {
      Daylight.shop(stage.canvas, dice);
    } else {
      Daylight.indoors(stage.canvas, dice);
    }
  }

  private static void open(Setting setting, Stage stage, Dice dice) {
    double far = Outdoors.paint(setting, stage, dice);
    blur(stage, far, dice.next() * .009);
    Daylight.outdoors(stage.canvas, dice);
  }

  /** Blurs what is beyond the figure, the more the farther. */
  private static void blur(Stage stage, double far, double radius) {
    Canvas canvas = stage.canvas;
    double[] radii = new double[canvas.height];
    double farRow = stage.row(0, far);
    double span = Math.max(1e-6, stage.row(0, 0) - farRow);
    // Wide open lenses blur as much of the photo at any distance: close-ups have more.
    double most = Math.min(radius * stage.unit, canvas.height / 40.0);
    for (int y = 0; y < canvas.height; y++) {
      double share = Math.max(0, Math.min(1, 1 - (y - farRow) / span));
      radii[y] = most * share;
    }
    limitSteps(radii);
    Softening.blur(canvas.pixels, canvas.width, canvas.height, radii);
  }

  private static void limitSteps(double[] radii) {
    for (int y = 1; y < radii.length; y++) {
      radii[y] = Math.max(radii[y], radii[y - 1] - 1);
    }
  }

  /**
   * Paints the soft shadow of somebody who stands, on the ground around the soles.
   *
   * @param x pixel column of the middle between the feet
   * @param floor pixel row of the soles
   * @param unit pixels of one figure unit
   * @param strength 0 to 1
   */
  public static void groundShadow(
      double x, double floor, double unit, double strength, BufferedImage image) {
    int[] pixels = Pixels.read(image);
    var canvas = new Canvas(image.getWidth(), image.getHeight(), pixels);
    canvas.glow(
        x + .1 * unit, floor - .01 * unit, .42 * unit, .075 * unit, Ink.SHADOW, .4 * strength);
    canvas.glow(
        x + .01 * unit, floor - .008 * unit, .2 * unit, .04 * unit, Ink.SHADOW, .6 * strength);
    Pixels.write(pixels, image);
  }
}
