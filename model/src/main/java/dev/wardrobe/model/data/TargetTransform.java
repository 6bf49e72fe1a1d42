package dev.wardrobe.model.data;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Moves annotations as resizing and mirroring move the pixels. Coordinates are continuous, with
 * pixel i reaching from i to i + 1, as the annotations have them: x becomes x * input width / photo
 * width, and mirrored it is taken from the input width.
 */
final class TargetTransform {
  private final ImageSize photo;
  private final ImageSize input;
  private final boolean flip;

  TargetTransform(ImageSize photo, ImageSize input, boolean flip) {
    this.photo = photo;
    this.input = input;
    this.flip = flip;
  }

  /** The items that are left, in order. */
  List<ItemTarget> apply(List<Item> items) {
    return items.stream().flatMap(item -> apply(item).stream()).toList();
  }

  /**
   * An item on the input image. Its box is cut at the photo's edges; annotated boxes stick out by
   * some pixels. Polygons are not cut. Labelled landmarks outside the photo are no longer labelled,
   * as there are no pixels to see them in.
   *
   * @return empty if its box has a side of less than one input pixel
   */
  Optional<ItemTarget> apply(Item item) {
    Box box = item.box();
    double x1 = Math.clamp(box.x1(), 0, photo.width());
    double x2 = Math.clamp(box.x2(), 0, photo.width());
    double y1 = y(Math.clamp(box.y1(), 0, photo.height()));
    double y2 = y(Math.clamp(box.y2(), 0, photo.height()));
    double left = flip ? x(x2) : x(x1);
    double right = flip ? x(x1) : x(x2);
    if (right - left < 1 || y2 - y1 < 1) {
      return Optional.empty();
    }
    return Optional.of(
        new ItemTarget(
            item.category(),
            new Box(left, y1, right, y2),
            mask(item.mask()),
            landmarks(item.landmarks(), item.category().landmarks()),
            item.style()));
  }

  private double x(double x) {
    double resized = x * input.width() / photo.width();
    return flip ? input.width() - resized : resized;
  }

  private double y(double y) {
    return y * input.height() / photo.height();
  }

  private Mask mask(Mask mask) {
    return switch (mask) {
      case PolygonMask polygons -> polygons(polygons);
      case RleMask runs -> runs(runs);
    };
  }

  private PolygonMask polygons(PolygonMask mask) {
    List<Coordinates> parts = new ArrayList<>(mask.parts().size());
    for (Coordinates part : mask.parts()) {
      double[] points = part.toArray();
      for (int i = 0; i < points.length; i++) {
        points[i] = i % 2 == 0 ? x(points[i]) : y(points[i]);
      }
      parts.add(Coordinates.ofReals(points));
    }
    return new PolygonMask(parts);
  }

  /** The mask on the input's grid: each pixel as the photo's pixel at its centre. */
  private RleMask runs(RleMask mask) {
    boolean[] set = new boolean[(int) photo.area()];
    int at = 0;
    int[] counts = mask.counts();
    for (int i = 0; i < counts.length; i++) {
      Arrays.fill(set, at, at + counts[i], i % 2 == 1);
      at += counts[i];
    }
    int[] runs = new int[(int) input.area() + 1];
    int last = 0;
    for (int column = 0; column < input.width(); column++) {
      int shown = flip ? input.width() - 1 - column : column;
      int photoColumn = (int) ((shown + .5) * photo.width() / input.width());
      for (int row = 0; row < input.height(); row++) {
        int photoRow = (int) ((row + .5) * photo.height() / input.height());
        if (set[photoColumn * photo.height() + photoRow] != (last % 2 == 1)) {
          last++;
        }
        runs[last]++;
      }
    }
    return RleMask.ofCounts(input, Arrays.copyOf(runs, last + 1));
  }

  private Landmarks landmarks(Landmarks landmarks, LandmarkSchema schema) {
    double[] moved = new double[3 * landmarks.count()];
    for (int i = 0; i < landmarks.count(); i++) {
      int from = flip ? schema.flipPartner(i) : i;
      double x = landmarks.x(from);
      double y = landmarks.y(from);
      boolean inside = x >= 0 && y >= 0 && x <= photo.width() && y <= photo.height();
      if (inside && landmarks.visibility(from) != Landmarks.NOT_LABELLED) {
        moved[3 * i] = x(x);
        moved[3 * i + 1] = y(y);
        moved[3 * i + 2] = landmarks.visibility(from);
      }
    }
    return Landmarks.of(moved);
  }
}
