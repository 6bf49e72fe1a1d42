package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;
import java.awt.image.BufferedImage;

/** Images for tests, and how they differ. */
final class Pictures {
  private Pictures() {}

  /** Soft waves of colour with noise of up to some levels. */
  static BufferedImage waves(int width, int height, double noise, long seed) {
    var dice = new Dice(seed);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double wave = StrictMath.sin(x * .05) * 50 + StrictMath.cos(y * .04) * 40;
        double grain = dice.between(-noise, noise);
        image.setRGB(
            x,
            y,
            (level(128 + wave + grain) << 16)
                | (level(140 - wave * .6 + grain) << 8)
                | level(110 + wave * .3 + grain));
      }
    }
    return image;
  }

  static BufferedImage filled(int width, int height, int colour) {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, colour);
      }
    }
    return image;
  }

  private static int level(double value) {
    return (int) Math.max(0, Math.min(255, value));
  }

  static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  /** Peak signal-to-noise ratio in decibels; infinite for equal images. */
  static double psnr(BufferedImage one, BufferedImage other) {
    int[] first = pixels(one);
    int[] second = pixels(other);
    double squares = 0;
    for (int i = 0; i < first.length; i++) {
      for (int shift = 0; shift < 24; shift += 8) {
        int difference = ((first[i] >> shift) & 255) - ((second[i] >> shift) & 255);
        squares += difference * difference;
      }
    }
    return 10 * StrictMath.log10(255.0 * 255 / (squares / first.length / 3));
  }

  /** Mean of all levels. */
  static double mean(BufferedImage image) {
    double sum = 0;
    int[] pixels = pixels(image);
    for (int rgb : pixels) {
      sum += ((rgb >> 16) & 255) + ((rgb >> 8) & 255) + (rgb & 255);
    }
    return sum / pixels.length / 3;
  }

  /** Standard deviation of the levels of all channels around their common mean. */
  static double deviation(BufferedImage image) {
    double mean = mean(image);
    double squares = 0;
    int[] pixels = pixels(image);
    for (int rgb : pixels) {
      for (int shift = 0; shift < 24; shift += 8) {
        double difference = ((rgb >> shift) & 255) - mean;
        squares += difference * difference;
      }
    }
    return Math.sqrt(squares / pixels.length / 3);
  }
}
