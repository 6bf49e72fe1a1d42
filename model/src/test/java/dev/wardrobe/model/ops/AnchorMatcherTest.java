package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnchorMatcherTest {
  private static final AnchorMatcher RPN = new AnchorMatcher(.7, .3, true);
  private static final AnchorMatcher BOX_HEAD = new AnchorMatcher(.5, .5, false);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void labels_overlaps_as_torchvision(int index) {
    Golden golden = Golden.of("matcher");
    String name = "case" + index;
    float[] ious = golden.floats(name + ".iou");
    int items = (int) golden.shape(name + ".iou")[0];
    int boxes = ious.length / items;
    BestMatches best = new BestMatches(boxes);
    for (int item = 0; item < items; item++) {
      best.startItem(item);
      for (int box = 0; box < boxes; box++) {
        best.offer(box, ious[item * boxes + box]);
      }
      best.endItem();
    }
    assertThat(RPN.label(best, items)).isEqualTo(golden.ints(name + ".rpn"));
    assertThat(BOX_HEAD.label(best, items)).isEqualTo(golden.ints(name + ".box"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void matches_as_from_the_whole_matrix(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int items = random.nextInt(1, 7);
    boolean ties = seed % 2 == 0;
    float[] itemBoxes =
        ties ? RandomBoxes.coarse(items, random) : RandomBoxes.of(items, 50, random);
    float[] boxes = ties ? RandomBoxes.coarse(200, random) : RandomBoxes.of(200, 50, random);
    float[] ious = BoxArrays.iou(itemBoxes, boxes);
    for (boolean lowQuality : new boolean[] {false, true}) {
      AnchorMatcher matcher = new AnchorMatcher(.6, .25, lowQuality);
      assertThat(matcher.match(itemBoxes, boxes))
          .isEqualTo(fromMatrix(ious, items, .6f, .25f, lowQuality));
    }
  }

  @Test
  void no_items_leave_all_boxes_below() {
    float[] boxes = {0, 0, 5, 5, 1, 1, 2, 2};
    assertThat(RPN.match(new float[0], boxes)).containsExactly(-1, -1);
    assertThat(BOX_HEAD.match(new float[0], boxes)).containsExactly(-1, -1);
  }

  @Test
  void no_boxes_are_fine() {
    assertThat(RPN.match(new float[4], new float[0])).isEmpty();
  }

  @Test
  void an_overlap_of_just_a_threshold_reaches_it() {
    float[] item = {0, 0, 4, 2};
    float[] boxes = {0, 0, 4, 2, 0, 0, 2, 2, 0, 0, 1, 2}; // 1, 1/2, 1/4
    assertThat(new AnchorMatcher(.5, .25, false).match(item, boxes)).containsExactly(0, 0, -2);
  }

  @Test
  void the_best_box_of_an_item_finds_what_it_overlaps_most_itself() {
    // Box 0 is the best of both items; box 1 overlaps item 0 less.
    float[] items = {0, 0, 10, 10, 8, 8, 30, 30};
    float[] boxes = {0, 0, 12, 12, 0, 0, 2, 2};
    assertThat(RPN.match(items, boxes)).containsExactly(0, -1);
  }

  @Test
  void thresholds_the_wrong_way_round_are_refused() {
    assertThatThrownBy(() -> new AnchorMatcher(.3, .7, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int[] fromMatrix(
      float[] ious, int items, float foreground, float background, boolean lowQuality) {
    int boxes = ious.length / items;
    int[] best = new int[boxes];
    int[] labels = new int[boxes];
    for (int box = 0; box < boxes; box++) {
      for (int item = 1; item < items; item++) {
        best[box] = ious[item * boxes + box] > ious[best[box] * boxes + box] ? item : best[box];
      }
      float iou = ious[best[box] * boxes + box];
      labels[box] = iou < background ? -1 : iou < foreground ? -2 : best[box];
    }
    for (int item = 0; lowQuality && item < items; item++) {
      float[] row = Arrays.copyOfRange(ious, item * boxes, (item + 1) * boxes);
      float highest = 0;
      for (float iou : row) {
        highest = Math.max(highest, iou);
      }
      for (int box = 0; box < boxes; box++) {
        labels[box] = row[box] == highest ? best[box] : labels[box];
      }
    }
    return labels;
  }
}
