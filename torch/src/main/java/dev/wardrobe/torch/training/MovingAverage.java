package dev.wardrobe.torch.training;

import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.tensor.NativeScope;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Makes the weights of one network the exponential moving average of those of another. The decay of
 * the update number t, from 0, is (1 + t) / (10 + t) as long as that is smaller than the decay
 * asked for, so that fresh weights are soon forgotten (as in TensorFlow's
 * ExponentialMovingAverage).
 */
final class MovingAverage {
  private static final double SLOWNESS = 10;

  private final Map<String, Tensor> average;
  private final Map<String, Tensor> current;
  private final double decay;

  /**
   * An average.
   *
   * @param average the network that becomes it
   * @param current the network that is trained, of the same kind
   */
  MovingAverage(Layer average, Layer current, double decay) {
    this.average = average.state();
    this.current = current.state();
    this.decay = decay;
  }

  /** Begins with the trained weights as they are. */
  void begin() {
    try (var scope = NativeScope.open();
        var noGradient = new NoGradGuard()) {
      average.forEach((name, tensor) -> tensor.copy_(now(name)));
    }
  }

  /**
   * Moves towards the trained weights.
   *
   * @param step how many updates there were before
   */
  void update(int step) {
    try (var scope = NativeScope.open();
        var noGradient = new NoGradGuard()) {
      Scalar share = new Scalar(1 - decayAt(step));
      average.forEach((name, tensor) -> tensor.lerp_(now(name), share));
    }
  }

  double decayAt(int step) {
    return Math.min(decay, (1.0 + step) / (SLOWNESS + step));
  }

  private Tensor now(String name) {
    Tensor tensor = current.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("The trained network has no " + name);
    }
    return tensor;
  }
}
