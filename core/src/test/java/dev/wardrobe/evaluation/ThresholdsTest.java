package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThresholdsTest {
  @Test
  void iou_thresholds_are_the_doubles_of_numpy() {
    assertThat(Thresholds.iou())
        .containsExactly(.5, .55, .6, .65, .7, .75, .8, .85, 0.8999999999999999, .95);
  }

  /** These are the ones that are not the decimal itself. */
  @Test
  void recall_thresholds_are_the_doubles_of_numpy() {
    double[] recall = Thresholds.recall();
    assertThat(recall).hasSize(101);
    double[] odd = {
      0.35000000000000003,
      0.41000000000000003,
      0.47000000000000003,
      0.5700000000000001,
      0.6900000000000001,
      0.7000000000000001,
      0.8200000000000001,
      0.8300000000000001,
      0.9400000000000001,
      0.9500000000000001
    };
    assertThat(recall).contains(odd);
    int plain = 0;
    for (int i = 0; i <= 100; i++) {
      plain += recall[i] == i / 100.0 ? 1 : 0;
    }
    assertThat(plain).isEqualTo(101 - odd.length);
    assertThat(recall[0]).isZero();
    assertThat(recall[100]).isEqualTo(1);
  }

  @Test
  void callers_get_copies() {
    Thresholds.iou()[0] = 2;
    Thresholds.recall()[0] = 2;
    assertThat(Thresholds.iou()[0]).isEqualTo(.5);
    assertThat(Thresholds.recall()[0]).isZero();
  }
}
