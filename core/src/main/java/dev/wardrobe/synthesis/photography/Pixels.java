package dev.wardrobe.synthesis.photography;

import java.awt.image.BufferedImage;

/** Reads and writes the pixels of images as 0xRRGGBB, row by row. */
final class Pixels {
  private Pixels() {}

  /**
   * The colours of rows of an image of any kind; alpha is left out.
   *
   * @param into at least width times rows long, overwritten and returned
   */
  static int[] read(BufferedImage image, int firstRow, int rows, int[] into) {
    if (image.getType() == BufferedImage.TYPE_INT_RGB) {
      image.getRaster().getDataElements(0, firstRow, image.getWidth(), rows, into);
    } else {
      image.getRGB(0, firstRow, image.getWidth(), rows, into, 0, image.getWidth());
    }
    return into;
  }

  /** All colours of an image, which must have {@link BufferedImage#TYPE_INT_RGB}. */
  static int[] read(BufferedImage image) {
    if (image.getType() != BufferedImage.TYPE_INT_RGB) {
      throw new IllegalArgumentException(
          "image of type " + image.getType() + ", expected TYPE_INT_RGB");
    }
    return read(image, 0, image.getHeight(), new int[image.getWidth() * image.getHeight()]);
  }

  /** Sets all colours of an image of {@link BufferedImage#TYPE_INT_RGB}. */
  static void write(int[] pixels, BufferedImage image) {
    image.getRaster().setDataElements(0, 0, image.getWidth(), image.getHeight(), pixels);
  }
}
