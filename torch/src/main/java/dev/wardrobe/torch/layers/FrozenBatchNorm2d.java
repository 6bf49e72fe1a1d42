package dev.wardrobe.torch.layers;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Batch normalisation with statistics and factors that do not change: torchvision's {@code
 * FrozenBatchNorm2d}. Buffers, one number a channel: {@code weight}, {@code bias}, {@code
 * running_mean}, {@code running_var}. An output is weight (x - mean) / sqrt(var + 1e-5) + bias.
 */
public final class FrozenBatchNorm2d extends Norm {
  private static final double EPSILON = 1e-5;

  private final Tensor weight;
  private final Tensor bias;
  private final Tensor mean;
  private final Tensor variance;

  /** A norm that does nothing yet: mean 0, variance 1, weight 1, bias 0. */
  public FrozenBatchNorm2d(int channels) {
    weight = buffer("weight", channels);
    bias = buffer("bias", channels);
    mean = buffer("running_mean", channels);
    variance = buffer("running_var", channels);
    Tensors.fill(weight, 1);
    Tensors.fill(variance, 1);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor scale = scale();
    return x.mul(scale.view(1, -1, 1, 1)).add(shift(scale).view(1, -1, 1, 1));
  }

  /** Multiplied into the convolution's weights, which costs nothing of the map's size. */
  @Override
  public Tensor after(Conv2d convolution, Tensor x) {
    Tensor scale = scale();
    return convolution.forward(x, scale, shift(scale));
  }

  private Tensor scale() {
    return weight.mul(variance.add(new Scalar(EPSILON)).rsqrt());
  }

  private Tensor shift(Tensor scale) {
    return bias.sub(mean.mul(scale));
  }
}
