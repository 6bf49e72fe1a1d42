package dev.wardrobe.cli;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.exception.ZipException;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** Small data sets of flawless skirts in photos of 400 x 300 pixels. */
final class SampleData {
  private static final byte[] PHOTO = {
    (byte) 0xFF,
    (byte) 0xD8,
    (byte) 0xFF,
    (byte) 0xC0,
    0,
    17,
    8,
    300 >> 8,
    300 & 255,
    400 >> 8,
    (byte) (400 & 255),
    3,
    1,
    17,
    0,
    2,
    17,
    0,
    3,
    17,
    0
  };

  private SampleData() {}

  /**
   * A split of two photos that share one garment: a consumer's with one item and a shop's with two.
   */
  static Path split(Path folder) {
    annotation(folder, 1, photo("user", skirt(1, 1)));
    annotation(folder, 2, photo("shop", skirt(1, 1), skirt(2, 0)));
    image(folder, 1);
    image(folder, 2);
    return folder;
  }

  static void annotation(Path split, int imageId, String json) {
    write(split.resolve("annos/%06d.json".formatted(imageId)), json);
  }

  static void image(Path split, int imageId) {
    AtomicFile.write(split.resolve("image/%06d.jpg".formatted(imageId)), out -> out.write(PHOTO));
  }

  static Path write(Path file, String text) {
    AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    return file;
  }

  static String photo(String source, String... items) {
    return "{\"source\": \"%s\", \"pair_id\": 7, %s}".formatted(source, String.join(", ", items));
  }

  static String skirt(int number, int style) {
    String[] landmark = new String[Category.SKIRT.landmarks().count()];
    Arrays.fill(landmark, "150, 150, 2");
    return """
    "item%d": {"category_id": 9, "category_name": "skirt", "style": %d, "viewpoint": 2,
    "scale": 1, "occlusion": 1, "zoom_in": 1, "bounding_box": [100, 100, 200, 200],
    "segmentation": [[100, 100, 200, 100, 200, 200.5, 100, 200]], "landmarks": [%s]}\
    """
        .formatted(number, style, String.join(", ", landmark));
  }

  /** The split as an encrypted zip, as the data set is distributed. */
  static Path encryptedZip(Path split, Path zip, String password) throws ZipException {
    ZipParameters parameters = new ZipParameters();
    parameters.setEncryptFiles(true);
    parameters.setEncryptionMethod(EncryptionMethod.ZIP_STANDARD);
    try (ZipFile file = new ZipFile(zip.toFile(), password.toCharArray())) {
      file.addFolder(split.toFile(), parameters);
    } catch (IOException e) {
      throw new ZipException(e);
    }
    return zip;
  }
}
