package dev.wardrobe.coco;

import dev.wardrobe.dataset.Category;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A made-up photo as its annotation file's text, and what the official conversion makes of it,
 * worked out slowly from the same literals.
 */
record PlainPhoto(int id, int width, int height, String source, int pairId, List<PlainItem> items) {

  /** One item. */
  record PlainItem(
      int number,
      int category,
      int style,
      List<NumberText> box,
      List<NumberText> landmarks,
      List<List<NumberText>> polygons,
      List<Integer> attributes) {}

  static PlainPhoto random(int id, SplittableRandom random) {
    List<PlainItem> items = new ArrayList<>();
    int count = random.nextInt(4);
    for (int number = 1; number <= count; number++) {
      items.add(item(number, random));
    }
    if (random.nextBoolean()) {
      Collections.reverse(items);
    }
    String source = random.nextBoolean() ? "shop" : "user";
    int width = random.nextInt(300, 900);
    return new PlainPhoto(id, width, random.nextInt(300, 900), source, random.nextInt(9), items);
  }

  private static PlainItem item(int number, SplittableRandom random) {
    int category = random.nextInt(1, 14);
    List<NumberText> box = new ArrayList<>();
    box.add(NumberText.any(random, 2, 100));
    box.add(NumberText.any(random, 2, 100));
    box.add(NumberText.any(random, 110, 250));
    box.add(NumberText.any(random, 110, 250));
    for (int i = 2; i < 4; i++) {
      if (box.get(i).value() <= box.get(i - 2).value()) {
        box.set(i, NumberText.ofInteger((int) box.get(i - 2).value() + 7));
      }
    }
    List<NumberText> landmarks = new ArrayList<>();
    for (int i = 0; i < Category.ALL.get(category - 1).landmarks().count(); i++) {
      int visibility = random.nextInt(3);
      boolean labelled = visibility > 0;
      landmarks.add(labelled ? NumberText.any(random, 0, 300) : NumberText.ofInteger(0));
      landmarks.add(labelled ? NumberText.any(random, 0, 300) : NumberText.ofInteger(0));
      landmarks.add(NumberText.ofInteger(visibility));
    }
    List<List<NumberText>> polygons = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      List<NumberText> polygon = new ArrayList<>();
      for (int n = 2 * random.nextInt(3, 12); n > 0; n--) {
        polygon.add(NumberText.any(random, -4, 300));
      }
      polygons.add(polygon);
    }
    List<Integer> attributes = random.ints(4, 1, 4).boxed().toList();
    return new PlainItem(number, category, random.nextInt(4), box, landmarks, polygons, attributes);
  }

  /** The annotation file, its keys in some order; items stay in theirs. */
  String annotation(SplittableRandom random) {
    List<String> entries = new ArrayList<>();
    items.forEach(
        item -> entries.add("\"item%d\": %s".formatted(item.number(), text(item, random))));
    entries.add(random.nextInt(entries.size() + 1), "\"source\": \"" + source + "\"");
    entries.add(random.nextInt(entries.size() + 1), "\"pair_id\": " + pairId);
    return "{" + String.join(", ", entries) + "}";
  }

  private static String text(PlainItem item, SplittableRandom random) {
    List<String> entries = new ArrayList<>();
    entries.add("\"category_id\": " + item.category());
    String name = Category.ALL.get(item.category() - 1).annotationName();
    entries.add("\"category_name\": \"" + name + "\"");
    entries.add("\"style\": " + item.style());
    entries.add("\"bounding_box\": " + literals(item.box()));
    entries.add("\"landmarks\": " + literals(item.landmarks()));
    entries.add(
        "\"segmentation\": ["
            + item.polygons().stream().map(PlainPhoto::literals).collect(Collectors.joining(","))
            + "]");
    entries.add("\"scale\": " + item.attributes().get(0));
    entries.add("\"occlusion\": " + item.attributes().get(1));
    entries.add("\"zoom_in\": " + item.attributes().get(2));
    entries.add("\"viewpoint\": " + item.attributes().get(3));
    Collections.shuffle(entries, new Random(random.nextLong()));
    return "{" + String.join(", ", entries) + "}";
  }

  private static String literals(List<NumberText> numbers) {
    return numbers.stream().map(NumberText::text).collect(Collectors.joining(", ", "[", "]"));
  }
}
