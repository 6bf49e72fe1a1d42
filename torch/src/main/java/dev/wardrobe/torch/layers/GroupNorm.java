package dev.wardrobe.torch.layers;

import dev.wardrobe.model.config.BackboneConfig;
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

  private final int groups;
  private final Tensor weight;
  private final Tensor bias;

  /** A norm with the usual groups, see {@link BackboneConfig#groupsOf}. */
  public GroupNorm(int channels) {
    this(BackboneConfig.groupsOf(channels), channels);
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
