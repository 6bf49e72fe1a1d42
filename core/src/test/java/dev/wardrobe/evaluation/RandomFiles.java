package dev.wardrobe.evaluation;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.json.RandomJson;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * A small random COCO ground truth and results for it, as text: lists and keys in any order, keys
 * that nobody knows, odd white space, and as many bad values as asked for.
 */
public final class RandomFiles {
  private static final String[] BAD = {
    "null",
    "\"x\"",
    "NaN",
    "-Infinity",
    "1.5",
    "[]",
    "{}",
    "[1, 2]",
    "true",
    "999",
    "1e300",
    "\"}, {\"",
    "[{\"a\": 1}, {\"b\": 2}]",
    "[[]]",
    "[1, 2, 3, NaN]",
    "[[1, 2, 3, 4, NaN, 6]]",
    "{\"size\": [100000, 100000], \"counts\": \"0\"}",
    "{\"size\": [20, 30], \"counts\": \"54\"}"
  };

  private final SplittableRandom random;
  private final int badOneIn;
  private final int images;
  private int written;

  /**
   * Files to be made.
   *
   * @param badOneIn about one value in so many is bad; none if 0
   */
  public RandomFiles(long seed, int badOneIn) {
    random = new SplittableRandom(seed);
    this.badOneIn = badOneIn;
    images = 1 + random.nextInt(4);
  }

  /** A ground truth with all that any task needs. */
  public String groundTruth() {
    List<String> sections = new ArrayList<>();
    sections.add("\"images\": " + list(images, this::image));
    sections.add("\"annotations\": " + list(random.nextInt(8), this::annotation));
    if (random.nextInt(4) > 0) {
      sections.add("\"categories\": " + list(13, this::category));
    }
    if (random.nextBoolean()) {
      sections.add("\"info\": " + RandomJson.value(random));
      sections.add("\"other\": [{\"id\": 1}, {\"id\": 2},{\"images\": [{}, {}]}]");
    }
    return around("{" + joined(sections) + "}");
  }

  /** Results of a task; some have their own ids, some more than the task needs. */
  String results(Task task) {
    boolean compact = random.nextInt(3) == 0;
    boolean boxes = random.nextInt(3) == 0;
    boolean ids = random.nextInt(3) == 0;
    return around(
        list(
            random.nextInt(10),
            () -> {
              int category = 1 + random.nextInt(13);
              List<String> fields = new ArrayList<>();
              fields.add("\"image_id\": " + or("" + imageId(1 + random.nextInt(images))));
              fields.add("\"category_id\": " + or("" + category));
              fields.add("\"score\": " + or("0." + random.nextInt(1000)));
              if (task == Task.DETECTION || boxes) {
                fields.add("\"bbox\": " + or(box()));
              }
              if (task == Task.SEGMENTATION) {
                fields.add("\"segmentation\": " + or(boxes ? mask() : compressed()));
              }
              if (task == Task.LANDMARKS && compact) {
                fields.add("\"landmarks\": " + or(landmarks(category, false)));
                fields.add("\"extent\": " + or("[0, 0, 20, 30]"));
              } else if (task == Task.LANDMARKS) {
                fields.add("\"keypoints\": " + or(landmarks(category, true)));
              }
              if (ids) {
                fields.add("\"id\": " + (random.nextInt(6) == 0 ? 1 : ++written));
              }
              return object(fields);
            }));
  }

  private static int imageId(int image) {
    return 7 * image;
  }

  private String image() {
    int id = imageId(1 + written++ % images);
    return object(
        new ArrayList<>(
            List.of("\"id\": " + or("" + id), "\"width\": " + or("20"), "\"height\": 30")));
  }

  private String category() {
    int id = 1 + written++ % 13;
    return object(new ArrayList<>(List.of("\"id\": " + id, "\"name\": \"c" + id + "\"")));
  }

  private String annotation() {
    int category = 1 + random.nextInt(13);
    List<String> fields = new ArrayList<>();
    fields.add("\"id\": " + or("" + (random.nextInt(12) == 0 && badOneIn > 0 ? 1 : ++written)));
    fields.add("\"image_id\": " + or("" + imageId(1 + random.nextInt(images))));
    fields.add("\"category_id\": " + or("" + category));
    fields.add("\"bbox\": " + or(box()));
    fields.add("\"area\": " + or("" + random.nextInt(20_000)));
    fields.add("\"segmentation\": " + or(mask()));
    fields.add("\"keypoints\": " + or(landmarks(category, true)));
    fields.add("\"iscrowd\": " + (random.nextInt(8) == 0 ? 1 : 0));
    if (random.nextBoolean()) {
      fields.add("\"num_keypoints\": " + random.nextInt(5));
      fields.add("\"scale\": " + random.nextInt(5));
      fields.add("\"source\": " + (random.nextBoolean() ? "\"user\"" : "\"shop\""));
    }
    return object(fields);
  }

  private String or(String good) {
    return badOneIn > 0 && random.nextInt(badOneIn) == 0 ? BAD[random.nextInt(BAD.length)] : good;
  }

  private String box() {
    return "[%d, %d.5, %d.25, %d]"
        .formatted(
            random.nextInt(10), random.nextInt(10), 1 + random.nextInt(10), 1 + random.nextInt(20));
  }

  private String mask() {
    return switch (random.nextInt(4)) {
      case 0 -> "[" + Arrays.toString(points()) + ", " + box() + "]"; // two points
      case 1 -> compressed();
      case 2 ->
          "{\"counts\": %s, \"size\": [30, 20]}".formatted(Arrays.toString(random().counts()));
      default -> "[" + Arrays.toString(points()) + ", " + Arrays.toString(points()) + "]";
    };
  }

  private double[] points() {
    double[] points = random.doubles(6 + 2L * random.nextInt(3), -2, 30).toArray();
    return Arrays.stream(points).map(p -> Math.rint(p * 8) / 8).toArray();
  }

  private RleMask random() {
    return RleMask.ofPolygons(List.of(Coordinates.ofReals(points())), new ImageSize(20, 30));
  }

  private String compressed() {
    return "{\"size\": [30, 20], \"counts\": \"%s\"}"
        .formatted(random().toCompressed().replace("\\", "\\\\"));
  }

  private String landmarks(int category, boolean all) {
    LandmarkSchema schema = LandmarkSchema.of(Category.ofId(category).orElseThrow());
    StringBuilder text = new StringBuilder("[");
    for (int i = all ? 0 : schema.offset(); i < LandmarkSchema.TOTAL; i++) {
      boolean own = i >= schema.offset() && i < schema.offset() + schema.count();
      if (!own && !all) {
        break;
      }
      text.append(text.length() > 1 ? "," : "");
      if (own && random.nextInt(3) > 0) {
        text.append(random.nextInt(20)).append(".5,").append(random.nextInt(30)).append(',');
        text.append(1 + random.nextInt(2));
      } else {
        text.append("0,0,0");
      }
    }
    return text.append(']').toString();
  }

  /** Fields in any order, with others between them. */
  private String object(List<String> fields) {
    if (random.nextInt(3) == 0) {
      fields.add("\"x\": " + RandomJson.value(random));
      fields.add("\"y\": [{\"id\": 5}, {\"score\": \"}, {\"}]");
    }
    return "{" + joined(fields) + "}";
  }

  private String joined(List<String> fields) {
    for (int i = fields.size() - 1; i > 0; i--) {
      fields.add(fields.remove(random.nextInt(i + 1)));
    }
    return String.join(random.nextBoolean() ? ", " : ",\n", fields);
  }

  private String list(int count, Supplier<String> record) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(record.get());
    }
    return "[" + String.join(random.nextBoolean() ? ", " : "\n  , ", records) + "]";
  }

  /** With what may stand before and behind, and if bad values are asked for, cut or longer. */
  private String around(String text) {
    String whole =
        (random.nextInt(4) == 0 ? "\uFEFF" : "") + text + (random.nextBoolean() ? " \n" : "");
    if (badOneIn > 0) {
      switch (random.nextInt(12)) {
        case 0 -> whole = whole.substring(0, random.nextInt(whole.length()));
        case 1 -> whole += ", {}";
        case 2 ->
            whole =
                new StringBuilder(whole)
                    .deleteCharAt(random.nextInt(whole.length()) / 2)
                    .toString();
        default -> {}
      }
    }
    return whole;
  }
}
