package dev.wardrobe.model.config;

/**
 * All that makes a Match R-CNN: its network and how it is trained. A checkpoint holds it, so a
 * model file needs nothing beside it.
 *
 * @param name the recipe's name, such as "paper"
 * @param streams which heads there are
 * @param backbone the feature network and its pyramid
 * @param rpn the region proposal network
 * @param roi regions and the box head
 * @param heads the mask, landmark and match heads
 * @param input how photos become inputs
 * @param training how it is trained
 */
public record Config(
    String name,
    Streams streams,
    BackboneConfig backbone,
    RpnConfig rpn,
    RoiConfig roi,
    HeadsConfig heads,
    InputConfig input,
    TrainingConfig training) {
  /**
   * The paper's recipe (CVPR 2019, section 4): ResNet-50-FPN pretrained on ImageNet, 800 pixels,
   * batches of 16, 12 epochs of SGD, rate 0.02 divided by 10 after epochs 8 and 11.
   */
  public static Config paper() {
    return Recipes.paper();
  }

  /** A network that trains from scratch on two processor cores in about 40 minutes. */
  public static Config small() {
    return Recipes.small();
  }

  /** The smallest network that still learns: a few minutes on two processor cores. */
  public static Config tiny() {
    return Recipes.tiny();
  }

  /** This config with other heads. */
  public Config withStreams(Streams other) {
    return new Config(name, other, backbone, rpn, roi, heads, input, training);
  }

  /** This config with another training. */
  public Config withTraining(TrainingConfig other) {
    return new Config(name, streams, backbone, rpn, roi, heads, input, other);
  }
}
