package dev.wardrobe.torch.layers;

import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution with a square kernel. Parameters: {@code weight} of output channels, input
 * channels, kernel rows, kernel columns; {@code bias} of output channels, where there is one.
 */
public final class Conv2d extends UnaryLayer {
  private static final long[] DILATION = {1, 1};

  private final Tensor weight;
  private final Optional<Tensor> bias;
  private final long[] stride;
  private final long[] padding;

  /**
   * What a convolution looks like.
   *
   * @param in input channels
   * @param out output channels
   * @param kernel side of the kernel
   * @param stride step of the kernel
   * @param padding zeros around the input
   */
  public record Shape(int in, int out, int kernel, int stride, int padding) {
    /** A kernel of odd side that keeps the size of a map, or divides it by its stride. */
    public static Shape same(int in, int out, int kernel, int stride) {
      return new Shape(in, out, kernel, stride, kernel / 2);
    }
  }

  /** A convolution with fresh weights. */
  public Conv2d(Shape shape, boolean withBias, Initial initial) {
    weight = parameter("weight", shape.out(), shape.in(), shape.kernel(), shape.kernel());
    initial.weight(weight);
    bias = withBias ? Optional.of(parameter("bias", shape.out())) : Optional.empty();
    bias.ifPresent(b -> initial.bias(b, weight));
    stride = new long[] {shape.stride(), shape.stride()};
    padding = new long[] {shape.padding(), shape.padding()};
  }

  /** The weight itself, not a copy. */
  public Tensor weight() {
    return weight;
  }

  /** The bias itself, where there is one. */
  public Optional<Tensor> bias() {
    return bias;
  }

  @Override
  public Tensor forward(Tensor x) {
    return convolve(x, weight, Tensors.optional(bias));
  }

  /**
   * The convolution, its output channels multiplied by a scale and added to: what a frozen norm
   * after it does, at the cost of the weights instead of the map.
   */
  Tensor forward(Tensor x, Tensor scale, Tensor shift) {
    if (bias.isPresent()) {
      throw new IllegalStateException("A convolution before a norm has no bias");
    }
    Tensor scaled = weight.mul(scale.view(-1, 1, 1, 1));
    return convolve(x, scaled, new TensorOptional(shift));
  }

  private Tensor convolve(Tensor x, Tensor kernel, TensorOptional offset) {
    return torch.conv2d(x, kernel, offset, stride, padding, DILATION, 1);
  }
}
