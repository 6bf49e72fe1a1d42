package dev.wardrobe.model.config;

import dev.wardrobe.files.DatasetException;
import java.util.Map;

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

  /**
   * A recipe by its name.
   *
   * @throws DatasetException if there is none of that name
   */
  public static Config recipe(String name) {
    return switch (name) {
      case "tiny" -> tiny();
      case "small" -> small();
      case "paper" -> paper();
      default ->
          throw new DatasetException(
              "Unknown recipe %s: expected tiny, small or paper".formatted(name));
    };
  }

  /**
   * This config with one field set.
   *
   * @param path of the field, such as "training.batchSize"
   * @param value as in JSON, where quotes of a string may be left out
   * @throws DatasetException if there is no such field, or the config is wrong with that value
   */
  public Config with(String path, String value) {
    return with(Map.of(path, value));
  }

  /**
   * This config with some fields set, all at once: only the result must be right.
   *
   * @param values by path, as in {@link #with(String, String)}
   * @throws DatasetException if there is no such field, or the config is wrong with these values
   */
  public Config with(Map<String, String> values) {
    return ConfigJson.with(this, values);
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
