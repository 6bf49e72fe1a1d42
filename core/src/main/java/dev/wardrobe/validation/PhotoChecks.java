package dev.wardrobe.validation;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Checks one photo's items: box, polygons and landmarks against each other and against the photo,
 * attributes against their definitions. Without a size the photo's edges and the scale go
 * unchecked.
 */
final class PhotoChecks {
  /** Real annotations stick out of their boxes by up to a few pixels. */
  static final double SLACK = 5;

  /** Polygons that fill less of their box than this do not belong to it. */
  static final double LEAST_OVERLAP = .5;

  private final Photo photo;
  private final String file;
  private final List<Finding> findings = new ArrayList<>(0);

  private PhotoChecks(Photo photo, String file) {
    this.photo = photo;
    this.file = file;
  }

  /**
   * What is wrong with a photo.
   *
   * @param file the annotation's name, for the findings
   */
  static List<Finding> of(Photo photo, String file) {
    PhotoChecks checks = new PhotoChecks(photo, file);
    photo.items().forEach(checks::check);
    return checks.findings;
  }

  private void check(Item item) {
    Box box = item.box();
    checkMask(item, box);
    checkLandmarks(item, box);
    photo.size().ifPresent(size -> checkEdges(item, box, size));
    checkAttributes(item, box);
  }

  private void checkMask(Item item, Box box) {
    if (!(item.mask() instanceof PolygonMask polygons)) {
      return;
    }
    polygons
        .bounds()
        .ifPresent(bounds -> {
          double overhang = box.overhang(bounds);
          if (overhang > SLACK) {
            find(
                Rule.BOX_MASK,
                item,
                "segmentation",
                "polygons %s pixels outside the box".formatted(pixels(overhang)),
                "at most " + pixels(SLACK));
          } else if (box.iou(bounds) < LEAST_OVERLAP) {
            find(
                Rule.BOX_MASK,
                item,
                "bounding_box",
                rounded("%.1f %% overlap of box and polygons", 100 * box.iou(bounds)),
                "at least 50 %");
          }
        });
  }

  private void checkLandmarks(Item item, Box box) {
    Landmarks landmarks = item.landmarks();
    List<Integer> outside = new ArrayList<>(0);
    List<Integer> unlabelled = new ArrayList<>(0);
    for (int i = 0; i < landmarks.count(); i++) {
      double x = landmarks.x(i);
      double y = landmarks.y(i);
      switch (landmarks.visibility(i)) {
        case Landmarks.VISIBLE -> addIf(!box.contains(x, y, SLACK), i + 1, outside);
        case Landmarks.NOT_LABELLED -> addIf(x != 0 || y != 0, i + 1, unlabelled);
        default -> {} // A hidden one may lie beyond the box of what is seen.
      }
    }
    if (!outside.isEmpty()) {
      find(
          Rule.BOX_LANDMARK,
          item,
          "landmarks",
          "%s over %s pixels outside the box".formatted(numbers(outside), pixels(SLACK)),
          "visible landmarks in or near it");
    }
    if (!unlabelled.isEmpty()) {
      find(
          Rule.LANDMARK_UNLABELLED,
          item,
          "landmarks",
          "%s with visibility 0 and a place".formatted(numbers(unlabelled)),
          "x = y = 0");
    }
    if (landmarks.labelledCount() == 0) {
      find(Rule.LANDMARK_NONE, item, "landmarks", "no labelled one", "at least one");
    }
  }

  private static void addIf(boolean wrong, int landmark, List<Integer> landmarks) {
    if (wrong) {
      landmarks.add(landmark);
    }
  }

  private void checkEdges(Item item, Box box, ImageSize size) {
    double overhang = Box.of(size).overhang(box);
    if (overhang > 0) {
      find(
          Rule.BOX_OUTSIDE_IMAGE,
          item,
          "bounding_box",
          "%s, %s pixels outside".formatted(item.boundingBox(), pixels(overhang)),
          "inside the photo of " + size);
    }
    if (item.mask() instanceof PolygonMask polygons) {
      int points = pointsOutside(polygons, size);
      if (points > 0) {
        find(
            Rule.POLYGON_OUTSIDE_IMAGE,
            item,
            "segmentation",
            "%d of %d points outside".formatted(points, polygons.pointCount()),
            "all inside the photo of " + size);
      }
    }
    List<Integer> outside = landmarksOutside(item.landmarks(), size);
    if (!outside.isEmpty()) {
      find(
          Rule.LANDMARK_OUTSIDE_IMAGE,
          item,
          "landmarks",
          numbers(outside) + " outside",
          "visibility 0 for what lies outside the photo of " + size);
    }
  }

  private static int pointsOutside(PolygonMask polygons, ImageSize size) {
    int points = 0;
    for (Coordinates part : polygons.parts()) {
      for (int i = 0; i + 1 < part.size(); i += 2) {
        if (isOutside(part.get(i), part.get(i + 1), size)) {
          points++;
        }
      }
    }
    return points;
  }

  private static List<Integer> landmarksOutside(Landmarks landmarks, ImageSize size) {
    List<Integer> outside = new ArrayList<>(0);
    for (int i = 0; i < landmarks.count(); i++) {
      if (landmarks.visibility(i) != Landmarks.NOT_LABELLED
          && isOutside(landmarks.x(i), landmarks.y(i), size)) {
        outside.add(i + 1);
      }
    }
    return outside;
  }

  private static boolean isOutside(double x, double y, ImageSize size) {
    return x < 0 || y < 0 || x > size.width() || y > size.height();
  }

  private void checkAttributes(Item item, Box box) {
    photo.size().ifPresent(size -> checkScale(item, box.area() / size.area()));
    Landmarks landmarks = item.landmarks();
    double count = landmarks.count();
    double occluded = landmarks.countOf(Landmarks.OCCLUDED) / count;
    Occlusion expected = Occlusion.ofShare(occluded);
    item.attributes()
        .occlusion()
        .filter(value -> value != expected)
        .ifPresent(value ->
            find(
                Rule.OCCLUSION_DEFINITION,
                item,
                "occlusion",
                "%d (%s)".formatted(value.code(), value.label()),
                "%d (%s): ".formatted(expected.code(), expected.label())
                    + rounded("%.0f %% of the landmarks are occluded", 100 * occluded)));
    checkZoomIn(item, landmarks.countOf(Landmarks.NOT_LABELLED) / count);
  }

  private void checkScale(Item item, double share) {
    Scale expected = Scale.ofShare(share);
    item.attributes()
        .scale()
        .filter(value -> value != expected)
        .ifPresent(value ->
            find(
                Rule.SCALE_DEFINITION,
                item,
                "scale",
                "%d (%s)".formatted(value.code(), value.label()),
                "%d (%s): ".formatted(expected.code(), expected.label())
                    + rounded("the box fills %.1f %% of the photo", 100 * share)));
  }

  /**
   * Landmarks outside the photo are not labelled, but others may be unlabelled too: so only a
   * zoom-in larger than all unlabelled ones could give is wrong for sure.
   */
  private void checkZoomIn(Item item, double unlabelled) {
    ZoomIn most = ZoomIn.ofShare(unlabelled);
    item.attributes()
        .zoomIn()
        .filter(value -> value.code() > most.code())
        .ifPresent(value ->
            find(
                Rule.ZOOM_IN_DEFINITION,
                item,
                "zoom_in",
                "%d (%s)".formatted(value.code(), value.label()),
                "at most %d (%s): ".formatted(most.code(), most.label())
                    + rounded("only %.0f %% of the landmarks are not labelled", 100 * unlabelled)));
  }

  private void find(Rule rule, Item item, String field, String found, String expected) {
    findings.add(new Finding(rule, file, item.key(), field, found, expected));
  }

  private static String pixels(double distance) {
    return distance == Math.rint(distance)
        ? String.valueOf((long) distance)
        : rounded("%.1f", distance);
  }

  /** The same in every country. */
  private static String rounded(String format, double number) {
    return String.format(Locale.ROOT, format, number);
  }

  private static String numbers(List<Integer> points) {
    List<String> first = points.stream().limit(8).map(String::valueOf).toList();
    return (points.size() == 1 ? "landmark " : "landmarks ")
        + String.join(", ", first)
        + (points.size() > 8 ? " and %d more".formatted(points.size() - 8) : "");
  }
}
