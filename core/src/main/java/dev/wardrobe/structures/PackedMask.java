package dev.wardrobe.structures;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The run lengths of a mask in one byte each where they are below 128, two below 16,384 and so on:
 * a sixth of the memory of a polygon, and quickly unpacked into an array that is used again.
 * Immutable.
 */
public final class PackedMask implements Supplier<RleMask> {
  private static final int MORE = 0x80;

  private final int width;
  private final int height;
  private final int runs;
  private final byte[] packed;
  private final long area;
  private final double[] box;

  private PackedMask(int width, int height, int runs, byte[] packed, long area, double[] box) {
    this.width = width;
    this.height = height;
    this.runs = runs;
    this.packed = packed;
    this.area = area;
    this.box = box;
  }

  /** Packs a mask. */
  public static PackedMask of(RleMask mask) {
    int[] counts = mask.counts();
    return of(counts, counts.length, mask.size().width(), mask.size().height());
  }

  /**
   * Packs run lengths, which need not cover the grid.
   *
   * @param counts unset, set, unset, ... pixels, column by column; not kept
   * @param runs how many of them count
   */
  public static PackedMask of(int[] counts, int runs, int width, int height) {
    byte[] packed = new byte[5 * runs];
    int length = 0;
    long area = 0;
    for (int i = 0; i < runs; i++) {
      int rest = counts[i];
      area += i % 2 == 1 ? rest : 0;
      while (rest >= MORE) {
        packed[length++] = (byte) (rest | MORE);
        rest >>>= 7;
      }
      packed[length++] = (byte) rest;
    }
    double[] box = new double[4];
    RunLengths.box(counts, runs, width, height, box);
    return new PackedMask(width, height, runs, Arrays.copyOf(packed, length), area, box);
  }

  /** Columns of the grid. */
  public int width() {
    return width;
  }

  /** Rows of the grid. */
  public int height() {
    return height;
  }

  /** How many runs there are. */
  public int runs() {
    return runs;
  }

  /** How many pixels are set. */
  public long area() {
    return area;
  }

  /** Left edge, upper edge, width and height of the box around the runs: part 0 to 3. */
  public double box(int part) {
    return box[part];
  }

  /**
   * Unpacks the runs.
   *
   * @param counts gets them; at least {@link #runs} long
   */
  public void unpack(int[] counts) {
    int at = 0;
    for (int i = 0; i < runs; i++) {
      int b = packed[at++];
      int value = b & 0x7f;
      for (int shift = 7; b < 0; shift += 7) {
        b = packed[at++];
        value |= (b & 0x7f) << shift;
      }
      counts[i] = value;
    }
  }

  /**
   * The mask as such.
   *
   * @throws IllegalArgumentException if the runs do not cover the grid
   */
  @Override
  public RleMask get() {
    int[] counts = new int[runs];
    unpack(counts);
    return RleMask.ofCounts(new ImageSize(width, height), counts);
  }
}
