package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskPasterTest {
  private static final double THRESHOLD = .5;

  @Test
  void pastes_as_torchvision() {
    Golden golden = Golden.of("paste-masks");
    int[] size = golden.ints("image_size");
    ImageSize photo = new ImageSize(size[1], size[0]);
    float[] chances = golden.floats("masks");
    float[] boxes = golden.floats("boxes");
    float[] pasted = golden.floats("pasted");
    for (int i = 0; i < boxes.length / 4; i++) {
      int at = 4 * i;
      RleMask ours =
          MaskPaster.paste(
              Arrays.copyOfRange(chances, i * 28 * 28, (i + 1) * 28 * 28),
              28,
              new Box(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]),
              photo,
              THRESHOLD);
      int area = (int) photo.area();
      assertPixels(ours, Arrays.copyOfRange(pasted, i * area, (i + 1) * area));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void sets_the_pixels_that_the_plain_rule_sets(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ImageSize photo = new ImageSize(random.nextInt(20, 120), random.nextInt(20, 120));
    int size = random.nextInt(1, 15);
    float[] chances = chances(size, random);
    double x = random.nextDouble(-30, 100);
    double y = random.nextDouble(-30, 100);
    Box box = new Box(x, y, x + random.nextDouble(80), y + random.nextDouble(150));
    RleMask ours = MaskPaster.paste(chances, size, box, photo, THRESHOLD);
    assertPixels(ours, plain(chances, size, box, photo));
  }

  @Test
  void a_full_grid_fills_its_box_and_hardly_more() {
    float[] chances = new float[28 * 28];
    Arrays.fill(chances, 1);
    RleMask mask =
        MaskPaster.paste(chances, 28, new Box(10, 20, 66, 76), new ImageSize(100, 90), THRESHOLD);
    assertThat(mask.bounds().orElseThrow().iou(new Box(10, 20, 66, 76))).isGreaterThan(.94);
  }

  @Test
  void a_box_outside_the_photo_sets_nothing() {
    float[] chances = {1, 1, 1, 1};
    ImageSize photo = new ImageSize(30, 20);
    for (Box box : new Box[] {new Box(50, 2, 60, 9), new Box(2, -40, 9, -20)}) {
      assertThat(MaskPaster.paste(chances, 2, box, photo, THRESHOLD))
          .isEqualTo(RleMask.empty(photo));
    }
  }

  @Test
  void boxes_far_larger_than_the_photo_are_fine() {
    float[] chances = {1, 1, 1, 1};
    ImageSize photo = new ImageSize(30, 20);
    RleMask mask = MaskPaster.paste(chances, 2, new Box(-1e9, -1e9, 1e9, 1e9), photo, THRESHOLD);
    assertThat(mask.area()).isEqualTo(photo.area());
  }

  @Test
  void runs_are_as_few_as_can_be() {
    float[] chances = chances(9, new SplittableRandom(9));
    RleMask mask =
        MaskPaster.paste(chances, 9, new Box(0, 0, 40, 40), new ImageSize(40, 40), THRESHOLD);
    assertThat(IntStream.of(mask.counts()).skip(1)).allMatch(run -> run > 0);
    assertThat(mask.counts().length).isGreaterThan(40);
  }

  @Test
  void a_chance_too_few_is_refused() {
    ImageSize photo = new ImageSize(3, 3);
    assertThatThrownBy(() -> MaskPaster.paste(new float[3], 2, Box.of(photo), photo, THRESHOLD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static float[] chances(int size, SplittableRandom random) {
    float[] chances = new float[size * size];
    for (int i = 0; i < chances.length; i++) {
      chances[i] = (float) random.nextDouble();
    }
    return chances;
  }

  /** Pixels so near the threshold that rounding decides are not looked at. */
  private static void assertPixels(RleMask mask, float[] chances) {
    int width = mask.size().width();
    int height = mask.size().height();
    boolean[] set = new boolean[width * height];
    int at = 0;
    int[] counts = mask.counts();
    for (int run = 0; run < counts.length; run++) {
      Arrays.fill(set, at, at + counts[run], run % 2 == 1);
      at += counts[run];
    }
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < width * height; i++) {
      boolean clear = Math.abs(chances[i] - THRESHOLD) > 1e-4;
      if (clear && set[i % width * height + i / width] != (chances[i] > THRESHOLD)) {
        wrong.add("column %d, row %d: %s".formatted(i % width, i / width, chances[i]));
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** Every pixel for itself, row by row. */
  private static float[] plain(float[] chances, int size, Box box, ImageSize photo) {
    float[] pixels = new float[(int) photo.area()];
    double growth = (size + 2.0) / size / 2;
    int x1 = (int) ((box.x1() + box.x2()) / 2 - box.width() * growth);
    int x2 = (int) ((box.x1() + box.x2()) / 2 + box.width() * growth);
    int y1 = (int) ((box.y1() + box.y2()) / 2 - box.height() * growth);
    int y2 = (int) ((box.y1() + box.y2()) / 2 + box.height() * growth);
    for (int y = Math.max(y1, 0); y <= Math.min(y2, photo.height() - 1); y++) {
      for (int x = Math.max(x1, 0); x <= Math.min(x2, photo.width() - 1); x++) {
        double column = source(x - x1, x2 - x1 + 1, size + 2);
        double row = source(y - y1, y2 - y1 + 1, size + 2);
        double sum = 0;
        for (int r = (int) row; r <= (int) row + 1; r++) {
          for (int c = (int) column; c <= (int) column + 1; c++) {
            double weight = (1 - Math.abs(row - r)) * (1 - Math.abs(column - c));
            boolean border = r == 0 || c == 0 || r >= size + 1 || c >= size + 1;
            sum += border ? 0 : weight * chances[(r - 1) * size + c - 1];
          }
        }
        pixels[y * photo.width() + x] = (float) sum;
      }
    }
    return pixels;
  }

  private static double source(int pixel, int pixels, int cells) {
    double at = (pixel + .5) * cells / pixels - .5;
    return Math.min(Math.max(at, 0), cells - 1);
  }
}
