package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;

/**
 * What a camera, its owner and a web site do to a photo. Lengths are in thousandths of the photo's
 * longer side, so that a photo is as blurred at any size.
 *
 * @param tone brightness and colour
 * @param blur from focus and movement
 * @param grain of the sensor
 * @param light falloff and flash
 * @param firstQuality JPEG quality, 1 to 100, of an earlier compression, 0 for none
 * @param jpegQuality JPEG quality, 1 to 100, of the file
 */
public record Exposure(
    Tone tone, Blur blur, Grain grain, Light light, int firstQuality, int jpegQuality) {

  /**
   * Brightness and colour.
   *
   * @param gain of all channels, 1 for none
   * @param contrast around middle grey, 1 for unchanged
   * @param warmth -1 (blue) to 1 (orange), 0 for neutral
   * @param tint -1 (green) to 1 (magenta), 0 for neutral
   * @param saturation 0 (grey) to more than 1, 1 for unchanged
   * @param haze 0 to 1: how much veil lies over the photo
   */
  public record Tone(
      double gain, double contrast, double warmth, double tint, double saturation, double haze) {}

  /**
   * Blur.
   *
   * @param defocus radius
   * @param motionX how far the camera moved to the right
   * @param motionY how far it moved down
   */
  public record Blur(double defocus, double motionX, double motionY) {}

  /**
   * Noise, as standard deviations in levels of 255 at middle grey; darker places have more.
   *
   * @param luminance of single pixels
   * @param chroma of patches of colour
   * @param seed of the noise
   */
  public record Grain(double luminance, double chroma, long seed) {}

  /**
   * Light that differs over the photo.
   *
   * @param vignette 0 to 1: how much darker the corners are
   * @param flash 0 (none) to 1: brightness of a flash seen in a mirror
   * @param flashX where, 0 (left) to 1 (right)
   * @param flashY where, 0 (top) to 1 (bottom)
   */
  public record Light(double vignette, double flash, double flashX, double flashY) {}

  /**
   * This exposure with its flash, if there is one, at another place.
   *
   * @param x 0 (left) to 1 (right); beyond if it is outside the photo
   * @param y 0 (top) to 1 (bottom)
   */
  public Exposure withFlashAt(double x, double y) {
    Light moved = new Light(light.vignette, light.flash, x, y);
    return new Exposure(tone, blur, grain, moved, firstQuality, jpegQuality);
  }

  /** A careful photo of a shop: neutral, sharp and nearly clean. */
  public static Exposure shop(Dice dice) {
    var tone =
        new Tone(
            dice.between(.98, 1.04),
            dice.between(.98, 1.05),
            dice.between(-.08, .08),
            dice.between(-.04, .04),
            dice.between(.96, 1.06),
            0);
    return new Exposure(
        tone,
        new Blur(dice.chance(.2) ? dice.between(0, .7) : 0, 0, 0),
        new Grain(dice.between(0, .9), dice.between(0, .4), seed(dice)),
        new Light(dice.between(0, .04), 0, .5, .5),
        0,
        85 + dice.below(11));
  }

  /** A photo by a consumer's telephone, anywhere. */
  public static Exposure consumer(Dice dice) {
    return consumer(dice, dice.chance(.6), false);
  }

  /** A photo by a consumer's telephone in a setting: warmer and noisier indoors. */
  public static Exposure consumer(Setting setting, Dice dice) {
    return consumer(dice, setting.kind().indoors(), setting.mirror());
  }

  private static Exposure consumer(Dice dice, boolean indoors, boolean mirror) {
    double dark = indoors ? dice.next() * dice.next() : dice.next() * dice.next() * .4;
    boolean shaken = dice.chance(.18);
    boolean flash = mirror && dice.chance(.4);
    return new Exposure(
        consumerTone(dice, indoors, dark),
        new Blur(
            dice.chance(.45) ? dice.between(.3, 2.2) : 0,
            shaken ? dice.between(-8, 8) : 0,
            shaken ? dice.between(-8, 8) : 0),
        new Grain(dice.between(.8, 3) + 3.6 * dark, dice.between(.4, 1.8) + 3 * dark, seed(dice)),
        new Light(
            dice.between(0, .32),
            flash ? dice.between(.5, 1) : 0,
            dice.between(.3, .7),
            dice.between(.25, .6)),
        dice.chance(.2) ? 50 + dice.below(40) : 0,
        55 + dice.below(38));
  }

  private static Tone consumerTone(Dice dice, boolean indoors, double dark) {
    double over = dice.chance(.12) ? dice.between(.1, .3) : 0;
    return new Tone(
        dice.between(.92, 1.12) - .26 * dark + over,
        dice.between(.84, 1.16),
        indoors ? dice.between(-.2, .75) : dice.between(-.5, .35),
        dice.between(-.22, .18),
        dice.between(.72, 1.16),
        dice.chance(.25) ? dice.between(.02, .1) : 0);
  }

  private static long seed(Dice dice) {
    return (long) (dice.next() * (1L << 53));
  }
}
