package dev.wardrobe.files;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.json.JsonNumbers;
import dev.wardrobe.json.JsonPlace;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one item of an annotation file. Values of the wrong kind become findings. */
final class ItemParser {
  private static final List<String> KEYS =
      List.of(
          "bounding_box",
          "landmarks",
          "segmentation",
          "category_id",
          "style",
          "category_name",
          "scale",
          "occlusion",
          "zoom_in",
          "viewpoint");
  private static final int REQUIRED = 5;

  private final String key;
  private final int number;
  private final FileFindings findings;
  private final Coordinates.Builder numbers = Coordinates.builder();
  private int seen;
  private boolean lost;

  private Optional<Coordinates> boundingBox = Optional.empty();
  private double[] landmarks = {};
  private List<Coordinates> polygons = List.of();
  private Optional<Category> category = Optional.empty();
  private String categoryName = "";
  private int style;
  private Optional<Scale> scale = Optional.empty();
  private Optional<Occlusion> occlusion = Optional.empty();
  private Optional<ZoomIn> zoomIn = Optional.empty();
  private Optional<Viewpoint> viewpoint = Optional.empty();

  ItemParser(String key, int number, FileFindings findings) {
    this.key = key;
    this.number = number;
    this.findings = findings;
  }

  /** Reads the value the parser stands at; empty if the item is lost. */
  Optional<Item> parse(JsonParser parser) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      find(Rule.ITEM_VALUE, "", JsonPlace.describe(parser), "an object {...}");
      parser.skipChildren();
      return Optional.empty();
    }
    for (String field = parser.nextName(); field != null; field = parser.nextName()) {
      parser.nextToken();
      noteSeen(field);
      read(parser, field);
    }
    noteMissing();
    return lost ? Optional.empty() : build();
  }

  private void read(JsonParser parser, String field) {
    switch (field) {
      case "bounding_box" -> readBox(parser);
      case "landmarks" -> landmarks = readNumbers(parser, field) ? numbers.toArray() : landmarks;
      case "segmentation" -> readPolygons(parser);
      case "category_id" -> readCategory(parser);
      case "category_name" -> readCategoryName(parser);
      case "style" -> readStyle(parser);
      case "scale" -> scale = readAttribute(parser, field, Scale::ofCode);
      case "occlusion" -> occlusion = readAttribute(parser, field, Occlusion::ofCode);
      case "zoom_in" -> zoomIn = readAttribute(parser, field, ZoomIn::ofCode);
      case "viewpoint" -> viewpoint = readAttribute(parser, field, Viewpoint::ofCode);
      default -> parser.skipChildren();
    }
  }

  private void noteSeen(String field) {
    int index = KEYS.indexOf(field);
    if (index < 0) {
      find(Rule.KEY_UNKNOWN, field, "a key", "one of " + String.join(", ", KEYS));
      return;
    }
    if ((seen & 1 << index) != 0) {
      find(Rule.KEY_DUPLICATE, field, "the key a second time", "each key once");
    }
    seen |= 1 << index;
  }

  private void noteMissing() {
    for (int i = 0; i < KEYS.size(); i++) {
      if ((seen & 1 << i) == 0) {
        if (i < REQUIRED) {
          lose(Rule.ITEM_KEY_MISSING, KEYS.get(i), "no such key", "the key");
        } else {
          find(Rule.KEY_MISSING, KEYS.get(i), "no such key", "the key");
        }
      }
    }
  }

  private void readBox(JsonParser parser) {
    String field = "bounding_box";
    if (!readNumbers(parser, field)) {
      return;
    }
    Coordinates box = numbers.build();
    if (box.size() != 4) {
      lose(Rule.ITEM_VALUE, field, box.size() + " numbers", "4: [x1, y1, x2, y2]");
    } else if (box.get(2) <= box.get(0) || box.get(3) <= box.get(1)) {
      lose(Rule.BOX_EMPTY, field, box.toString(), "x1 < x2 and y1 < y2");
    } else {
      boundingBox = Optional.of(box);
    }
  }

  private void readPolygons(JsonParser parser) {
    String field = "segmentation";
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      loseByValue(parser, field, "a list of polygons");
      return;
    }
    List<Coordinates> parts = new ArrayList<>(4);
    boolean good = true;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (!good) {
        parser.skipChildren(); // one finding is enough
        continue;
      }
      good = readNumbers(parser, field, parts.size());
      Coordinates part = numbers.build();
      if (good && (part.size() < 6 || part.size() % 2 != 0)) {
        find(
            Rule.POLYGON_POINTS,
            indexed(field, parts.size()),
            part.size() + " numbers",
            "x, y of at least 3 points");
      }
      parts.add(part);
    }
    if (parts.isEmpty()) {
      find(Rule.POLYGON_NONE, field, "an empty list", "at least one polygon");
    }
    polygons = parts;
  }

  private void readCategory(JsonParser parser) {
    category = JsonPlace.isInt(parser) ? Category.ofId(parser.getIntValue()) : Optional.empty();
    if (category.isEmpty()) {
      lose(Rule.CATEGORY_UNKNOWN, "category_id", JsonPlace.describe(parser), "an integer 1 to 13");
      parser.skipChildren();
    }
  }

  private void readCategoryName(JsonParser parser) {
    categoryName = "";
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      categoryName = parser.getString();
    } else {
      find(Rule.CATEGORY_NAME, "category_name", JsonPlace.describe(parser), "a text");
      parser.skipChildren();
    }
  }

  private void readStyle(JsonParser parser) {
    if (JsonPlace.isInt(parser) && parser.getIntValue() >= 0) {
      style = parser.getIntValue();
    } else {
      loseByValue(parser, "style", "an integer of at least 0");
    }
  }

  private <T> Optional<T> readAttribute(
      JsonParser parser, String field, LongFunction<Optional<T>> ofCode) {
    Optional<T> value =
        JsonPlace.isInt(parser) ? ofCode.apply(parser.getIntValue()) : Optional.empty();
    if (value.isEmpty()) {
      find(Rule.ATTRIBUTE_VALUE, field, JsonPlace.describe(parser), "1, 2 or 3");
      parser.skipChildren();
    }
    return value;
  }

  private boolean readNumbers(JsonParser parser, String field) {
    return readNumbers(parser, field, -1);
  }

  /**
   * Reads a flat list into {@link #numbers}; false, with a finding, if it is anything else.
   *
   * @param index of the list inside the field's list, or -1
   */
  private boolean readNumbers(JsonParser parser, String field, int index) {
    numbers.clear();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      loseByValue(parser, indexed(field, index), "a list of numbers");
      return false;
    }
    boolean good = true;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (good) {
        good = readNumber(parser, field, index);
      } else {
        parser.skipChildren();
      }
    }
    return good;
  }

  private boolean readNumber(JsonParser parser, String field, int index) {
    if (JsonNumbers.read(parser, numbers)) {
      return true;
    }
    String place = indexed(field, index) + "[" + numbers.size() + "]";
    loseByValue(parser, place, JsonNumbers.expected(parser));
    return false;
  }

  private static String indexed(String field, int index) {
    return index < 0 ? field : field + "[" + index + "]";
  }

  private Optional<Item> build() {
    if (category.isEmpty() || boundingBox.isEmpty()) {
      return Optional.empty();
    }
    Category is = category.get();
    int expected = is.landmarks().count();
    if (landmarks.length != 3 * expected) {
      lose(
          Rule.LANDMARK_COUNT,
          "landmarks",
          landmarks.length + " numbers",
          "%d: x, y, visibility of the %d landmarks of %s"
              .formatted(3 * expected, expected, is.annotationName()));
      return Optional.empty();
    }
    if ((seen & 1 << KEYS.indexOf("category_name")) != 0
        && !categoryName.equals(is.annotationName())) {
      find(
          Rule.CATEGORY_NAME,
          "category_name",
          "\"" + categoryName + "\" with category_id " + is.id(),
          "\"" + is.annotationName() + "\"");
    }
    Landmarks points;
    try {
      points = Landmarks.of(landmarks);
    } catch (IllegalArgumentException e) {
      lose(Rule.ITEM_VALUE, "landmarks", String.valueOf(e.getMessage()), "visibility 0, 1 or 2");
      return Optional.empty();
    }
    return Optional.of(
        new Item(
            number,
            is,
            style,
            boundingBox.get(),
            points,
            new PolygonMask(polygons),
            new Attributes(scale, occlusion, zoomIn, viewpoint)));
  }

  private void loseByValue(JsonParser parser, String field, String expected) {
    lose(Rule.ITEM_VALUE, field, JsonPlace.describe(parser), expected);
    parser.skipChildren();
  }

  private void lose(Rule rule, String field, String found, String expected) {
    lost = true;
    find(rule, field, found, expected);
  }

  private void find(Rule rule, String field, String found, String expected) {
    findings.add(rule, key, field, found, expected);
  }
}
