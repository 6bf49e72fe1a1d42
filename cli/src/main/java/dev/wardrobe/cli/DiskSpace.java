package dev.wardrobe.cli;

import java.util.Optional;

/**
 * How much disk a made-up set takes, roughly.
 *
 * @param bytes of photos and annotations
 */
record DiskSpace(double bytes) {
  /** Photos of one longer side take this times its length to the power of 3/2; measured. */
  private static final double BYTES_A_PHOTO = 2.55;

  /** A file of 2 to 3 KB takes a block of the file system. */
  private static final double BYTES_AN_ANNOTATION = 4096;

  private static final double GIGABYTE = 1e9;
  private static final double WORTH_SAYING = 2 * GIGABYTE;

  /**
   * Range of the photos' longer side.
   *
   * @param smallest in pixels
   * @param largest in pixels, at least as large
   */
  record Sides(int smallest, int largest) {}

  /** The room that photos and their annotations take. */
  static DiskSpace of(long photos, Sides sides) {
    double sum = 0;
    for (int side = sides.smallest; side <= sides.largest; side++) {
      sum += BYTES_A_PHOTO * Math.pow(side, 1.5);
    }
    double photo = sum / (sides.largest - sides.smallest + 1);
    return new DiskSpace(photos * (photo + BYTES_AN_ANNOTATION));
  }

  /** What to say of a large set before it is made; nothing of a small one. */
  Optional<String> warning() {
    return bytes < WORTH_SAYING
        ? Optional.empty()
        : Optional.of("This set will take about %,.0f GB of disk".formatted(bytes / GIGABYTE));
  }
}
