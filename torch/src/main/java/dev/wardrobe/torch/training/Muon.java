package dev.wardrobe.torch.training;

import java.util.Map;
import java.util.function.Predicate;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Muon (Jordan, 2024): momentum with Nesterov's look ahead, made nearly orthogonal before it is
 * applied, so that all directions of a weight are learned at the same pace and not only the few
 * that dominate its gradient. As {@code torch.optim.Muon} computes it with {@code match_rms_adamw}
 * (Liu and others, 2025): changes are as large as AdamW's usually are, so that the same learning
 * rate serves both. The weight of a convolution is a matrix with a row for each value of its first
 * axis. Remembers {@code momentum_buffer}.
 *
 * <p>Only for weights inside the network; all other parameters are changed as {@link AdamW} does,
 * with the momentum as its first beta.
 */
final class Muon extends AdamW {
  private static final double A = 3.4445;
  private static final double B = -4.7750;
  private static final double C = 2.0315;
  private static final int ITERATIONS = 5;
  private static final double EPS = 1e-7;
  private static final double SIZE = .2;

  private final Predicate<String> inside;
  private final double momentum;

  /**
   * An optimizer.
   *
   * @param inside whether a parameter, known by its name, is inside of the network
   */
  Muon(
      Map<String, Tensor> parameters,
      Predicate<String> inside,
      double momentum,
      double weightDecay) {
    super(parameters, momentum, weightDecay);
    this.inside = inside;
    this.momentum = momentum;
  }

  @Override
  void update(String name, Tensor parameter, Tensor gradient, double learningRate, double decay) {
    if (parameter.dim() < 2 || !inside.test(name)) {
      super.update(name, parameter, gradient, learningRate, decay);
      return;
    }
    Tensor buffer = remembered("momentum_buffer", name, parameter);
    buffer.lerp_(gradient, new Scalar(1 - momentum));
    Tensor ahead = gradient.lerp(buffer, new Scalar(momentum));
    Tensor matrix = ahead.reshape(parameter.size(0), -1);
    double size = SIZE * Math.sqrt((double) Math.max(matrix.size(0), matrix.size(1)));
    if (decay > 0) {
      parameter.mul_(new Scalar(1 - learningRate * decay));
    }
    parameter.add_(orthogonal(matrix).reshape(parameter.sizes()), new Scalar(-learningRate * size));
  }

  /**
   * Brings all singular values of a matrix near 1, to about .7 to 1.2, by five Newton-Schulz steps
   * of the fifth degree.
   */
  static Tensor orthogonal(Tensor matrix) {
    boolean tall = matrix.size(0) > matrix.size(1);
    Tensor x = (tall ? matrix.t() : matrix).to(ScalarType.BFloat16);
    x = x.div(x.norm().clamp_min(new Scalar(EPS)));
    for (int i = 0; i < ITERATIONS; i++) {
      Tensor gram = x.matmul(x.t());
      Tensor change = torch.addmm(gram, gram, gram, new Scalar(B), new Scalar(C));
      x = torch.addmm(x, change, x, new Scalar(A), new Scalar(1.0));
    }
    return (tall ? x.t() : x).to(ScalarType.Float);
  }
}
