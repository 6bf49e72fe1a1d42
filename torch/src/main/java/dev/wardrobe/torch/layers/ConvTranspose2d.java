package dev.wardrobe.torch.layers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A transposed convolution that doubles the sides of a map: stride 2, a kernel of 2 without padding
 * or of 4 with a padding of 1. Parameters: {@code weight} of input channels, output channels,
 * kernel rows, kernel columns; {@code bias} of output channels.
 */
public final class ConvTranspose2d extends UnaryLayer {
  private static final long[] STRIDE = {2, 2};
  private static final long[] NOTHING = {0, 0};

  private final Tensor weight;
  private final Tensor bias;
  private final long[] padding;

  /**
   * A transposed convolution with fresh weights.
   *
   * @param kernel 2 or 4
   */
  public ConvTranspose2d(int in, int out, int kernel, Initial initial) {
    if (kernel != 2 && kernel != 4) {
      throw new IllegalArgumentException("Expected a kernel of 2 or 4, but got " + kernel);
    }
    weight = parameter("weight", in, out, kernel, kernel);
    initial.weight(weight);
    bias = parameter("bias", out);
    initial.bias(bias, weight);
    int pad = kernel / 2 - 1;
    padding = new long[] {pad, pad};
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor y =
        torch.conv_transpose2d(x, weight, new TensorOptional(), STRIDE, padding, NOTHING, 1, 1, 1);
    // Apart, because oneDNN has only its reference code for a bias's gradient here.
    return y.add_(bias.view(1, -1, 1, 1));
  }
}
