package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovingAverageTest {
  private static final class Weights extends Layer {
    private final Tensor weight = parameter("weight", 2);
    private final Tensor mean = buffer("mean", 1);

    void set(double value) {
      try (var scope = NativeScope.open()) {
        weight.detach().fill_(new Scalar(value));
        mean.fill_(new Scalar(value));
      }
    }

    float[] values() {
      try (var scope = NativeScope.open()) {
        return new float[] {TensorData.floats(weight)[1], TensorData.floats(mean)[0]};
      }
    }
  }

  @BeforeEach
  void start() {
    NativeLibrary.start(1);
  }

  @Test
  void decay_grows_to_what_was_asked_for() {
    try (Weights average = new Weights();
        Weights current = new Weights()) {
      MovingAverage moving = new MovingAverage(average, current, .99);
      assertThat(moving.decayAt(0)).isEqualTo(.1);
      assertThat(moving.decayAt(8)).isEqualTo(.5);
      assertThat(moving.decayAt(890)).isEqualTo(.99);
      assertThat(moving.decayAt(100_000)).isEqualTo(.99);
    }
  }

  @Test
  void weights_and_buffers_move_by_their_share() {
    try (Weights average = new Weights();
        Weights current = new Weights()) {
      MovingAverage moving = new MovingAverage(average, current, .5);
      current.set(1);
      moving.begin();
      assertThat(average.values()).containsExactly(1, 1);
      double expected = 1;
      for (int step = 0; step < 20; step++) {
        current.set(step);
        moving.update(step);
        double decay = Math.min(.5, (1.0 + step) / (10 + step));
        expected = decay * expected + (1 - decay) * step;
      }
      assertThat(average.values()[0]).isEqualTo((float) expected, within(1e-5f));
      assertThat(average.values()[1]).isEqualTo((float) expected, within(1e-5f));
      assertThat(current.values()).containsExactly(19, 19);
    }
  }
}
