package dev.wardrobe.coco;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.files.Rule;
import dev.wardrobe.json.JsonPlace;
import dev.wardrobe.json.JsonReading;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.RleMask;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads COCO files into photos: those written here, the official ones, and strangers'.
 *
 * <p>Tolerated are: keys in any order; categories listed by annotation or COCO name under any id
 * (without a list of categories, ids 1 to 13 mean DeepFashion2's); keypoints flat or nested, for
 * all 294 landmarks or only the category's own, or none; polygons, compressed and uncompressed run
 * lengths, or no mask; annotations without style and pair id (then 0), source and attributes (then
 * unknown). A box keeps integers as they are; of a box of floats the right and lower edge may
 * differ from the original in the last bit, since COCO stores width and height. Crowd regions,
 * which DeepFashion2 does not have, are left out with a finding.
 *
 * <p>Everything is held in memory: about 3 kB an item.
 */
public final class CocoReader {
  private final String file;
  private final Consumer<Finding> findings;
  private final Map<Integer, Image> images = new TreeMap<>();
  private final Map<Integer, String> categoryNames = new HashMap<>();
  private final List<CocoAnnotation> annotations = new ArrayList<>();

  /** One row of "images". */
  private record Image(String fileName, Optional<ImageSize> size) {}

  private CocoReader(String file, Consumer<Finding> findings) {
    this.file = file;
    this.findings = findings;
  }

  /**
   * Reads a file.
   *
   * @param findings gets what is wrong with images and annotations; those are left out
   * @throws DatasetException if it cannot be read, is not JSON, or is no COCO ground truth
   */
  public static CocoDataset read(Path path, Consumer<Finding> findings) {
    CocoReader reader = new CocoReader(String.valueOf(path.getFileName()), findings);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        JsonParser parser = JsonReading.parser(in)) {
      reader.readFile(parser, path);
    } catch (JacksonException e) {
      throw new DatasetException(
          "Cannot read the COCO file %s: %s".formatted(path, JsonPlace.problem(e)), e);
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot read the COCO file %s: %s".formatted(path, IoReason.of(e)), e);
    }
    return new CocoDataset(reader.photos());
  }

  private void readFile(JsonParser parser, Path path) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new DatasetException(
          "%s is no COCO ground truth: found %s, expected an object with images and annotations%s"
              .formatted(
                  path,
                  JsonPlace.describe(parser),
                  parser.currentToken() == JsonToken.START_ARRAY
                      ? "; a list is usually a file of results"
                      : ""));
    }
    boolean anyImages = false;
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      switch (key) {
        case "images" -> {
          anyImages = true;
          readObjects(parser, key, this::readImage);
        }
        case "annotations" ->
            readObjects(
                parser, key, (p, index) -> annotations.add(CocoAnnotation.read(p, index + 1)));
        case "categories" -> readObjects(parser, key, this::readCategory);
        default -> parser.skipChildren();
      }
    }
    if (!anyImages) {
      throw new DatasetException(
          "%s is no COCO ground truth: found no \"images\" in it".formatted(path));
    }
  }

  private void readObjects(JsonParser parser, String key, ObjIntConsumer<JsonParser> read) {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw new DatasetException(
          "%s, %s: found %s, expected a list".formatted(file, key, JsonPlace.describe(parser)));
    }
    int index = 0;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t == JsonToken.START_OBJECT) {
        read.accept(parser, index);
      } else {
        String place = key + "[" + index + "]";
        find(Rule.PHOTO_VALUE, place, "", JsonPlace.describe(parser), "an object {...}");
        parser.skipChildren();
      }
      index++;
    }
  }

  private void readImage(JsonParser parser, int index) {
    int id = -1;
    int width = 0;
    int height = 0;
    String name = "";
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      switch (key) {
        case "id" -> id = intOr(parser, -1);
        case "width" -> width = intOr(parser, 0);
        case "height" -> height = intOr(parser, 0);
        case "file_name" -> name = textOr(parser, "");
        default -> parser.skipChildren();
      }
    }
    if (id < 0) {
      String place = "images[" + index + "]";
      find(Rule.PHOTO_VALUE, place, "id", "none or no integer", "an integer of at least 0");
      return;
    }
    if (images.containsKey(id)) {
      String place = "images[" + index + "]";
      find(Rule.PHOTO_VALUE, place, "id", id + " a second time", "each id once; the first counts");
      return;
    }
    String baseName = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    images.put(
        id,
        new Image(
            baseName.isEmpty() ? Photo.fileNameOf(id) : baseName,
            width > 0 && height > 0
                ? Optional.of(new ImageSize(width, height))
                : Optional.empty()));
  }

  private void readCategory(JsonParser parser, int index) {
    int id = -1;
    String name = "";
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      switch (key) {
        case "id" -> id = intOr(parser, -1);
        case "name" -> name = textOr(parser, "");
        default -> parser.skipChildren();
      }
    }
    categoryNames.put(id, name);
  }

  static String textOr(JsonParser parser, String otherwise) {
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      return parser.getString();
    }
    parser.skipChildren();
    return otherwise;
  }

  static int intOr(JsonParser parser, int otherwise) {
    if (JsonPlace.isInt(parser)) {
      return parser.getIntValue();
    }
    parser.skipChildren();
    return otherwise;
  }

  private List<Photo> photos() {
    Map<Integer, List<CocoAnnotation>> byImage = new HashMap<>();
    for (CocoAnnotation annotation : annotations) {
      if (images.containsKey(annotation.imageId())) {
        byImage.computeIfAbsent(annotation.imageId(), i -> new ArrayList<>(2)).add(annotation);
      } else {
        find(
            Rule.ITEM_VALUE,
            annotation.place(),
            "image_id",
            annotation.imageId() < 0 ? "none or no integer" : "" + annotation.imageId(),
            "the id of one of the images");
      }
    }
    List<Photo> photos = new ArrayList<>(images.size());
    images.forEach(
        (id, image) -> photos.add(photo(id, image, byImage.getOrDefault(id, List.of()))));
    return photos;
  }

  private Photo photo(int id, Image image, List<CocoAnnotation> ofImage) {
    List<Item> items = new ArrayList<>(ofImage.size());
    Optional<Source> source = Optional.empty();
    int pairId = 0;
    for (CocoAnnotation annotation : ofImage) {
      source = source.isPresent() ? source : annotation.source();
      pairId = pairId > 0 ? pairId : annotation.pairId();
      if (contradicts(annotation, source, pairId)) {
        continue;
      }
      item(annotation, items.size() + 1, image.size()).ifPresent(items::add);
    }
    return new Photo(id, image.fileName(), image.size(), source, pairId, items);
  }

  /** Pair id and source belong to the photo, so all its annotations must agree on them. */
  private boolean contradicts(CocoAnnotation annotation, Optional<Source> source, int pairId) {
    boolean otherPair = annotation.pairId() > 0 && annotation.pairId() != pairId;
    boolean otherSource = annotation.source().isPresent() && !annotation.source().equals(source);
    if (otherPair) {
      find(
          Rule.ITEM_VALUE,
          annotation.place(),
          "pair_id",
          "" + annotation.pairId(),
          pairId + " as in the image's first annotation");
    } else if (otherSource) {
      find(
          Rule.ITEM_VALUE,
          annotation.place(),
          "source",
          annotation.source().map(Source::annotationName).orElse(""),
          source.map(Source::annotationName).orElse("") + " as in the image's first annotation");
    }
    return otherPair || otherSource;
  }

  private Optional<Item> item(CocoAnnotation annotation, int number, Optional<ImageSize> size) {
    if (annotation.problem().isPresent()) {
      CocoAnnotation.Problem problem = annotation.problem().get();
      find(
          problem.rule(), annotation.place(), problem.field(), problem.found(), problem.expected());
      return Optional.empty();
    }
    Optional<Category> category = category(annotation.categoryId());
    if (category.isEmpty()) {
      find(
          Rule.CATEGORY_UNKNOWN,
          annotation.place(),
          "category_id",
          "%d \"%s\""
              .formatted(
                  annotation.categoryId(), categoryNames.getOrDefault(annotation.categoryId(), "")),
          "one of DeepFashion2's 13 categories");
      return Optional.empty();
    }
    if (annotation.mask() instanceof RleMask rle && !rle.size().equals(size.orElse(rle.size()))) {
      String photo = "the photo's " + size.orElseThrow();
      find(Rule.ITEM_VALUE, annotation.place(), "segmentation", "a grid of " + rle.size(), photo);
      return Optional.empty();
    }
    Optional<Landmarks> landmarks = landmarks(annotation, category.get().landmarks());
    return landmarks.map(points ->
        new Item(
            number,
            category.get(),
            annotation.style(),
            annotation.boundingBox(),
            points,
            annotation.mask(),
            annotation.attributes()));
  }

  private Optional<Category> category(int id) {
    return categoryNames.isEmpty()
        ? Category.ofId(id)
        : Category.ofName(categoryNames.getOrDefault(id, ""));
  }

  /** The category's own points out of all 294, as they are, or none at all. */
  private Optional<Landmarks> landmarks(CocoAnnotation annotation, LandmarkSchema schema) {
    Keypoints keypoints = annotation.keypoints();
    int own = 3 * schema.count();
    double[] xyv = new double[own];
    if (keypoints.length() == 3 * LandmarkSchema.TOTAL) {
      xyv = keypoints.range(3 * schema.offset(), own);
    } else if (keypoints.length() == own) {
      xyv = keypoints.range(0, own);
    } else if (keypoints.length() > 0) {
      find(
          Rule.LANDMARK_COUNT,
          annotation.place(),
          "keypoints",
          keypoints.length() + " numbers",
          "882 for all landmarks, %d for %s, or none"
              .formatted(own, schema.category().annotationName()));
      return Optional.empty();
    }
    try {
      return Optional.of(Landmarks.of(xyv));
    } catch (IllegalArgumentException e) {
      find(
          Rule.ITEM_VALUE,
          annotation.place(),
          "keypoints",
          String.valueOf(e.getMessage()),
          "visibility 0, 1 or 2");
      return Optional.empty();
    }
  }

  private void find(Rule rule, String item, String field, String found, String expected) {
    findings.accept(new Finding(rule, file, item, field, found, expected));
  }
}
