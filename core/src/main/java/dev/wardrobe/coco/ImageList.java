package dev.wardrobe.coco;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The images of a COCO file in 12 bytes each, until all are known. */
final class ImageList {
  private static final int FLUSH = 1 << 16;

  private int[] numbers = new int[3 * 256];
  private int count;

  void add(int imageId, ImageSize size) {
    int at = 3 * count;
    if (at == numbers.length) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    numbers[at] = imageId;
    numbers[at + 1] = size.width();
    numbers[at + 2] = size.height();
    count++;
  }

  int count() {
    return count;
  }

  /** Writes the list's elements without brackets. */
  void writeTo(OutputStream out) throws IOException {
    PythonJson json = new PythonJson();
    for (int i = 0; i < count; i++) {
      int imageId = numbers[3 * i];
      json.raw(i == 0 ? "" : ", ")
          .raw("{\"coco_url\": \"\", \"date_captured\": \"\", \"file_name\": ")
          .string(Photo.fileNameOf(imageId))
          .raw(", \"flickr_url\": \"\", \"id\": ")
          .integer(imageId)
          .raw(", \"license\": 0, \"width\": ")
          .integer(numbers[3 * i + 1])
          .raw(", \"height\": ")
          .integer(numbers[3 * i + 2])
          .raw("}");
      if (json.length() > FLUSH || i == count - 1) {
        json.writeTo(out, 0, json.length());
        json.clear();
      }
    }
  }
}
