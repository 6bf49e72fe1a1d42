package dev.wardrobe.model.ops;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the mask head should draw: an item's mask as seen through a region (Mask R-CNN, section 3).
 * A cell of the grid is set if the mask is there at the cell's centre.
 */
public final class MaskTargets {
  /** Narrower regions are taken as this wide, so that scales stay finite (detectron2). */
  private static final double NARROWEST = .1;

  /** Where polygons are cut off, in cells: beyond any photo. */
  private static final double FARTHEST = 1e7;

  private MaskTargets() {}

  /**
   * The grid of one item and region, row by row: 1 where the item is and 0 elsewhere, outside the
   * photo too.
   *
   * <p>Polygons are moved into the region, scaled to its grid and rasterised there by the rules of
   * COCO's maskApi, as detectron2's {@code PolygonMasks.crop_and_resize} does; torchvision
   * rasterises them on the photo's grid and resamples that. Of run lengths the pixels under the
   * cells' centres are taken.
   *
   * @param mask in the pixels of the region
   * @param region what the grid covers
   * @param size cells along each axis, at least 1
   */
  public static float[] of(Mask mask, Box region, int size) {
    return switch (mask) {
      case PolygonMask polygons -> ofPolygons(polygons, region, size);
      case RleMask runs -> ofRuns(runs, region, size);
    };
  }

  private static float[] ofPolygons(PolygonMask mask, Box region, int size) {
    double scaleX = size / Math.max(region.width(), NARROWEST);
    double scaleY = size / Math.max(region.height(), NARROWEST);
    List<Coordinates> parts = new ArrayList<>();
    for (Coordinates part : mask.parts()) {
      double[] moved = new double[part.size()];
      for (int i = 0; i < moved.length; i++) {
        double cells =
            i % 2 == 0
                ? (part.get(i) - region.x1()) * scaleX
                : (part.get(i) - region.y1()) * scaleY;
        moved[i] = Math.min(Math.max(cells, -FARTHEST), FARTHEST);
      }
      parts.add(Coordinates.ofReals(moved));
    }
    return rows(RleMask.ofPolygons(parts, new ImageSize(size, size)), size);
  }

  /** Run lengths, column by column, as a grid row by row. */
  private static float[] rows(RleMask runs, int size) {
    float[] grid = new float[size * size];
    int[] counts = runs.counts();
    int at = 0;
    for (int i = 0; i < counts.length; i++) {
      int end = at + counts[i];
      for (; at < end; at++) {
        grid[at % size * size + at / size] = i % 2;
      }
    }
    return grid;
  }

  private static float[] ofRuns(RleMask mask, Box region, int size) {
    int[] ends = mask.counts();
    for (int i = 1; i < ends.length; i++) {
      ends[i] += ends[i - 1];
    }
    float[] grid = new float[size * size];
    for (int column = 0; column < size; column++) {
      int x = (int) Math.floor(region.x1() + (column + .5) * region.width() / size);
      for (int row = 0; row < size; row++) {
        int y = (int) Math.floor(region.y1() + (row + .5) * region.height() / size);
        grid[row * size + column] = isSet(mask.size(), ends, x, y) ? 1 : 0;
      }
    }
    return grid;
  }

  private static boolean isSet(ImageSize photo, int[] ends, int x, int y) {
    if (x < 0 || x >= photo.width() || y < 0 || y >= photo.height()) {
      return false;
    }
    int pixel = x * photo.height() + y;
    int found = Arrays.binarySearch(ends, pixel);
    int run = found >= 0 ? found + 1 : -found - 1;
    while (run < ends.length && ends[run] <= pixel) {
      run++; // empty runs end where the one before them does
    }
    return run % 2 == 1;
  }
}
