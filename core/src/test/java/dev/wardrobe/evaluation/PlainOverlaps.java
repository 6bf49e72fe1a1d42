package dev.wardrobe.evaluation;

import dev.wardrobe.JsonTree;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Overlaps of one item and one detection as the official tools compute them, slow and obvious. */
final class PlainOverlaps {
  private static final double[] SIGMAS = sigmas();

  private PlainOverlaps() {}

  private static double[] sigmas() {
    double[] sigmas = new double[LandmarkSchema.TOTAL];
    for (Category category : Category.values()) {
      LandmarkSchema schema = LandmarkSchema.of(category);
      for (int i = 0; i < schema.count(); i++) {
        sigmas[schema.offset() + i] = schema.sigma(i);
      }
    }
    return sigmas;
  }

  /** Boxes are x, y, width, height; C's fmin and fmax pass over what is not a number. */
  static double ofBoxes(double[] dt, double[] gt, boolean crowd) {
    double width = fmin(dt[2] + dt[0], gt[2] + gt[0]) - fmax(dt[0], gt[0]);
    if (width <= 0) {
      return 0;
    }
    double height = fmin(dt[3] + dt[1], gt[3] + gt[1]) - fmax(dt[1], gt[1]);
    if (height <= 0) {
      return 0;
    }
    double shared = width * height;
    double dtArea = dt[2] * dt[3];
    return shared / (crowd ? dtArea : dtArea + gt[2] * gt[3] - shared);
  }

  private static double fmin(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
  }

  private static double fmax(double a, double b) {
    return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
  }

  /** Masks of two sizes have -1, but only where the boxes around them overlap. */
  static double ofMasks(RleMask dt, RleMask gt, boolean crowd) {
    if (ofBoxes(bounds(dt), bounds(gt), crowd) <= 0) {
      return 0;
    }
    if (!dt.size().equals(gt.size())) {
      return -1;
    }
    boolean[] dtPixels = pixels(dt);
    boolean[] gtPixels = pixels(gt);
    long shared = 0;
    long either = 0;
    for (int i = 0; i < dtPixels.length; i++) {
      shared += dtPixels[i] && gtPixels[i] ? 1 : 0;
      either += dtPixels[i] || gtPixels[i] ? 1 : 0;
    }
    return shared == 0 ? 0 : (double) shared / (crowd ? dt.area() : either);
  }

  private static double[] bounds(RleMask mask) {
    Optional<Box> box = mask.bounds();
    return box.isEmpty()
        ? new double[4]
        : new double[] {
          box.get().x1(),
          box.get().y1(),
          box.get().x2() - box.get().x1(),
          box.get().y2() - box.get().y1()
        };
  }

  private static boolean[] pixels(RleMask mask) {
    boolean[] pixels = new boolean[(int) mask.size().area()];
    int at = 0;
    int[] counts = mask.counts();
    for (int i = 0; i < counts.length; i++) {
      Arrays.fill(pixels, at, at + counts[i], i % 2 == 1);
      at += counts[i];
    }
    return pixels;
  }

  /** A mask of a COCO file: polygons, run lengths as text, or run lengths as a list. */
  static RleMask mask(JsonTree segmentation, ImageSize photo) {
    if (segmentation.value() instanceof List<?>) {
      List<Coordinates> parts = new ArrayList<>();
      for (JsonTree part : segmentation) {
        parts.add(Coordinates.ofReals(part.numbers()));
      }
      return RleMask.ofPolygons(parts, photo);
    }
    JsonTree size = segmentation.get("size");
    ImageSize grid = new ImageSize(size.get(1).integer(), size.get(0).integer());
    JsonTree counts = segmentation.get("counts");
    return counts.value() instanceof String text
        ? RleMask.ofCompressed(grid, text)
        : RleMask.ofCounts(grid, Arrays.stream(counts.numbers()).mapToInt(n -> (int) n).toArray());
  }

  /** Object keypoint similarity of 294 x, y, v; the box is x, y, width, height of the item. */
  static double ofLandmarks(double[] dt, double[] gt, double[] box, double area) {
    boolean labelled = false;
    for (int i = 0; i < SIGMAS.length; i++) {
      labelled |= gt[3 * i + 2] > 0;
    }
    double sum = 0;
    int count = 0;
    for (int i = 0; i < SIGMAS.length; i++) {
      if (!labelled || gt[3 * i + 2] > 0) {
        double dx =
            labelled
                ? dt[3 * i] - gt[3 * i]
                : outside(dt[3 * i], box[0] - box[2], box[0] + 2 * box[2]);
        double dy =
            labelled
                ? dt[3 * i + 1] - gt[3 * i + 1]
                : outside(dt[3 * i + 1], box[1] - box[3], box[1] + 2 * box[3]);
        double variance = 2 * SIGMAS[i] * (2 * SIGMAS[i]);
        sum += Math.exp(-((dx * dx + dy * dy) / variance / (area + Math.ulp(1.0)) / 2));
        count++;
      }
    }
    return sum / count;
  }

  private static double outside(double at, double from, double to) {
    return Math.max(0, from - at) + Math.max(0, at - to);
  }
}
