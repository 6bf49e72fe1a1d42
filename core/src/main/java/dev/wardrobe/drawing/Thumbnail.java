package dev.wardrobe.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Photos in another size. */
public final class Thumbnail {
  private Thumbnail() {}

  /** The image in another size: when smaller, each pixel is the mean of those it stands for. */
  public static BufferedImage of(BufferedImage image, int width, int height) {
    BufferedImage half = image;
    while (half.getWidth() >= 2 * width && half.getHeight() >= 2 * height) {
      half = scaled(half, half.getWidth() / 2, half.getHeight() / 2);
    }
    return scaled(half, width, height);
  }

  private static BufferedImage scaled(BufferedImage image, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }
}
