package dev.wardrobe.torch.training;

import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Adam with weight decay apart from the gradients (Loshchilov and Hutter, 2019), as {@code
 * torch.optim.AdamW} computes it with its second beta, .999, and its eps, 1e-8. Remembers {@code
 * exp_avg}, {@code exp_avg_sq} and {@code step}, how often the parameter was changed.
 */
sealed class AdamW extends Optimizer permits Muon {
  private static final double BETA2 = .999;
  private static final double EPS = 1e-8;

  private final double beta1;

  AdamW(Map<String, Tensor> parameters, double beta1, double weightDecay) {
    super(parameters, weightDecay);
    this.beta1 = beta1;
  }

  @Override
  void update(String name, Tensor parameter, Tensor gradient, double learningRate, double decay) {
    Tensor mean = remembered("exp_avg", name, parameter);
    Tensor square = remembered("exp_avg_sq", name, parameter);
    double step = remembered("step", name, parameter).add_(new Scalar(1L)).item_double();
    if (decay > 0) {
      parameter.mul_(new Scalar(1 - learningRate * decay));
    }
    mean.lerp_(gradient, new Scalar(1 - beta1));
    square.mul_(new Scalar(BETA2)).addcmul_(gradient, gradient, new Scalar(1 - BETA2));
    double correction1 = 1 - Math.pow(beta1, step);
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, step));
    Tensor deviation = square.sqrt().div_(new Scalar(correction2)).add_(new Scalar(EPS));
    parameter.addcdiv_(mean, deviation, new Scalar(-learningRate / correction1));
  }

  /** Steps are counted on the CPU, where they are read. */
  @Override
  Tensor zeros(String kind, Tensor parameter) {
    return kind.equals("step")
        ? torch.zeros(new long[0], new TensorOptions(ScalarType.Float))
        : super.zeros(kind, parameter);
  }
}
