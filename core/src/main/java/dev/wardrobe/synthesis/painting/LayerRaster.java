package dev.wardrobe.synthesis.painting;

import java.util.Arrays;
import java.util.List;

/**
 * How much of each pixel the union of polygons covers, from 0 to 1: {@value #LINES} lines through
 * each row of pixels are cut with the polygons, exactly in x.
 */
final class LayerRaster {
  private static final int LINES = 12;
  private static final float PER_LINE = 1f / LINES;

  /** Places in x are whole numbers of this part of a pixel. */
  private static final int STEPS = 1 << 10;

  private final Frame frame;

  /** Where each line's crossings begin. */
  private final int[] starts;

  /** Crossings, line by line: twice the place in steps, plus 1 where the polygon is entered. */
  private final int[] crossings;

  private LayerRaster(Frame frame, List<double[]> polygons) {
    this.frame = frame;
    int lines = frame.height() * LINES;
    int[] counts = new int[lines + 1];
    for (double[] polygon : polygons) {
      visit(polygon, (line, code) -> counts[line + 1]++);
    }
    for (int line = 0; line < lines; line++) {
      counts[line + 1] += counts[line];
    }
    starts = counts;
    crossings = new int[counts[lines]];
    int[] next = starts.clone();
    for (double[] polygon : polygons) {
      visit(polygon, (line, code) -> crossings[next[line]++] = code);
    }
  }

  /** The covered share of each pixel of a frame, row by row. */
  static float[] coverage(List<double[]> polygons, Frame frame) {
    float[] shares = new float[frame.area()];
    LayerRaster raster =
        new LayerRaster(frame, polygons.stream().filter(LayerRaster::isUsable).toList());
    float[] full = new float[frame.width() + 1];
    for (int row = 0; row < frame.height(); row++) {
      raster.fill(row, shares, full);
    }
    return shares;
  }

  private static boolean isUsable(double[] polygon) {
    for (double value : polygon) {
      if (!(Math.abs(value) < 1e7)) {
        return false;
      }
    }
    return polygon.length >= 6;
  }

  private interface Visitor {
    void crossing(int line, int code);
  }

  /** All crossings of a polygon, turned so that several polygons add up wherever they overlap. */
  private void visit(double[] polygon, Visitor visitor) {
    boolean turned = area(polygon) < 0;
    int last = polygon.length / 2 * 2 - 2;
    double x = polygon[last];
    double y = polygon[last + 1];
    for (int i = 0; i <= last; i += 2) {
      double nextX = polygon[i];
      double nextY = polygon[i + 1];
      boolean down = nextY > y;
      int enter = down != turned ? 1 : 0;
      if (down) {
        edge(x, y, nextX, nextY, enter, visitor);
      } else {
        edge(nextX, nextY, x, y, enter, visitor);
      }
      x = nextX;
      y = nextY;
    }
  }

  private static double area(double[] polygon) {
    double twice = 0;
    int last = polygon.length / 2 * 2 - 2;
    for (int i = 0, before = last; i <= last; before = i, i += 2) {
      twice += polygon[before] * polygon[i + 1] - polygon[i] * polygon[before + 1];
    }
    return twice;
  }

  /** The crossings of an edge that runs down. */
  private void edge(double x, double y, double toX, double toY, int enter, Visitor visitor) {
    double from = (y - frame.top()) * LINES - .5;
    double to = (toY - frame.top()) * LINES - .5;
    int first = (int) Math.max(0, Math.ceil(from));
    int end = (int) Math.min(frame.height() * LINES, Math.ceil(to));
    if (first >= end) {
      return;
    }
    double slope = (toX - x) / (to - from);
    double most = frame.width();
    for (int line = first; line < end; line++) {
      double at = x - frame.left() + (line - from) * slope;
      int place = (int) (Math.max(0, Math.min(most, at)) * STEPS + .5);
      visitor.crossing(line, place << 1 | enter);
    }
  }

  private void fill(int row, float[] shares, float[] full) {
    int offset = row * frame.width();
    Arrays.fill(full, 0);
    boolean any = false;
    for (int line = row * LINES; line < (row + 1) * LINES; line++) {
      any |= spans(line, shares, offset, full);
    }
    if (!any) {
      return;
    }
    float sum = 0;
    for (int x = 0; x < frame.width(); x++) {
      sum += full[x];
      float share = (sum + shares[offset + x]) * PER_LINE;
      shares[offset + x] = share > .9995f ? 1 : share < .0005f ? 0 : share;
    }
  }

  /** Adds a line's spans: their ends to shares, what is between as a rise and a fall. */
  private boolean spans(int line, float[] shares, int offset, float[] full) {
    int from = starts[line];
    int to = starts[line + 1];
    if (to - from > 1) {
      Arrays.sort(crossings, from, to);
    }
    int depth = 0;
    int begin = 0;
    for (int i = from; i < to; i++) {
      int code = crossings[i];
      int after = depth + ((code & 1) == 1 ? 1 : -1);
      if (depth == 0) {
        begin = code >> 1;
      } else if (after == 0) {
        span(begin, code >> 1, shares, offset, full);
      }
      depth = after;
    }
    return to > from;
  }

  private static void span(int begin, int end, float[] shares, int offset, float[] full) {
    if (begin >= end) {
      return;
    }
    int first = begin / STEPS;
    int last = end / STEPS;
    if (first == last) {
      shares[offset + first] += (end - begin) * (1f / STEPS);
      return;
    }
    shares[offset + first] += (STEPS - begin % STEPS) * (1f / STEPS);
    full[first + 1] += 1;
    full[last] -= 1;
    if (end % STEPS > 0) {
      shares[offset + last] += end % STEPS * (1f / STEPS);
    }
  }
}
