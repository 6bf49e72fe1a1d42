package dev.wardrobe.model.config;

import java.util.List;

/**
 * A ResNet and the pyramid on top of it.
 *
 * @param block BASIC as in ResNet-18 and 34, or BOTTLENECK as in ResNet-50
 * @param blocks how many blocks each of the four stages has; (2, 2, 2, 2) is ResNet-18, (3, 4, 6,
 *     3) is ResNet-34 and 50
 * @param width channels of the first stage before expansion; 64 in the published networks
 * @param norm what normalises between convolutions
 * @param frozenStages how many stages, the stem first, are not trained; 0 to 5, as detectron2
 *     counts them (torchvision's trainable_layers is 5 minus this)
 * @param pyramidChannels channels of each level of the pyramid
 */
public record BackboneConfig(
    Block block,
    List<Integer> blocks,
    int width,
    Norm norm,
    int frozenStages,
    int pyramidChannels) {
  /** What a stage of a ResNet is made of. */
  public enum Block {
    /** Two convolutions of 3x3. */
    BASIC,
    /** 1x1, 3x3 and 1x1, with four times as many channels at the end. */
    BOTTLENECK
  }

  /** A kind of normalisation. */
  public enum Norm {
    /** Batch statistics learned elsewhere and never changed: for pretrained weights. */
    FROZEN_BATCH,
    /** Over groups of channels of one photo: for training from scratch in small batches. */
    GROUP
  }

  /** Copies the list and checks the numbers. */
  public BackboneConfig {
    blocks = List.copyOf(blocks);
    Checks.require(
        blocks.size() == 4 && blocks.stream().allMatch(b -> b >= 1),
        "backbone.blocks",
        blocks,
        "four numbers of at least 1");
    Checks.atLeast(1, width, "backbone.width");
    Checks.between(0, 5, frozenStages, "backbone.frozenStages");
    Checks.atLeast(1, pyramidChannels, "backbone.pyramidChannels");
  }

  /**
   * How many groups a norm over groups makes of so many channels: at most 32, as published, of
   * equal size and of at least 4 channels; 1 where nothing else divides.
   */
  public static int groupsOf(int channels) {
    int groups = Math.clamp(channels / 4, 1, 32);
    while (channels % groups != 0) {
      groups--;
    }
    return groups;
  }

  /** Channels of the output of a stage, 0 to 3. */
  public int stageChannels(int stage) {
    return (width << stage) * (block == Block.BOTTLENECK ? 4 : 1);
  }
}
