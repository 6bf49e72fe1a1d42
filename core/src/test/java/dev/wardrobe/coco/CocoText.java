package dev.wardrobe.coco;

import dev.wardrobe.dataset.Category;
import java.util.ArrayList;
import java.util.List;

/** The text of small COCO files as other tools write them. */
final class CocoText {
  /** A skirt as a complete annotation of image 1, without braces; tests replace parts of it. */
  static final String SKIRT =
      "\"id\": 7, \"image_id\": 1, \"category_id\": 9, \"bbox\": [10, 20, 80.5, 60], \"area\": 4830.0,"
          + " \"iscrowd\": 0, \"style\": 2, \"pair_id\": 5, \"segmentation\": [[10, 20, 90, 20, 90, 80]],"
          + " \"keypoints\": ["
          + "0.0, ".repeat(3 * Category.SKIRT.landmarks().offset())
          + "10.0, 20.0, 2.0, 50.5, 20.0, 1.0, "
          + "0.0, ".repeat(3 * (294 - Category.SKIRT.landmarks().offset()) - 7)
          + "0.0]";

  static final String IMAGE =
      "{\"id\": 1, \"file_name\": \"000001.jpg\", \"width\": 400, \"height\": 300}";

  private CocoText() {}

  /** {@link #SKIRT} with one part replaced, which must be there. */
  static String skirtWith(String part, String by) {
    if (!SKIRT.contains(part)) {
      throw new IllegalArgumentException("Not in the sample: " + part);
    }
    return SKIRT.replace(part, by);
  }

  /** {@link #SKIRT} without one key. */
  static String skirtWithout(String key) {
    return skirtWith("\"" + key + "\": ", "\"other_" + key + "\": ");
  }

  /** A file of one image, the official categories, and annotations without braces. */
  static String file(String... annotations) {
    List<String> rows = new ArrayList<>();
    for (String annotation : annotations) {
      rows.add("{" + annotation + "}");
    }
    return "{\"images\": [%s], \"annotations\": [%s], \"categories\": %s}"
        .formatted(IMAGE, String.join(", ", rows), CocoWriter.categories());
  }
}
