package dev.wardrobe.model.layers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Normalisation over groups of channels of one photo (arXiv 1803.08494). Parameters, one number a
 * channel: {@code weight}, {@code bias}. Computed in at least 32 bits, which is both more exact and
 * faster than in 16.
 */
public final class GroupNorm extends Norm {
  private static final double EPSILON = 1e-5;
  private static final int MOST_GROUPS = 32;
  private static final int LEAST_CHANNELS = 4;

  private final int groups;
  private final Tensor weight;
  private final Tensor bias;

  /** A norm with the usual groups, see {@link #groupsOf}. */
  public GroupNorm(int channels) {
    this(groupsOf(channels), channels);
  }

  /**
   * A norm with weight 1 and bias 0.
   *
   * @param groups divides the channels
   */
  public GroupNorm(int groups, int channels) {
    if (groups < 1 || channels % groups != 0) {
      throw new IllegalArgumentException(
          "Expected groups that divide %d channels, but got %d".formatted(channels, groups));
    }
    this.groups = groups;
    weight = parameter("weight", channels);
    bias = parameter("bias", channels);
    Tensors.fill(weight, 1);
  }

  /**
   * As many groups as fit: at most 32, as in the paper, of equal size and of at least 4 channels; 1
   * where nothing else divides.
   */
  public static int groupsOf(int channels) {
    int groups = Math.max(1, Math.min(MOST_GROUPS, channels / LEAST_CHANNELS));
    while (channels % groups != 0) {
      groups--;
    }
    return groups;
  }

  @Override
  public Tensor forward(Tensor x) {
    return torch.group_norm(
        Tensors.wide(x),
        groups,
        new TensorOptional(weight),
        new TensorOptional(bias),
        EPSILON,
        true);
  }

  @Override
  public Tensor after(Conv2d convolution, Tensor x) {
    return forward(convolution.forward(x));
  }
}
