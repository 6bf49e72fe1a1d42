package dev.wardrobe.model.ops;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Landmarks;

/**
 * Where the landmark head should see an item's landmarks: a cell of each landmark's heat map (Mask
 * R-CNN, section 5; torchvision's {@code keypoints_to_heatmap}).
 *
 * <p>A heat map divides its region into size x size equal cells. A landmark belongs to the cell it
 * lies in, so a cell stands for its centre, half a cell from its edges; {@link HeatmapDecoder}
 * reads it so.
 */
public final class HeatmapTargets {
  private HeatmapTargets() {}

  /**
   * For each landmark its cell, {@code row * size + column}, or -1 where it is not labelled or
   * outside the region. Points on the right and the lower edge belong to the last cell. Occluded
   * landmarks count like visible ones.
   *
   * @param landmarks in the pixels of the region
   * @param region what the heat maps cover
   * @param size cells along each axis
   */
  public static long[] of(Landmarks landmarks, Box region, int size) {
    long[] cells = new long[landmarks.count()];
    for (int i = 0; i < cells.length; i++) {
      int column = cell(landmarks.x(i), region.x1(), region.x2(), size);
      int row = cell(landmarks.y(i), region.y1(), region.y2(), size);
      boolean labelled = landmarks.visibility(i) != Landmarks.NOT_LABELLED;
      cells[i] = labelled && column >= 0 && row >= 0 ? (long) row * size + column : -1;
    }
    return cells;
  }

  private static int cell(double at, double low, double high, int size) {
    if (at == high) {
      return size - 1;
    }
    double cell = Math.floor((at - low) * (size / (high - low)));
    return cell >= 0 && cell < size ? (int) cell : -1;
  }
}
