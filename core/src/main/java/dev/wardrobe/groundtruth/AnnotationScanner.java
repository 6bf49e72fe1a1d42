package dev.wardrobe.groundtruth;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.json.JsonKeys;
import dev.wardrobe.json.JsonScanner;
import dev.wardrobe.results.BoxScanner;
import dev.wardrobe.results.RecordProblems;
import dev.wardrobe.results.ScannedMask;
import dev.wardrobe.structures.PackedMask;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;

/**
 * Reads rows of "annotations", one after another. Everything of a row is read before it is judged,
 * so that a bad value costs no more than its row. Not for several threads at once.
 */
final class AnnotationScanner {
  private static final JsonKeys KEYS =
      JsonKeys.of(
          "id",
          "image_id",
          "category_id",
          "bbox",
          "area",
          "iscrowd",
          "num_keypoints",
          "keypoints",
          "segmentation",
          "source",
          "scale",
          "occlusion",
          "zoom_in",
          "viewpoint");
  private static final int NUMBERS = 7;

  private final GroundTruthOptions options;
  private final ConcurrentMap<Long, GroundTruthBlock.Image> images;
  private final RecordProblems problems;
  private final LandmarkScanner landmarks;
  private final ScannedMask mask = new ScannedMask();
  private final double[] box = new double[4];
  private final double[] values = new double[14];
  private final boolean[] present = new boolean[14];
  private Optional<Source> source = Optional.empty();
  private LabelledLandmarks labelled = LabelledLandmarks.NONE;
  private boolean boxed;
  private boolean landmarked;
  private boolean rasterized;
  private String badField = "";
  private String found = "";
  private String expected = "";

  AnnotationScanner(
      GroundTruthOptions options,
      ConcurrentMap<Long, GroundTruthBlock.Image> images,
      RecordProblems problems) {
    this.options = options;
    this.images = images;
    this.problems = problems;
    landmarks = new LandmarkScanner(options.visibleOnly());
  }

  /** Reads the next object. */
  void read(JsonScanner scanner, byte[] bytes) {
    clear();
    scanner.next('{');
    boolean more = !scanner.tryNext('}');
    while (more) {
      int key = scanner.key(KEYS);
      readValue(key, scanner, bytes);
      more = scanner.more('}');
    }
  }

  /** What was read as a row; empty if it cannot be used, which the problems then say. */
  Optional<AnnotationRow> take() {
    problems.nextRecord();
    check();
    if (!badField.isEmpty()) {
      problems.take(false, badField, found, expected);
      return Optional.empty();
    }
    return oddButUsed() ? Optional.of(row()) : Optional.empty();
  }

  private void clear() {
    Arrays.fill(values, 0);
    Arrays.fill(present, false);
    Arrays.fill(box, 0);
    mask.clear();
    source = Optional.empty();
    labelled = LabelledLandmarks.NONE;
    boxed = false;
    landmarked = false;
    badField = "";
  }

  private void readValue(int key, JsonScanner scanner, byte[] bytes) {
    switch (key) {
      case 3 -> readBox(scanner);
      case 7 -> {
        if (options.landmarks()) {
          readLandmarks(scanner);
        } else {
          scanner.skip();
        }
      }
      case 8 -> {
        if (options.masks()) {
          mask.read(scanner, bytes);
        } else {
          scanner.skip();
        }
      }
      case 9 -> {
        if (scanner.peek() == '"') {
          scanner.text();
          source = Source.ofName(scanner.lastText());
        } else {
          scanner.skip();
        }
      }
      case JsonKeys.OTHER -> scanner.skip();
      default -> readNumber(key, scanner);
    }
  }

  private void readNumber(int key, JsonScanner scanner) {
    if (scanner.isNumber()) {
      values[key] = scanner.number();
      present[key] = true;
      return;
    }
    switch (scanner.peek()) {
      case 't', 'f' -> {
        values[key] = scanner.peek() == 't' ? 1 : 0; // Python counts with them
        present[key] = true;
      }
      default -> {
        if (key < NUMBERS) {
          bad(KEYS.names().get(key), scanner.describe(), key < 3 ? "a whole number" : "a number");
        }
      }
    }
    scanner.skip();
  }

  private void readLandmarks(JsonScanner scanner) {
    landmarked = true;
    if (landmarks.read(scanner)) {
      labelled = landmarks.labelled();
    } else {
      bad("keypoints", landmarks.found(), LandmarkScanner.expected());
    }
  }

  private void readBox(JsonScanner scanner) {
    boxed = true;
    String what = BoxScanner.read(scanner, box);
    if (!what.isEmpty()) {
      bad("bbox", what, BoxScanner.EXPECTED);
    }
  }

  private void bad(String field, String what, String wanted) {
    if (badField.isEmpty()) {
      badField = field;
      found = what;
      expected = wanted;
    }
  }

  private void check() {
    for (int key : new int[] {0, 1, 2}) {
      double value = values[key];
      if (!present[key] || value != Math.rint(value) || Math.abs(value) > 1L << 53) {
        bad(KEYS.names().get(key), present[key] ? "" + value : "nothing", "a whole number");
      }
    }
    if (!boxed && (options.landmarks() || !options.masks())) {
      bad("bbox", "nothing", BoxScanner.EXPECTED);
    }
    if (!present[4]) {
      bad("area", "nothing", "a number of square pixels");
    }
    if (values[5] != 0 && !(values[5] >= 1 && values[5] < 256)) {
      bad("iscrowd", "" + values[5], "0 or 1"); // what the official tools can hold, in a byte
    }
    if (options.landmarks() && !landmarked) {
      bad("keypoints", "nothing", LandmarkScanner.expected());
    }
    rasterize();
    if (options.masks() && mask.kind() == ScannedMask.Kind.NONE) {
      bad("segmentation", mask.found(), mask.expected());
    }
  }

  /** Makes polygons run lengths, unless the photo's size is not known yet. */
  private void rasterize() {
    rasterized = mask.kind() != ScannedMask.Kind.POLYGONS;
    if (!rasterized && badField.isEmpty()) {
      GroundTruthBlock.Image image = images.get((long) values[1]);
      if (image != null && image.sized()) {
        rasterized = mask.rasterize(image.width(), image.height());
      }
    }
  }

  /** Numbers that are none are scored by the official scripts, whatever comes of it. */
  private boolean oddButUsed() {
    for (int i = 0; i < 4; i++) {
      if (!Double.isFinite(box[i]) && !problems.take(true, "bbox", "" + box[i], "finite numbers")) {
        return false;
      }
    }
    if (landmarked
        && !landmarks.finite()
        && !problems.take(true, "keypoints", "NaN or infinity", "finite numbers")) {
      return false;
    }
    return Double.isFinite(values[4])
        || problems.take(true, "area", "" + values[4], "a finite number of square pixels");
  }

  private AnnotationRow row() {
    Optional<PackedMask> packed = packed();
    boolean counted = present[6] && !options.visibleOnly();
    return new AnnotationRow(
        problems.records(),
        (long) values[0],
        (long) values[1],
        (long) values[2],
        box[0],
        box[1],
        box[2],
        box[3],
        values[4],
        values[5] != 0,
        counted ? keypointCount() : labelled.size(),
        labelled,
        packed.isEmpty() && options.masks() ? mask.polygons() : List.of(),
        packed,
        new Attributes(
            Scale.ofCode(code(10)),
            Occlusion.ofCode(code(11)),
            ZoomIn.ofCode(code(12)),
            Viewpoint.ofCode(code(13))),
        source);
  }

  /** As in the file, but 0 only if it is that, because then the item is ignored. */
  private int keypointCount() {
    return (int) (values[6] > 0 ? Math.ceil(values[6]) : Math.floor(values[6]));
  }

  /** The mask as run lengths, if it is there and is no polygons any more. */
  private Optional<PackedMask> packed() {
    if (!options.masks() || !rasterized) {
      return Optional.empty();
    }
    return Optional.of(PackedMask.of(mask.runs(), mask.runCount(), mask.width(), mask.height()));
  }

  private long code(int key) {
    double value = values[key];
    return value == Math.rint(value) ? (long) value : 0;
  }
}
