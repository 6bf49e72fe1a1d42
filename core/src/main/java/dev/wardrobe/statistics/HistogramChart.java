package dev.wardrobe.statistics;

import dev.wardrobe.statistics.SvgCanvas.Anchor;
import dev.wardrobe.statistics.SvgCanvas.Font;
import java.util.List;

/** How many items a photo has, as columns for 0, 1, 2, 3, 4, and 5 or more. */
final class HistogramChart {
  private static final int COLUMNS = 6;

  private HistogramChart() {}

  /** Draws into the rectangle. */
  static void draw(SvgCanvas canvas, PhotoCounts photos, double x, double y, double w, double h) {
    canvas.text(x, y + 18, Anchor.START, Font.bold(19), "Items a photo");
    String mean = "mean " + NumberText.mean(photos.items().mean());
    canvas.text(x + w, y + 18, Anchor.END, Font.muted(14), mean);
    long[] counts = columns(photos.items().bins());
    long most = 1;
    for (long count : counts) {
      most = Math.max(most, count);
    }
    double pitch = w / COLUMNS;
    double bottom = y + h - 18;
    for (int i = 0; i < COLUMNS; i++) {
      double high = (h - 76) * counts[i] / most;
      double middle = x + (i + .5) * pitch;
      canvas.rect(middle - 16, bottom - high, 32, high, CategoryChart.SHOP, 2);
      String share = NumberText.percentOf(counts[i], photos.items().total());
      canvas.text(middle, bottom - high - 6, Anchor.MIDDLE, Font.plain(13), share);
      String label = i == COLUMNS - 1 ? i + " +" : Integer.toString(i);
      canvas.text(middle, bottom + 18, Anchor.MIDDLE, Font.muted(14), label);
    }
    canvas.rect(x, bottom, w, 1, SvgCanvas.LINE, 0);
  }

  private static long[] columns(List<Long> bins) {
    long[] counts = new long[COLUMNS];
    for (int i = 0; i < bins.size(); i++) {
      counts[Math.min(i, COLUMNS - 1)] += bins.get(i);
    }
    return counts;
  }
}
