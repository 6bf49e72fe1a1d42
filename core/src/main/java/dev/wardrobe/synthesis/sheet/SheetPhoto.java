package dev.wardrobe.synthesis.sheet;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.IoReason;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/**
 * A photo that may go on a contact sheet.
 *
 * @param set the split it belongs to, such as "train"; pair ids are compared within a split only
 * @param photo its annotation
 * @param shown on what its garments are, such as "hanger"; empty if that is not known
 * @param pixels asked for only if it is chosen
 */
public record SheetPhoto(String set, Photo photo, String shown, Supplier<BufferedImage> pixels) {

  /**
   * A photo of a data set, made-up or real; it is opened and decoded only if it is chosen, and then
   * may throw a DatasetException.
   */
  public static SheetPhoto of(DatasetSplit split, Photo photo) {
    return new SheetPhoto(split.name(), photo, "", () -> decoded(split, photo.imageId()));
  }

  /** What it is called on the sheet, such as "train 000123". */
  String label() {
    return set + " " + photo.fileName().replace(".jpg", "");
  }

  private static BufferedImage decoded(DatasetSplit split, int imageId) {
    String name = split.imageName(imageId);
    try {
      Optional<InputStream> opened = split.openImage(imageId);
      if (opened.isEmpty()) {
        throw new DatasetException("There is no photo " + name);
      }
      try (InputStream in = opened.get()) {
        return Optional.ofNullable(ImageIO.read(in))
            .orElseThrow(() -> new DatasetException(name + " is no photo that can be decoded"));
      }
    } catch (IOException e) {
      throw new DatasetException("Cannot read %s: %s".formatted(name, IoReason.of(e)), e);
    }
  }
}
