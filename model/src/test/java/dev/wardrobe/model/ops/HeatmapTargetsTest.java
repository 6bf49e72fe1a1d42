package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Landmarks;
import org.junit.jupiter.api.Test;

class HeatmapTargetsTest {
  private static final Box REGION = new Box(10, 20, 38, 76);

  @Test
  void cells_as_torchvision() {
    Golden golden = Golden.of("keypoints");
    float[] boxes = golden.floats("boxes");
    float[] keypoints = golden.floats("keypoints");
    int[] matched = golden.ints("matched");
    int[] cells = golden.ints("heatmap_cells14");
    int[] valid = golden.ints("heatmap_valid14");
    for (int i = 0; i < matched.length; i++) {
      double[] xyv = new double[9 * 3];
      for (int j = 0; j < xyv.length; j++) {
        xyv[j] = keypoints[matched[i] * xyv.length + j];
      }
      int at = 4 * i;
      Box region = new Box(boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]);
      long[] ours = HeatmapTargets.of(Landmarks.of(xyv), region, 14);
      for (int j = 0; j < 9; j++) {
        assertThat(ours[j]).isEqualTo(valid[9 * i + j] == 1 ? cells[9 * i + j] : -1);
      }
    }
  }

  @Test
  void edges_belong_to_the_first_and_the_last_cell() {
    assertThat(cell(10, 20, 2)).isZero();
    assertThat(cell(38, 76, 2)).isEqualTo(28 * 28 - 1);
    assertThat(cell(12, 20, 2)).isEqualTo(2);
    assertThat(cell(10, 24, 2)).isEqualTo(2 * 28);
  }

  @Test
  void landmarks_outside_or_not_labelled_have_no_cell() {
    assertThat(cell(9.99, 30, 2)).isEqualTo(-1);
    assertThat(cell(20, 76.01, 2)).isEqualTo(-1);
    assertThat(cell(20, 30, 0)).isEqualTo(-1);
  }

  @Test
  void occluded_landmarks_count() {
    assertThat(cell(20, 30, 1)).isEqualTo(cell(20, 30, 2)).isNotNegative();
  }

  @Test
  void regions_without_width_are_fine() {
    Landmarks landmarks = Landmarks.of(10, 30, 2, 11, 30, 2);
    assertThat(HeatmapTargets.of(landmarks, new Box(10, 20, 10, 40), 4))
        .containsExactly(2 * 4 + 3, -1);
  }

  private static long cell(double x, double y, int visibility) {
    return HeatmapTargets.of(Landmarks.of(x, y, visibility), REGION, 28)[0];
  }
}
