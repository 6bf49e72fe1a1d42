package dev.wardrobe.torch.training;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Stochastic gradient descent with momentum, as {@code torch.optim.SGD} computes it without
 * dampening and without Nesterov's look ahead. Remembers {@code momentum_buffer}.
 */
final class Sgd extends Optimizer {
  private final double momentum;

  Sgd(Map<String, Tensor> parameters, double momentum, double weightDecay) {
    super(parameters, weightDecay);
    this.momentum = momentum;
  }

  @Override
  void update(String name, Tensor parameter, Tensor gradient, double learningRate, double decay) {
    Tensor change = decay == 0 ? gradient : gradient.add(parameter, new Scalar(decay));
    if (momentum > 0) {
      Tensor buffer = remembered("momentum_buffer", name, parameter);
      change = buffer.mul_(new Scalar(momentum)).add_(change);
    }
    parameter.add_(change, new Scalar(-learningRate));
  }
}
