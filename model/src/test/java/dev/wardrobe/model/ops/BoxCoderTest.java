package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxCoderTest {
  private static final BoxCoder CODER = new BoxCoder(10, 10, 5, 5);

  @ParameterizedTest
  @ValueSource(strings = {"box", "rpn"})
  void encodes_and_decodes_as_torchvision(String name) {
    Golden golden = Golden.of("box-coder");
    float[] weights = golden.floats(name + ".weights");
    BoxCoder coder = new BoxCoder(weights[0], weights[1], weights[2], weights[3]);
    float[] proposals = golden.floats("proposals");
    float[] encoded = coder.encode(golden.floats("references"), proposals);
    assertClose(encoded, golden.floats(name + ".encoded"), 2e-6);
    assertClose(
        coder.decode(golden.floats(name + ".encoded"), proposals),
        golden.floats(name + ".round_trip"),
        2e-6);
    // Three boxes for each proposal; some deltas lie far beyond the clip.
    assertClose(
        coder.decode(golden.floats("deltas"), proposals), golden.floats(name + ".decoded"), 2e-6);
  }

  @Test
  void what_is_encoded_is_decoded_again() {
    SplittableRandom random = new SplittableRandom(1);
    float[] boxes = withSides(RandomBoxes.of(500, 300, random));
    float[] references = withSides(RandomBoxes.of(500, 300, random));
    assertClose(CODER.decode(CODER.encode(boxes, references), references), boxes, 1e-3);
  }

  @Test
  void no_delta_is_the_reference_itself() {
    float[] reference = {3, 4, 10, 20};
    assertThat(CODER.encode(reference, reference)).containsOnly(0);
    assertThat(CODER.decode(new float[4], reference)).isEqualTo(reference);
  }

  @Test
  void a_side_grows_by_1000_16ths_at_most() {
    float[] box = CODER.decode(new float[] {0, 0, 1e6f, 0}, new float[] {0, 0, 16, 16});
    assertThat(box[2] - box[0]).isCloseTo(1000, within(1e-2f));
    assertThat(box[3] - box[1]).isEqualTo(16);
  }

  @Test
  void no_boxes_are_fine() {
    assertThat(CODER.encode(new float[0], new float[0])).isEmpty();
    assertThat(CODER.decode(new float[0], new float[0])).isEmpty();
  }

  @Test
  void numbers_that_do_not_fit_together_are_refused() {
    assertThatThrownBy(() -> CODER.encode(new float[8], new float[4]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CODER.decode(new float[12], new float[8]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CODER.decode(new float[4], new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The same boxes, each ten pixels larger, so that no side is too small for the clip. */
  private static float[] withSides(float[] boxes) {
    for (int i = 0; i < boxes.length; i += 4) {
      boxes[i + 2] += 10;
      boxes[i + 3] += 10;
    }
    return boxes;
  }

  private static void assertClose(float[] ours, float[] expected, double relative) {
    assertThat(ours).hasSameSizeAs(expected);
    for (int i = 0; i < ours.length; i++) {
      double size = Math.max(1, Math.abs(expected[i / 4 * 4 + i % 2]));
      assertThat((double) ours[i])
          .as("number %d", i)
          .isCloseTo(expected[i], within(relative * Math.max(size, Math.abs(expected[i]))));
    }
  }
}
