package dev.wardrobe;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A made-up COCO file and official landmark results for it, which hit its items more or less well.
 */
public final class RandomLandmarkFiles {
  private static final int PHOTOS = 25;

  private final Random random;
  private final Others others;
  private final boolean oddlyWritten;
  private final List<String> annotations = new ArrayList<>();
  private final List<String> records = new ArrayList<>();

  /** Where the results have the landmarks of other categories. */
  public enum Others {
    /** All written 0.0, 0.0, 1. */
    ZEROS,
    /** All at one point of the record's own. */
    TOGETHER,
    /** Anywhere near the item. */
    ANYWHERE
  }

  private RandomLandmarkFiles(long seed, Others others, boolean oddlyWritten) {
    this.random = new Random(seed);
    this.others = others;
    this.oddlyWritten = oddlyWritten;
  }

  /**
   * Makes the files.
   *
   * @param unlabelled whether some items have no labelled landmark
   * @param oddlyWritten whether numbers, spaces and keys are as no tool writes them, but may
   */
  public static RandomLandmarkFiles of(
      long seed, Others others, boolean unlabelled, boolean oddlyWritten) {
    RandomLandmarkFiles files = new RandomLandmarkFiles(seed, others, oddlyWritten);
    for (int i = 1; i <= 2 * PHOTOS; i++) {
      files.addItem(i, unlabelled && i % 5 == 0);
    }
    return files;
  }

  private void addItem(int id, boolean unlabelled) {
    Category category = Category.ALL.get(random.nextInt(Category.ALL.size()));
    LandmarkSchema schema = LandmarkSchema.of(category);
    int image = 1 + id % PHOTOS;
    double[] points = new double[3 * LandmarkSchema.TOTAL];
    for (int i = 3 * schema.offset(); i < 3 * (schema.offset() + schema.count()); i += 3) {
      points[i] = 50 + random.nextInt(300);
      points[i + 1] = 40 + random.nextInt(400);
      points[i + 2] = random.nextInt(3);
    }
    if (unlabelled) {
      Arrays.fill(points, 0);
    }
    annotations.add(
        """
        {"id": %d, "image_id": %d, "category_id": %d, "iscrowd": 0, "area": 120000.0,\
         "bbox": [50, 40, 300, 400], "keypoints": %s}\
        """
            .formatted(id, image, category.id(), Arrays.toString(points)));
    for (int i = random.nextInt(4); i > 0; i--) {
      records.add(record(image, category, points));
    }
  }

  private String record(int image, Category category, double[] points) {
    List<String> fields =
        new ArrayList<>(
            List.of(
                key("image_id") + image,
                key("category_id") + category.id(),
                key("keypoints") + keypoints(LandmarkSchema.of(category), points),
                key("score") + random.nextInt(1000) / 1000.0));
    if (oddlyWritten) {
      fields.add("\"model\" : {\"name\":\"n\\u00e9t \\\"b\\\"\", \"stages\": [1, [ ] ]}");
      fields.add("\"segm\":null");
      Collections.shuffle(fields, random);
    }
    return "{" + String.join(", ", fields) + "}";
  }

  private String key(String name) {
    return "\"%s\"%s: ".formatted(name, oddlyWritten ? " \n" : "");
  }

  private String keypoints(LandmarkSchema schema, double[] points) {
    double noise = 1 << random.nextInt(7);
    List<String> texts = new ArrayList<>();
    List<String> together = List.of(number(7), number(70), number(2));
    for (int i = 0; i < LandmarkSchema.TOTAL; i++) {
      if (i >= schema.offset() && i < schema.offset() + schema.count()) {
        texts.add(number(points[3 * i] + noise * random.nextGaussian()));
        texts.add(number(points[3 * i + 1] + noise * random.nextGaussian()));
        texts.add(number(1 + random.nextInt(2)));
      } else {
        switch (others) {
          case ZEROS -> texts.addAll(List.of("0.0", "0.0", "1"));
          case TOGETHER -> texts.addAll(together);
          case ANYWHERE -> {
            texts.add(number(40 + random.nextInt(320)));
            texts.add(number(30 + random.nextInt(420)));
            texts.add("1");
          }
        }
      }
    }
    return "[" + String.join(oddlyWritten ? " ,\t" : ", ", texts) + "]";
  }

  private String number(double value) {
    if (!oddlyWritten) {
      return "" + Math.round(value * 1e6) / 1e6;
    }
    return switch (random.nextInt(5)) {
      case 0 -> "" + Math.round(value);
      case 1 -> String.format(Locale.ROOT, "%.3e", value);
      case 2 -> String.format(Locale.ROOT, "%.20f", value);
      case 3 -> "-0.0";
      default -> "" + value;
    };
  }

  /** The ground truth as a COCO file. */
  public String groundTruth() {
    List<String> images = new ArrayList<>();
    for (int i = 1; i <= PHOTOS; i++) {
      images.add("{\"id\": %d, \"width\": 400, \"height\": 500}".formatted(i));
    }
    return "{\"images\": [%s], \"annotations\": [%s]}"
        .formatted(String.join(", ", images), String.join(", ", annotations));
  }

  /** The results in the official form. */
  public String results() {
    return "[" + String.join(", ", records) + "]";
  }
}
