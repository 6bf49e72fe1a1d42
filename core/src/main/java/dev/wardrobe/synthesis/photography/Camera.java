package dev.wardrobe.synthesis.photography;

import java.awt.image.BufferedImage;

/** Does to a painted photo what an {@link Exposure} says; the same on every machine. */
public final class Camera {
  private static final int[] BELL = bell();
  private static final int BELL_BITS = 11;

  /** Levels have this many bits behind the point until noise and rounding. */
  private static final int FRACTION = 6;

  private Camera() {}

  /**
   * Changes an image in place: blur, light, tone, grain, and the traces of an earlier compression.
   *
   * @param image of {@link BufferedImage#TYPE_INT_RGB}
   * @throws IllegalArgumentException if it has another type
   */
  public static void expose(BufferedImage image, Exposure exposure) {
    int[] pixels = Pixels.read(image);
    int width = image.getWidth();
    int height = image.getHeight();
    double thousandth = Math.max(width, height) / 1000.0;
    Exposure.Blur blur = exposure.blur();
    // Two boxes of this radius spread light about as far as one disc of the radius asked for.
    Softening.blur(pixels, width, height, blur.defocus() * thousandth * .6);
    Softening.move(pixels, width, height, blur.motionX() * thousandth, blur.motionY() * thousandth);
    develop(pixels, width, height, exposure);
    if (exposure.firstQuality() > 0) {
      JpegTraces.leave(pixels, width, height, exposure.firstQuality());
    }
    Pixels.write(pixels, image);
  }

  private static void develop(int[] pixels, int width, int height, Exposure exposure) {
    Exposure.Tone tone = exposure.tone();
    int[] red = curve(tone, 1 + .12 * tone.warmth() + .05 * tone.tint());
    int[] green = curve(tone, 1 + .01 * tone.warmth() - .06 * tone.tint());
    int[] blue = curve(tone, 1 - .16 * tone.warmth() + .05 * tone.tint());
    int saturation = (int) Math.rint(tone.saturation() * 256);
    int[] light = new int[width];
    var grain = new Grains(exposure.grain(), width);
    for (int y = 0; y < height; y++) {
      light(exposure.light(), y, height, light);
      grain.row(y);
      for (int x = 0; x < width; x++) {
        int rgb = pixels[y * width + x];
        int r = red[(rgb >> 16) & 255];
        int g = green[(rgb >> 8) & 255];
        int b = blue[rgb & 255];
        int gray = (77 * r + 151 * g + 28 * b) >> 8;
        int noise = grain.luminance(x, gray);
        int shade = light[x] & 0xFFFF;
        int flash = light[x] >>> 16;
        r = (((gray + (((r - gray) * saturation) >> 8)) * shade) >> 12) + noise + grain.red(x);
        g = (((gray + (((g - gray) * saturation) >> 8)) * shade) >> 12) + noise - grain.green(x);
        b = (((gray + (((b - gray) * saturation) >> 8)) * shade) >> 12) + noise + grain.blue(x);
        pixels[y * width + x] = (level(r, flash) << 16) | (level(g, flash) << 8) | level(b, flash);
      }
    }
  }

  private static int level(int value, int flash) {
    int level = Math.max(0, Math.min(255, (value + (1 << (FRACTION - 1))) >> FRACTION));
    return level + (((255 - level) * flash) >> 8);
  }

  /** For each level of a channel its new level, with {@link #FRACTION} bits more. */
  private static int[] curve(Exposure.Tone tone, double channelGain) {
    int[] curve = new int[256];
    for (int i = 0; i < 256; i++) {
      double value = i / 255.0 * tone.gain() * channelGain;
      value = .5 + (value - .5) * tone.contrast();
      // A soft shoulder: too much light fades to white instead of stopping at once.
      if (value > .9) {
        value = .9 + .1 * (1 - 1 / (1 + (value - .9) * 10));
      }
      value = Math.max(0, value) * (1 - tone.haze()) + .82 * tone.haze();
      curve[i] = (int) Math.rint(Math.min(1, value) * (255 << FRACTION));
    }
    return curve;
  }

  /** Of one row: the share of light, 4096 for all of it, plus 65536 times the flash, 0 to 255. */
  private static void light(Exposure.Light light, int y, int height, int[] row) {
    int width = row.length;
    double longer = Math.max(width, height);
    double dy = (2 * y + 1.0) / height - 1;
    double flashY = (y + .5 - light.flashY() * height) / longer;
    for (int x = 0; x < width; x++) {
      double dx = (2 * x + 1.0) / width - 1;
      int share = (int) (4096 * (1 - light.vignette() * .5 * (dx * dx + dy * dy)));
      int flash = 0;
      if (light.flash() > 0) {
        double flashX = (x + .5 - light.flashX() * width) / longer;
        double square = flashX * flashX + flashY * flashY;
        double core = 1 / (1 + square * 9000);
        double halo = .35 / (1 + square * 220);
        flash = (int) (255 * light.flash() * Math.min(1, core * core * 1.3 + halo * halo * 2));
      }
      row[x] = share | (flash << 16);
    }
  }

  /** Deviates of a normal distribution times 256, each as likely as the others. */
  private static int[] bell() {
    int count = 1 << BELL_BITS;
    int[] bell = new int[count];
    for (int i = 0; i < count; i++) {
      // Box and Muller's method on a lattice of 32 x 64 points covers the whole distribution.
      double radius = StrictMath.sqrt(-2 * StrictMath.log(((i & 31) + .5) / 32));
      bell[i] = (int) Math.rint(256 * radius * StrictMath.cos(((i >> 5) + .5) / 64 * Math.PI * 2));
    }
    return bell;
  }

  /** The noise of one row after the other. */
  private static final class Grains {
    private final int luminance;
    private final int chroma;
    private final long seed;
    private final int[] row;
    private final int[] warm;
    private final int[] cool;

    Grains(Exposure.Grain grain, int width) {
      luminance = (int) Math.rint(grain.luminance() * (1 << FRACTION));
      chroma = (int) Math.rint(grain.chroma() * (1 << FRACTION));
      seed = grain.seed();
      row = new int[width];
      warm = new int[width];
      cool = new int[width];
    }

    void row(int y) {
      long at = seed + ((long) y << 32);
      for (int x = 0; x < row.length; x++) {
        row[x] = BELL[(int) (Lattice.mixed(at + x) >>> (64 - BELL_BITS))];
      }
      if (y % 3 == 0) {
        at = ~seed - ((long) y << 32);
        for (int x = 0; x < row.length; x++) {
          long bits = Lattice.mixed(at - x / 3);
          warm[x] = (BELL[(int) (bits >>> (64 - BELL_BITS))] * chroma) >> 8;
          cool[x] = (BELL[(int) (bits & (BELL.length - 1))] * chroma) >> 8;
        }
      }
    }

    /** Noise for a pixel whose brightness has {@link #FRACTION} bits behind the point. */
    int luminance(int x, int gray) {
      int share = 320 - ((gray * 160) >> (FRACTION + 8));
      return (((row[x] * luminance) >> 8) * share) >> 8;
    }

    int red(int x) {
      return warm[x];
    }

    int green(int x) {
      return (warm[x] + cool[x]) >> 2;
    }

    int blue(int x) {
      return cool[x];
    }
  }
}
