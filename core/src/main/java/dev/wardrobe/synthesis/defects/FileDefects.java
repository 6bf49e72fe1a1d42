package dev.wardrobe.synthesis.defects;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.SplitLayout;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Defects of the files of a split's folder. */
final class FileDefects {
  private static final int HEADERLESS = 12;

  /** A JPEG segment with an EXIF orientation of 6: show it turned by a quarter. */
  private static final byte[] TURNED = {
    (byte) 0xFF,
    (byte) 0xE1,
    0,
    34,
    'E',
    'x',
    'i',
    'f',
    0,
    0,
    'M',
    'M',
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    6,
    0,
    0,
    0,
    0,
    0,
    0
  };

  private FileDefects() {}

  /** The annotation of a photo, relative to the split's folder. */
  static Path annotation(int imageId) {
    return Path.of(SplitLayout.ANNOTATIONS, Photo.fileNameOf(imageId).replace(".jpg", ".json"));
  }

  /** A photo, relative to the split's folder. */
  static Path image(int imageId) {
    return Path.of(SplitLayout.IMAGES, Photo.fileNameOf(imageId));
  }

  static Path addStrayFile(Path folder, int imageId, int lastId) throws IOException {
    Path original = annotation(imageId);
    Path stray =
        original.resolveSibling(String.valueOf(original.getFileName()).replace(".", " (1)."));
    Files.copy(folder.resolve(original), folder.resolve(stray));
    return stray;
  }

  /** Repeats a photo under a number that leaves a gap; nothing is taken away. */
  static Path skipNumber(Path folder, int imageId, int lastId) throws IOException {
    int id = lastId + 2;
    Files.copy(folder.resolve(annotation(imageId)), folder.resolve(annotation(id)));
    if (Files.exists(folder.resolve(image(imageId)))) {
      Files.copy(folder.resolve(image(imageId)), folder.resolve(image(id)));
    }
    return annotation(id);
  }

  static Path addPhotoAlone(Path folder, int imageId, int lastId) throws IOException {
    Files.copy(folder.resolve(image(imageId)), folder.resolve(image(lastId + 1)));
    return image(lastId + 1);
  }

  static Path deletePhoto(Path folder, int imageId, int lastId) throws IOException {
    Files.delete(folder.resolve(image(imageId)));
    return image(imageId);
  }

  static Path cutHeader(Path folder, int imageId, int lastId) throws IOException {
    byte[] jpeg = Files.readAllBytes(folder.resolve(image(imageId)));
    return rewrite(folder, imageId, Arrays.copyOf(jpeg, HEADERLESS));
  }

  static Path cutPixels(Path folder, int imageId, int lastId) throws IOException {
    byte[] jpeg = Files.readAllBytes(folder.resolve(image(imageId)));
    return rewrite(folder, imageId, Arrays.copyOf(jpeg, jpeg.length / 2));
  }

  static Path makeGrey(Path folder, int imageId, int lastId) throws IOException {
    BufferedImage colour = ImageIO.read(folder.resolve(image(imageId)).toFile());
    BufferedImage grey =
        new BufferedImage(colour.getWidth(), colour.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = grey.createGraphics();
    graphics.drawImage(colour, 0, 0, null);
    graphics.dispose();
    return rewrite(folder, imageId, jpeg(grey));
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  static Path tagRotated(Path folder, int imageId, int lastId) throws IOException {
    byte[] jpeg = Files.readAllBytes(folder.resolve(image(imageId)));
    ByteArrayOutputStream tagged = new ByteArrayOutputStream();
    tagged.write(jpeg, 0, 2);
    tagged.write(TURNED);
    tagged.write(jpeg, 2, jpeg.length - 2);
    return rewrite(folder, imageId, tagged.toByteArray());
  }

  private static Path rewrite(Path folder, int imageId, byte[] jpeg) throws IOException {
    Files.write(folder.resolve(image(imageId)), jpeg);
    return image(imageId);
  }
}
