package dev.wardrobe.model.config;

/**
 * How much each loss counts: what is trained on is the sum of the losses, each times its weight. 1
 * for all is the published network's. Losses differ much in size: one of landmarks begins at the
 * logarithm of the cells of a heat map, about 6.7, one of categories at 2.6, so that with equal
 * weights a backbone learns landmarks first.
 *
 * @param objectness of the proposals' scores
 * @param rpnBox of the proposals' boxes
 * @param category of the box head's categories
 * @param box of the box head's boxes
 * @param mask of the mask head
 * @param landmark of the landmark head
 * @param match of the match head
 */
public record LossWeights(
    double objectness,
    double rpnBox,
    double category,
    double box,
    double mask,
    double landmark,
    double match) {
  /** All losses count the same. */
  public static final LossWeights EQUAL = new LossWeights(1, 1, 1, 1, 1, 1, 1);

  /** Checks the numbers. */
  public LossWeights {
    check(objectness, "objectness");
    check(rpnBox, "rpnBox");
    check(category, "category");
    check(box, "box");
    check(mask, "mask");
    check(landmark, "landmark");
    check(match, "match");
  }

  private static void check(double weight, String name) {
    Checks.between(0, 1000, weight, "training.lossWeights." + name);
  }

  /**
   * The weight of a loss.
   *
   * @param name as metrics have it, without "loss_" before it
   * @throws IllegalArgumentException if there is no such loss
   */
  public double of(String name) {
    return switch (name) {
      case "objectness" -> objectness;
      case "rpn_box" -> rpnBox;
      case "category" -> category;
      case "box" -> box;
      case "mask" -> mask;
      case "landmark" -> landmark;
      case "match" -> match;
      default -> throw new IllegalArgumentException("There is no loss " + name);
    };
  }
}
