package dev.wardrobe.torch.layers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A fully connected layer. Parameters: {@code weight} of outputs, inputs; {@code bias} of outputs.
 */
public final class Linear extends UnaryLayer {
  private final Tensor weight;
  private final Tensor bias;

  /** A layer with fresh weights. */
  public Linear(int in, int out, Initial initial) {
    weight = parameter("weight", out, in);
    initial.weight(weight);
    bias = parameter("bias", out);
    initial.bias(bias, weight);
  }

  /** The weight itself, not a copy. */
  public Tensor weight() {
    return weight;
  }

  /** The bias itself, not a copy. */
  public Tensor bias() {
    return bias;
  }

  @Override
  public Tensor forward(Tensor x) {
    return torch.linear(x, weight, new TensorOptional(bias));
  }
}
