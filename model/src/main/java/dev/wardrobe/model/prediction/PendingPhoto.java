package dev.wardrobe.model.prediction;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.model.data.DecodedPhoto;
import dev.wardrobe.model.data.PhotoDecoder;
import dev.wardrobe.model.data.Pixels;
import dev.wardrobe.structures.Box;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A photo to be looked at.
 *
 * @param imageId its number in the data set, or its place among the photos, from 1
 * @param name as messages and lists name it
 * @param source shop or consumer; empty where unknown
 * @param annotated the items that are known to be on it and take part in retrieval; copied
 * @param file reads its bytes
 */
public record PendingPhoto(
    int imageId, String name, Optional<Source> source, List<KnownItem> annotated, File file) {

  /** Copies the list. */
  public PendingPhoto {
    annotated = List.copyOf(annotated);
  }

  /**
   * An annotated item.
   *
   * @param category what it is
   * @param box where it is, in photo pixels
   */
  public record KnownItem(Category category, Box box) {}

  /** Reads a photo's file. */
  @FunctionalInterface
  public interface File {
    /**
     * All bytes; may be called by any thread, and again.
     *
     * @throws IOException if it cannot be read; the message says why in a few words
     */
    byte[] read() throws IOException;
  }

  /**
   * The photo itself, on the stored pixel grid, to draw on.
   *
   * @throws IOException if it cannot be read or decoded
   */
  public BufferedImage picture() throws IOException {
    Pixels pixels;
    try (DecodedPhoto decoded = PhotoDecoder.decode(file.read())) {
      pixels = decoded.pixels();
    }
    BufferedImage picture =
        new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_RGB);
    int[] row = new int[pixels.width()];
    byte[] rgb = pixels.rgb();
    for (int y = 0; y < pixels.height(); y++) {
      for (int x = 0; x < row.length; x++) {
        int at = 3 * (y * row.length + x);
        row[x] = (rgb[at] & 255) << 16 | (rgb[at + 1] & 255) << 8 | (rgb[at + 2] & 255);
      }
      picture.setRGB(0, y, row.length, 1, row, 0, row.length);
    }
    return picture;
  }
}
