package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {
  @Test
  void sides_and_area_have_no_extra_pixel() {
    Box box = new Box(10, 20, 14, 22.5);
    assertThat(box.width()).isEqualTo(4);
    assertThat(box.height()).isEqualTo(2.5);
    assertThat(box.area()).isEqualTo(10);
  }

  @Test
  void corner_and_size_give_the_same_box() {
    assertThat(Box.ofXywh(10, 20, 4, 2.5)).isEqualTo(new Box(10, 20, 14, 22.5));
    assertThat(Box.of(new ImageSize(468, 624))).isEqualTo(new Box(0, 0, 468, 624));
  }

  @Test
  void empty_box_is_allowed() {
    assertThat(new Box(3, 3, 3, 3).area()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "NaN,0,1,1", "0,NaN,1,1", "0,0,NaN,1", "0,0,1,NaN",
    "-Infinity,0,1,1", "0,0,1,Infinity", "0,0,Infinity,1", "0,-Infinity,1,1"
  })
  void corner_that_is_not_finite_is_refused(double x1, double y1, double x2, double y2) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(x1, y1, x2, y2))
        .withMessageStartingWith("Expected finite corners, but got [" + x1);
  }

  @ParameterizedTest
  @CsvSource({"2,0,1,1", "0,2,1,1"})
  void box_turned_inside_out_is_refused(double x1, double y1, double x2, double y2) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Box(x1, y1, x2, y2))
        .withMessageContaining("Expected x1 <= x2 and y1 <= y2");
  }

  @Test
  void negative_size_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Box.ofXywh(0, 0, -1, 5));
  }

  @Test
  void iou_of_known_boxes() {
    Box box = new Box(0, 0, 2, 2);
    assertThat(box.iou(box)).isEqualTo(1);
    assertThat(box.iou(new Box(1, 0, 3, 2))).isEqualTo(2.0 / 6);
    assertThat(box.iou(new Box(.5, .5, 1.5, 1.5))).isEqualTo(.25);
    assertThat(box.iou(new Box(2, 0, 4, 2))).as("touching").isZero();
    assertThat(box.iou(new Box(0, 5, 2, 6))).as("apart in y only").isZero();
    assertThat(box.iou(new Box(5, 5, 6, 6))).as("apart").isZero();
    assertThat(box.iou(new Box(1, 1, 1, 1))).as("empty inside").isZero();
    assertThat(new Box(1, 1, 1, 1).iou(new Box(1, 1, 1, 1))).as("both empty").isZero();
  }

  @Test
  void intersection_of_whole_boxes_counts_shared_cells() {
    long seed = 7;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 500; round++) {
      Box a = wholeBox(random);
      Box b = wholeBox(random);
      int shared = 0;
      int either = 0;
      for (int x = 0; x < 12; x++) {
        for (int y = 0; y < 12; y++) {
          boolean inA = cellIn(a, x, y);
          boolean inB = cellIn(b, x, y);
          shared += inA && inB ? 1 : 0;
          either += inA || inB ? 1 : 0;
        }
      }
      assertThat(a.intersection(b)).as("seed %d, %s and %s", seed, a, b).isEqualTo(shared);
      assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
      assertThat(a.iou(b)).isCloseTo(either == 0 ? 0 : (double) shared / either, within(1e-15));
    }
  }

  @Test
  void margin_grows_the_box_on_every_side_and_edges_count() {
    Box box = new Box(10, 20, 30, 40);
    assertThat(box.contains(10, 20, 0)).isTrue();
    assertThat(box.contains(30, 40, 0)).isTrue();
    assertThat(box.contains(9, 30, 0)).isFalse();
    assertThat(box.contains(31, 30, 0)).isFalse();
    assertThat(box.contains(20, 19, 0)).isFalse();
    assertThat(box.contains(20, 41, 0)).isFalse();
    assertThat(box.contains(8, 42, 2)).isTrue();
    assertThat(box.contains(7.9, 42, 2)).isFalse();
  }

  @Test
  void overhang_is_the_worst_side() {
    Box photo = new Box(0, 0, 100, 50);
    assertThat(photo.overhang(new Box(10, 10, 100, 50))).isZero();
    assertThat(photo.overhang(new Box(-1, 10, 103, 50))).isEqualTo(3);
    assertThat(photo.overhang(new Box(-4, 10, 103, 50))).isEqualTo(4);
    assertThat(photo.overhang(new Box(0, -2, 90, 20))).isEqualTo(2);
    assertThat(photo.overhang(new Box(0, 0, 90, 50.5))).isEqualTo(.5);
  }

  private static Box wholeBox(SplittableRandom random) {
    int x = random.nextInt(10);
    int y = random.nextInt(10);
    return new Box(x, y, x + random.nextInt(13 - x), y + random.nextInt(13 - y));
  }

  private static boolean cellIn(Box box, int x, int y) {
    return x >= box.x1() && x < box.x2() && y >= box.y1() && y < box.y2();
  }
}
