package dev.wardrobe.model.detector;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.model.config.StrictJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What has to be known of a detector from elsewhere to use it in the place of a model of ours: a
 * JSON file with these fields, all of them (docs/detectors.md).
 *
 * @param name what it is called in results
 * @param model its ONNX file, as a path from the folder of the description
 * @param input what it takes
 * @param output what it gives
 * @param categories of each of its classes, in their order: the name of a category of the data set,
 *     or "" for a class that is left out
 * @param nmsThreshold of two boxes of one category that overlap by more, the less likely one is
 *     dropped, 0 to 1; 1 where the network has done so itself
 */
public record DetectorFile(
    String name,
    String model,
    Input input,
    Output output,
    List<String> categories,
    double nmsThreshold) {
  /** How a photo is brought to the input's size. */
  public enum Resize {
    /** Both sides on their own. */
    STRETCH,
    /** Its aspect kept, in the middle, with an even border. */
    LETTERBOX
  }

  /** The order of the three planes. */
  public enum Colours {
    RGB,
    BGR
  }

  /** In which form boxes come out. */
  public enum Layout {
    /**
     * One output, 1 x (4 + classes) x places or 1 x places x (4 + classes): centre x and y, width,
     * height, a score for each class.
     */
    YOLO,
    /**
     * One output, 1 x places x (5 + classes): as before with a score of any object after the box.
     */
    YOLO_OBJECTNESS,
    /** One output, 1 x items x 6: x1 y1 x2 y2, score, class. */
    ROWS,
    /** Three outputs: boxes x1 y1 x2 y2, scores, classes; the first axis may be a 1. */
    SEPARATE
  }

  /**
   * What a detector takes: 1 x 3 x height x width numbers, (pixel / divisor - mean) / deviation.
   *
   * @param name of the graph's input
   * @param divisor of pixels from 0 to 255: 255 or 1
   * @param border the pixel around a letterboxed photo, 0 to 255; 114 in most YOLOs
   */
  public record Input(
      String name,
      int width,
      int height,
      Resize resize,
      Colours colours,
      double divisor,
      List<Double> mean,
      List<Double> deviation,
      int border) {
    /** Copies the lists and checks the numbers. */
    public Input {
      mean = List.copyOf(mean);
      deviation = List.copyOf(deviation);
      require(width >= 1 && width <= MOST, "input.width", width, "1 to " + MOST);
      require(height >= 1 && height <= MOST, "input.height", height, "1 to " + MOST);
      require(divisor > 0, "input.divisor", divisor, "a positive number, such as 255");
      require(mean.size() == 3, "input.mean", mean, "three numbers");
      require(
          deviation.size() == 3 && deviation.stream().allMatch(d -> d > 0),
          "input.deviation",
          deviation,
          "three positive numbers");
      require(border >= 0 && border <= 255, "input.border", border, "0 to 255");
    }
  }

  /**
   * What a detector gives; boxes are in pixels of the input.
   *
   * @param names of the graph's outputs: one, or boxes, scores and classes
   * @param firstClass the number of the first class: 0, or 1 where 0 is the background
   */
  public record Output(Layout layout, List<String> names, int firstClass) {
    /** Copies the list and checks the numbers. */
    public Output {
      names = List.copyOf(names);
      int expected = layout == Layout.SEPARATE ? 3 : 1;
      require(names.size() == expected, "output.names", names, expected + " names");
      require(firstClass == 0 || firstClass == 1, "output.firstClass", firstClass, "0 or 1");
    }
  }

  private static final int MOST = 8192;

  /** Copies the list and checks the fields. */
  public DetectorFile {
    categories = List.copyOf(categories);
    require(!categories.isEmpty(), "categories", categories, "a name for each class");
    for (int i = 0; i < categories.size(); i++) {
      String category = categories.get(i);
      require(
          category.isEmpty() || Category.ofName(category).isPresent(),
          "categories[%d]".formatted(i),
          '"' + category + '"',
          "a category (wardrobe categories lists them) or \"\"");
    }
    require(nmsThreshold >= 0 && nmsThreshold <= 1, "nmsThreshold", nmsThreshold, "0 to 1");
  }

  private static void require(boolean right, String field, Object found, String expected) {
    if (!right) {
      throw new IllegalArgumentException(
          "%s: found %s, expected %s".formatted(field, found, expected));
    }
  }

  /**
   * Reads a description.
   *
   * @throws DatasetException if it cannot be read or a field is missing, unknown or wrong
   */
  public static DetectorFile read(Path path) {
    String text = new String(InputFile.readAll(path), StandardCharsets.UTF_8);
    try {
      return StrictJson.read(DetectorFile.class, text);
    } catch (IllegalArgumentException e) {
      throw new DatasetException("Wrong detector file %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /** The category of a class; empty if it is left out or there is no such class. */
  Optional<Category> category(long number) {
    long index = number - output.firstClass();
    return index < 0 || index >= categories.size()
        ? Optional.empty()
        : Category.ofName(categories.get((int) index));
  }
}
