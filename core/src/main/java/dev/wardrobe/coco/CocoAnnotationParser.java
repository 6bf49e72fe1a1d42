package dev.wardrobe.coco;

import dev.wardrobe.coco.CocoAnnotation.Problem;
import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.files.Rule;
import dev.wardrobe.json.JsonNumbers;
import dev.wardrobe.json.JsonPlace;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one row of "annotations"; the first thing wrong is kept as its problem. */
final class CocoAnnotationParser {
  private static final Coordinates NOTHING = Coordinates.ofIntegers();
  private static final Coordinates ORIGIN = Coordinates.ofIntegers(0, 0, 0, 0);

  private final Coordinates.Builder numbers = Coordinates.builder();
  private String place;
  private int imageId = -1;
  private int categoryId = -1;
  private int style;
  private int pairId;
  private Optional<Coordinates> box = Optional.empty();
  private Keypoints keypoints = Keypoints.NONE;
  private Mask mask = new PolygonMask(List.of());
  private Optional<Source> source = Optional.empty();
  private Optional<Scale> scale = Optional.empty();
  private Optional<Occlusion> occlusion = Optional.empty();
  private Optional<ZoomIn> zoomIn = Optional.empty();
  private Optional<Viewpoint> viewpoint = Optional.empty();
  private Optional<Problem> problem = Optional.empty();

  CocoAnnotationParser(int position) {
    place = "annotations[" + (position - 1) + "]";
  }

  CocoAnnotation read(JsonParser parser) {
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      readValue(parser, key);
    }
    if (box.isEmpty()) {
      fail(Rule.ITEM_KEY_MISSING, "bbox", "no such key", "the key");
    }
    return new CocoAnnotation(
        place,
        imageId,
        categoryId,
        style,
        pairId,
        box.orElse(ORIGIN),
        keypoints,
        mask,
        source,
        new Attributes(scale, occlusion, zoomIn, viewpoint),
        problem);
  }

  private void readValue(JsonParser parser, String key) {
    switch (key) {
      case "id" -> {
        place = "annotation " + JsonPlace.describe(parser);
        parser.skipChildren();
      }
      case "image_id" -> imageId = CocoReader.intOr(parser, -1);
      case "category_id" -> categoryId = CocoReader.intOr(parser, -1);
      case "style" -> style = readIdentity(parser, key);
      case "pair_id" -> pairId = readIdentity(parser, key);
      case "iscrowd" -> readCrowd(parser);
      case "bbox" -> readBox(parser);
      case "keypoints" -> readKeypoints(parser);
      case "segmentation" -> readMask(parser);
      case "source" -> source = Source.ofName(CocoReader.textOr(parser, ""));
      case "scale" -> scale = Scale.ofCode(CocoReader.intOr(parser, 0));
      case "occlusion" -> occlusion = Occlusion.ofCode(CocoReader.intOr(parser, 0));
      case "zoom_in" -> zoomIn = ZoomIn.ofCode(CocoReader.intOr(parser, 0));
      case "viewpoint" -> viewpoint = Viewpoint.ofCode(CocoReader.intOr(parser, 0));
      default -> parser.skipChildren();
    }
  }

  private void readCrowd(JsonParser parser) {
    boolean crowd = parser.currentToken() == JsonToken.VALUE_TRUE;
    if (crowd || CocoReader.intOr(parser, 0) != 0) {
      fail(Rule.ITEM_VALUE, "iscrowd", "a crowd region", "0: DeepFashion2 has no crowds");
    }
  }

  /** Part of a garment's identity. Taken for 0, a wrong value would silently lose its pairs. */
  private int readIdentity(JsonParser parser, String field) {
    if (JsonPlace.isInt(parser) && parser.getIntValue() >= 0) {
      return parser.getIntValue();
    }
    if (parser.currentToken() != JsonToken.VALUE_NULL) {
      failAt(parser, field, "an integer of at least 0");
    }
    return 0;
  }

  private void readBox(JsonParser parser) {
    if (!readNumbers(parser, "bbox", false)) {
      return;
    }
    Coordinates xywh = numbers.build();
    if (xywh.size() != 4) {
      fail(Rule.ITEM_VALUE, "bbox", xywh.size() + " numbers", "4: [x, y, width, height]");
    } else if (xywh.get(2) <= 0 || xywh.get(3) <= 0) {
      fail(Rule.BOX_EMPTY, "bbox", xywh.toString(), "a width and height above 0");
    } else {
      readCorners(xywh);
    }
  }

  private void readCorners(Coordinates xywh) {
    Coordinates corners = corners(xywh);
    if (corners.get(2) <= corners.get(0) || corners.get(3) <= corners.get(1)) {
      fail(Rule.BOX_EMPTY, "bbox", xywh.toString(), "a size that moves the other corner");
    } else if (Math.max(corners.get(2), corners.get(3)) > JsonNumbers.FARTHEST) {
      fail(Rule.ITEM_VALUE, "bbox", xywh.toString(), "a box within 1,000,000 pixels");
    } else {
      box = Optional.of(corners);
    }
  }

  private static Coordinates corners(Coordinates xywh) {
    Coordinates.Builder corners = Coordinates.builder();
    for (int i = 0; i < 4; i++) {
      boolean integer = xywh.isInteger(i) && (i < 2 || xywh.isInteger(i - 2));
      double value = i < 2 ? xywh.get(i) : xywh.get(i - 2) + xywh.get(i);
      if (integer) {
        corners.addInteger((long) value);
      } else {
        corners.addReal(value);
      }
    }
    return corners.build();
  }

  private void readKeypoints(JsonParser parser) {
    if (parser.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    if (readNumbers(parser, "keypoints", true)) {
      keypoints = Keypoints.of(numbers.toArray());
    }
  }

  private void readMask(JsonParser parser) {
    switch (parser.currentToken()) {
      case START_ARRAY -> readPolygons(parser);
      case START_OBJECT -> readRunLengths(parser);
      case VALUE_NULL -> {
        // No mask.
      }
      default ->
          failAt(parser, "segmentation", "polygons [[...], ...] or run lengths {size, counts}");
    }
  }

  private void readPolygons(JsonParser parser) {
    List<Coordinates> parts = new ArrayList<>(2);
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (readNumbers(parser, "segmentation[" + parts.size() + "]", false)) {
        parts.add(numbers.build());
      }
    }
    mask = new PolygonMask(parts);
  }

  private void readRunLengths(JsonParser parser) {
    Coordinates size = NOTHING;
    int[] counts = {};
    String text = "";
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (key.equals("size") && readNumbers(parser, "segmentation.size", false)) {
        size = numbers.build();
      } else if (key.equals("counts") && token == JsonToken.VALUE_STRING) {
        text = parser.getString();
      } else if (key.equals("counts") && token == JsonToken.START_ARRAY) {
        counts = readCounts(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (problem.isEmpty()) {
      buildRunLengths(size, counts, text);
    }
  }

  private int[] readCounts(JsonParser parser) {
    int[] counts = new int[64];
    int size = 0;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (!JsonPlace.isInt(parser)) {
        failAt(parser, "segmentation.counts[" + size + "]", "an integer of at least 0");
        continue;
      }
      if (size == counts.length) {
        counts = Arrays.copyOf(counts, size * 2);
      }
      counts[size++] = parser.getIntValue();
    }
    return Arrays.copyOf(counts, size);
  }

  private void buildRunLengths(Coordinates size, int[] counts, String text) {
    try {
      if (size.size() != 2) {
        throw new IllegalArgumentException("Expected a size of [height, width], but got " + size);
      }
      ImageSize grid = new ImageSize((int) size.get(1), (int) size.get(0));
      if (text.isEmpty()) {
        mask = RleMask.ofCounts(grid, counts);
      } else {
        mask = RleMask.ofCompressed(grid, text);
      }
    } catch (IllegalArgumentException e) {
      fail(
          Rule.ITEM_VALUE,
          "segmentation",
          String.valueOf(e.getMessage()),
          "run lengths that cover the photo");
    }
  }

  /** Reads a list of numbers into {@link #numbers}, flattening nested lists where allowed. */
  private boolean readNumbers(JsonParser parser, String field, boolean nested) {
    numbers.clear();
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      failAt(parser, field, "a list of numbers");
      return false;
    }
    int depth = 1;
    boolean good = true;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        depth--;
      } else if (token == JsonToken.START_ARRAY && nested && depth == 1) {
        depth++;
      } else if (!good || !JsonNumbers.read(parser, numbers)) {
        if (good) {
          fail(
              Rule.ITEM_VALUE,
              field + "[" + numbers.size() + "]",
              JsonPlace.describe(parser),
              JsonNumbers.expected(parser));
        }
        parser.skipChildren();
        good = false;
      }
    }
    return good;
  }

  private void failAt(JsonParser parser, String field, String expected) {
    fail(Rule.ITEM_VALUE, field, JsonPlace.describe(parser), expected);
    parser.skipChildren();
  }

  private void fail(Rule rule, String field, String found, String expected) {
    if (problem.isEmpty()) {
      problem = Optional.of(new Problem(rule, field, found, expected));
    }
  }
}
