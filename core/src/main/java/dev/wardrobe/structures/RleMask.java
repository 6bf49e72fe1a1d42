package dev.wardrobe.structures;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mask as run lengths on a photo's grid, column by column from the upper-left pixel: the first
 * run counts unset pixels (possibly 0), the second set ones, and so on; together they cover the
 * grid. Compatible with COCO's maskApi, compressed text included.
 */
public final class RleMask implements Mask {
  private static final int MOST_CROSSINGS = 1 << 22;

  private final ImageSize size;
  private final int[] counts;

  private RleMask(ImageSize size, int[] counts) {
    this.size = size;
    this.counts = counts;
  }

  /**
   * A mask from uncompressed run lengths.
   *
   * @param counts unset, set, unset, ... pixels; copied
   * @throws IllegalArgumentException if a run is negative, the runs do not cover the grid exactly,
   *     or the photo has 2^31 pixels or more
   */
  public static RleMask ofCounts(ImageSize size, int... counts) {
    requireIntArea(size);
    long total = 0;
    for (int count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("Expected runs of at least 0, but got " + count);
      }
      total += count;
    }
    if (total != size.area()) {
      throw new IllegalArgumentException(
          "Expected runs of %d pixels for %s, but got %d".formatted(size.area(), size, total));
    }
    return new RleMask(size, counts.clone());
  }

  /**
   * A mask from COCO's compressed text.
   *
   * @throws IllegalArgumentException if the text ends inside a number, holds a character outside
   *     {@code 0} to {@code o}, does not cover the grid exactly, or the photo has 2^31 pixels or
   *     more
   */
  public static RleMask ofCompressed(ImageSize size, String text) {
    return ofCounts(size, RunLengthText.decode(text));
  }

  /**
   * The union of polygons, each rasterised as COCO's maskApi does: its outline drawn on a grid five
   * times finer, then sampled at pixel centres. Points outside the photo are allowed.
   *
   * @param parts x, y of one point after another; a trailing odd number is ignored
   * @throws IllegalArgumentException if the photo has 2^31 pixels or more
   */
  public static RleMask ofPolygons(List<Coordinates> parts, ImageSize size) {
    requireIntArea(size);
    return parts.isEmpty() ? empty(size) : ofPolygons(parts, 0, parts.size(), size);
  }

  /** Halves, so that many parts cost little more than few. */
  private static RleMask ofPolygons(List<Coordinates> parts, int from, int to, ImageSize size) {
    if (to - from == 1) {
      return new RleMask(size, PolygonRasterizer.rasterize(parts.get(from), size));
    }
    int middle = (from + to) >>> 1;
    return ofPolygons(parts, from, middle, size).union(ofPolygons(parts, middle, to, size));
  }

  /**
   * Whether polygons can be rasterised with reasonable effort: the photo has fewer than 2^31
   * pixels, and the outlines cross its columns at most 2^22 times. Items cross them thousands of
   * times; what a hostile file holds may take hours and all memory.
   */
  public static boolean canRasterize(List<Coordinates> parts, ImageSize size) {
    double crossings = 0;
    for (Coordinates part : parts) {
      for (int i = 0; i + 3 < part.size(); i += 2) {
        crossings += Math.min(size.width(), Math.abs(part.get(i + 2) - part.get(i)));
      }
    }
    return size.area() <= Integer.MAX_VALUE && crossings <= MOST_CROSSINGS;
  }

  /**
   * A mask without a set pixel.
   *
   * @throws IllegalArgumentException if the photo has 2^31 pixels or more
   */
  public static RleMask empty(ImageSize size) {
    return new RleMask(size, new int[] {requireIntArea(size)});
  }

  private static int requireIntArea(ImageSize size) {
    if (size.area() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("Expected fewer than 2^31 pixels, but got " + size);
    }
    return (int) size.area();
  }

  /** The grid. */
  public ImageSize size() {
    return size;
  }

  /** A copy of the run lengths: unset, set, unset, ... */
  public int[] counts() {
    return counts.clone();
  }

  /** How many pixels are set. */
  public long area() {
    long area = 0;
    for (int i = 1; i < counts.length; i += 2) {
      area += counts[i];
    }
    return area;
  }

  /**
   * The box around the set pixels, right and lower edge exclusive; empty if no pixel is set. A run
   * that crosses a column reaches from the first row to the last, which the official tools' older
   * maskApi overlooks.
   */
  public Optional<Box> bounds() {
    int height = size.height();
    int x1 = Integer.MAX_VALUE;
    int y1 = Integer.MAX_VALUE;
    int x2 = -1;
    int y2 = -1;
    int start = 0;
    for (int i = 0; i < counts.length; i++) {
      int end = start + counts[i];
      if (i % 2 == 1 && end > start) {
        int first = start / height;
        int last = (end - 1) / height;
        x1 = Math.min(x1, first);
        x2 = Math.max(x2, last);
        y1 = first < last ? 0 : Math.min(y1, start % height);
        y2 = first < last ? height - 1 : Math.max(y2, (end - 1) % height);
      }
      start = end;
    }
    return x2 < 0 ? Optional.empty() : Optional.of(new Box(x1, y1, x2 + 1.0, y2 + 1.0));
  }

  /**
   * The pixels set in this mask or the other.
   *
   * @throws IllegalArgumentException if the grids differ
   */
  public RleMask union(RleMask other) {
    requireSameGrid(other);
    int[] merged = new int[counts.length + other.counts.length + 1];
    int length = 0;
    int a = 0;
    int b = 0;
    int leftA = counts[0];
    int leftB = other.counts[0];
    int run = 0;
    boolean set = false;
    while (a < counts.length && b < other.counts.length) {
      boolean now = a % 2 == 1 || b % 2 == 1;
      if (now != set) {
        merged[length++] = run;
        run = 0;
        set = now;
      }
      int step = Math.min(leftA, leftB);
      run += step;
      leftA -= step;
      leftB -= step;
      while (leftA == 0 && a < counts.length) {
        a++;
        leftA = a < counts.length ? counts[a] : 0;
      }
      while (leftB == 0 && b < other.counts.length) {
        b++;
        leftB = b < other.counts.length ? other.counts[b] : 0;
      }
    }
    merged[length++] = run;
    return new RleMask(size, Arrays.copyOf(merged, length));
  }

  private void requireSameGrid(RleMask other) {
    if (!size.equals(other.size)) {
      throw new IllegalArgumentException(
          "Expected masks on one grid, but got %s and %s".formatted(size, other.size));
    }
  }

  /** COCO's compressed text of the run lengths. */
  public String toCompressed() {
    return RunLengthText.encode(counts);
  }

  /** This mask; a mask on a grid is not resampled. */
  @Override
  public RleMask toRle(ImageSize photo) {
    if (!photo.equals(size)) {
      throw new IllegalArgumentException(
          "Expected a mask for a photo of %s, but it lies on %s".formatted(photo, size));
    }
    return this;
  }

  /** Equal grids and equal run lengths. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RleMask that
        && size.equals(that.size)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(size, Arrays.hashCode(counts));
  }

  @Override
  public String toString() {
    return "RleMask[" + size + ", " + toCompressed() + "]";
  }
}
