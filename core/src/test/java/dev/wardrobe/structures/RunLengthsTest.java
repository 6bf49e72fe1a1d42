package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunLengthsTest {

  /** Runs as a bitmap, column by column. */
  private static boolean[] pixels(int[] runs, int size) {
    boolean[] pixels = new boolean[size];
    int at = 0;
    for (int i = 0; i < runs.length; i++) {
      Arrays.fill(pixels, at, at + runs[i], i % 2 == 1);
      at += runs[i];
    }
    return pixels;
  }

  private static double[] box(int[] runs, int count, int width, int height) {
    double[] box = new double[4];
    RunLengths.box(runs, count, width, height, box);
    return box;
  }

  /** The box, as maskApi has it: a run over two columns takes their whole height. */
  private static double[] plainBox(boolean[] pixels, int height) {
    int x1 = Integer.MAX_VALUE;
    int y1 = Integer.MAX_VALUE;
    int x2 = -1;
    int y2 = -1;
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i]) {
        boolean crosses =
            (i % height == 0 && i > 0 && pixels[i - 1])
                || (i % height == height - 1 && i + 1 < pixels.length && pixels[i + 1]);
        x1 = Math.min(x1, i / height);
        x2 = Math.max(x2, i / height);
        y1 = Math.min(y1, crosses ? 0 : i % height);
        y2 = Math.max(y2, crosses ? height - 1 : i % height);
      }
    }
    return x2 < 0 ? new double[4] : new double[] {x1, y1, x2 - x1 + 1.0, y2 - y1 + 1.0};
  }

  private static double plainIou(boolean[] first, boolean[] second, boolean crowd) {
    long both = 0;
    long either = 0;
    long inFirst = 0;
    for (int i = 0; i < first.length; i++) {
      both += first[i] && second[i] ? 1 : 0;
      either += first[i] || second[i] ? 1 : 0;
      inFirst += first[i] ? 1 : 0;
    }
    return both == 0 ? 0 : (double) both / (crowd ? inFirst : either);
  }

  @Test
  void random_masks_agree_with_sets_of_pixels() {
    for (int seed = 0; seed < 3000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      ImageSize size = new ImageSize(1 + random.nextInt(12), 1 + random.nextInt(12));
      int[] first = PixelSet.random(random, size).toRle(random, false).counts();
      int[] second = PixelSet.random(random, size).toRle(random, false).counts();
      boolean[] firstPixels = pixels(first, (int) size.area());
      boolean[] secondPixels = pixels(second, (int) size.area());
      RleMask mask = RleMask.ofCounts(size, first);
      assertThat(RunLengths.area(first, first.length)).as("seed %d", seed).isEqualTo(mask.area());
      if (mask.area() > 0) { // otherwise an empty mask may have a run at its end
        assertThat(box(first, first.length, size.width(), size.height()))
            .as("seed %d", seed)
            .isEqualTo(plainBox(firstPixels, size.height()));
      }
      for (boolean crowd : new boolean[] {false, true}) {
        assertThat(RunLengths.iou(first, first.length, second, second.length, crowd))
            .as("seed %d", seed)
            .isEqualTo(plainIou(firstPixels, secondPixels, crowd));
      }
    }
  }

  @Test
  void runs_after_the_counted_ones_are_not_looked_at() {
    int[] runs = {2, 3, 1, 99, 99};
    assertThat(RunLengths.area(runs, 3)).isEqualTo(3);
    assertThat(box(runs, 3, 2, 3)).isEqualTo(new double[] {0, 0, 2, 3});
    assertThat(RunLengths.iou(runs, 3, new int[] {0, 6, 77}, 2, false)).isEqualTo(.5);
  }

  @Test
  void empty_full_and_missing_masks() {
    int[] empty = {6};
    int[] full = {0, 6};
    assertThat(RunLengths.area(empty, 1)).isZero();
    assertThat(box(empty, 1, 3, 2)).containsOnly(0);
    assertThat(box(full, 2, 3, 2)).isEqualTo(new double[] {0, 0, 3, 2});
    assertThat(RunLengths.iou(full, 2, full, 2, false)).isEqualTo(1);
    assertThat(RunLengths.iou(empty, 1, full, 2, false)).isZero();
    assertThat(RunLengths.iou(empty, 1, empty, 1, true)).isZero();
    assertThat(RunLengths.iou(new int[0], 0, full, 2, false)).isZero();
    assertThat(RunLengths.area(new int[0], 0)).isZero();
    assertThat(box(new int[0], 0, 3, 2)).containsOnly(0);
  }

  /** As rleIou does, which takes it for the end of the masks. */
  @Test
  void empty_runs_of_both_masks_at_one_place_end_the_comparison() {
    int[] runs = {2, 2, 0, 0, 2, 2};
    assertThat(RunLengths.iou(runs, 6, runs, 6, false)).isEqualTo(1);
    int[] shifted = {2, 2, 0, 0, 0, 4};
    assertThat(RunLengths.iou(runs, 6, shifted, 6, false)).isEqualTo(1);
    assertThat(RunLengths.iou(new int[] {2, 2, 4}, 3, shifted, 6, false)).isEqualTo(2 / 6.0);
  }

  @Test
  void comparison_ends_for_runs_that_do_not_cover_one_grid() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      int[] first = random.ints(random.nextInt(6), 0, 4).toArray();
      int[] second = random.ints(random.nextInt(6), 0, 4).toArray();
      assertThat(RunLengths.iou(first, first.length, second, second.length, false))
          .isBetween(0., 1.);
    }
  }

  /** Expected by pycocotools 2.0.11, on 15 rows and 8 columns. */
  @Test
  void empty_runs_do_not_widen_the_box() {
    int[] runs = {42, 3, 0, 0, 12, 3, 12, 3, 12, 3, 12, 3, 15};
    assertThat(box(runs, runs.length, 8, 15)).isEqualTo(new double[] {2, 12, 5, 3});
    int[] end = {105, 15, 0, 0};
    assertThat(box(end, 4, 8, 15)).isEqualTo(new double[] {7, 0, 1, 15});
    int[] column = {40, 8, 0, 7, 65};
    assertThat(box(column, 5, 8, 15)).isEqualTo(new double[] {2, 0, 2, 15});
    double[] nowhere = {8, 15, 4294967289., 4294967282.};
    assertThat(box(new int[] {45, 0, 75}, 3, 8, 15)).isEqualTo(nowhere);
    assertThat(box(new int[] {120, 0}, 2, 8, 15)).isEqualTo(nowhere);
  }

  @Test
  void boxes_of_runs_that_overflow_an_int_do_not_fail() {
    int most = Integer.MAX_VALUE;
    assertThatNoException()
        .isThrownBy(() -> box(new int[] {most, most, most, most, most, most}, 6, 9, 3));
    assertThat(box(new int[] {0, most}, 2, 1, most)).isEqualTo(new double[] {0, 0, 1, most});
    assertThat(box(new int[] {1, most - 1}, 2, most, 1))
        .isEqualTo(new double[] {1, 0, most - 1.0, 1});
  }
}
