package dev.wardrobe.files;

import dev.wardrobe.dataset.Category;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Annotation files made up for tests. */
final class SampleText {
  /** A photo of one good skirt; tests replace parts of it. */
  static final String SKIRT =
      """
      {"source": "user", "pair_id": 3, "item1": {\
      "segmentation": [[10, 20, 90.5, 20, 90, 80, 10, 80.0]], \
      "scale": 2, "viewpoint": 2, "zoom_in": 1, \
      "landmarks": [10, 20, 2, 50, 20, 1, 90.5, 20, 2, 10, 50, 2, 10, 80, 2, 50, 80, 2, 90, 80, 2, \
      0, 0, 0], \
      "style": 1, "bounding_box": [10, 20, 90.5, 80], "category_id": 9, "occlusion": 1, \
      "category_name": "skirt"}}\
      """;

  private SampleText() {}

  /** {@link #SKIRT} with one part replaced, which must be there. */
  static String skirtWith(String part, String by) {
    if (!SKIRT.contains(part)) {
      throw new IllegalArgumentException("Not in the sample: " + part);
    }
    return SKIRT.replace(part, by);
  }

  /** The item object of {@link #SKIRT}, style as given. */
  static String item(int style) {
    return SKIRT
        .substring(SKIRT.indexOf("{\"seg"), SKIRT.length() - 1)
        .replace("\"style\": 1", "\"style\": " + style);
  }

  /**
   * A flawless photo with the features of real ones: keys in any order, integers mixed with floats
   * of 15 digits, polygons closed and open, parts inside one another, unlabelled landmarks.
   */
  static String photo(SplittableRandom random, int items) {
    List<String> entries = new ArrayList<>();
    entries.add("\"source\": \"" + (random.nextBoolean() ? "shop" : "user") + "\"");
    entries.add("\"pair_id\": " + random.nextInt(2_000));
    for (int i = 1; i <= items; i++) {
      entries.add("\"item" + i + "\": " + item(random));
    }
    return shuffled(entries, random);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String item(SplittableRandom random) {
    Category category = Category.ALL.get(random.nextInt(13));
    int x = random.nextInt(200);
    int y = random.nextInt(200);
    List<String> entries = new ArrayList<>();
    entries.add("\"category_id\": " + category.id());
    entries.add("\"category_name\": \"" + category.annotationName() + "\"");
    entries.add("\"style\": " + random.nextInt(4));
    entries.add("\"bounding_box\": [%d, %d, %d, %s]".formatted(x, y, x + 150, y + 99.5));
    for (String attribute : List.of("scale", "occlusion", "zoom_in", "viewpoint")) {
      entries.add("\"" + attribute + "\": " + (1 + random.nextInt(3)));
    }
    StringJoiner landmarks = new StringJoiner(", ", "\"landmarks\": [", "]");
    for (int i = 0; i < category.landmarks().count(); i++) {
      int visibility = random.nextInt(3);
      landmarks.add(visibility == 0 ? "0, 0, 0" : point(random, x, y) + ", " + visibility);
    }
    entries.add(landmarks.toString());
    StringJoiner parts = new StringJoiner(", ", "\"segmentation\": [", "]");
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      parts.add(polygon(random, x, y));
    }
    entries.add(parts.toString());
    return shuffled(entries, random);
  }

  private static String polygon(SplittableRandom random, int x, int y) {
    StringJoiner polygon = new StringJoiner(", ", "[", "]");
    String first = point(random, x, y);
    polygon.add(first);
    for (int i = 2 + random.nextInt(8); i > 0; i--) {
      polygon.add(point(random, x, y));
    }
    return (random.nextBoolean() ? polygon.add(first) : polygon).toString();
  }

  private static String point(SplittableRandom random, int x, int y) {
    return coordinate(random, x, 150) + ", " + coordinate(random, y, 99);
  }

  private static String coordinate(SplittableRandom random, int from, int length) {
    return switch (random.nextInt(4)) {
      case 0 -> Double.toString(from + length * random.nextDouble());
      case 1 -> from + random.nextInt(length) + ".0";
      default -> Integer.toString(from + random.nextInt(length));
    };
  }

  private static String shuffled(List<String> entries, SplittableRandom random) {
    List<String> left = new ArrayList<>(entries);
    StringJoiner object = new StringJoiner(", ", "{", "}");
    while (!left.isEmpty()) {
      object.add(left.remove(random.nextInt(left.size())));
    }
    return object.toString();
  }
}
