package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.model.config.BackboneConfig.Norm;
import dev.wardrobe.torch.layers.FrozenBatchNorm2d;
import dev.wardrobe.torch.layers.GroupNorm;
import dev.wardrobe.torch.layers.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The feature network: a ResNet called body and the pyramid on top of it, called fpn. */
final class Backbone extends Layer {
  private final ResNet body;
  private final Fpn fpn;
  private final int levels;

  /**
   * A network with fresh weights.
   *
   * @param levels 4, or 5 with the fourth level pooled
   */
  Backbone(BackboneConfig config, int levels, SplittableRandom random) {
    IntFunction<dev.wardrobe.torch.layers.Norm> norm =
        config.norm() == Norm.GROUP ? GroupNorm::new : FrozenBatchNorm2d::new;
    List<Integer> channels = new ArrayList<>();
    for (int stage = 0; stage < config.blocks().size(); stage++) {
      channels.add(config.stageChannels(stage));
    }
    body = child("body", new ResNet(config, norm, random));
    fpn = child("fpn", new Fpn(channels, config.pyramidChannels(), headNorm(config), random));
    this.levels = levels;
  }

  /**
   * What normalises between the convolutions of pyramid and heads: nothing in networks with
   * pretrained weights, whose layout is torchvision's, and groups in networks trained from scratch,
   * which learn faster so.
   */
  static Optional<IntFunction<dev.wardrobe.torch.layers.Norm>> headNorm(BackboneConfig config) {
    return config.norm() == Norm.GROUP ? Optional.of(GroupNorm::new) : Optional.empty();
  }

  /**
   * The levels of the pyramid, with strides of 4, 8, 16 and 32 pixels, and 64 where there is a
   * fifth.
   *
   * @param images image, channel, row, column
   */
  List<Tensor> forward(Tensor images) {
    List<Tensor> maps = fpn.forward(body.forward(images));
    if (levels > maps.size()) {
      maps.add(pooled(maps.getLast()));
    }
    return maps;
  }

  /** Every second cell of every second row. */
  static Tensor pooled(Tensor map) {
    long[] one = {1, 1};
    return torch.max_pool2d(map, one, new long[] {2, 2}, new long[] {0, 0}, one, false);
  }
}
