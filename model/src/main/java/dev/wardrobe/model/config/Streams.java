package dev.wardrobe.model.config;

import dev.wardrobe.files.DatasetException;

/**
 * Which heads a network has beside its boxes. The paper compares five combinations for retrieval:
 * class, pose, mask, pose+class, mask+class (Tables 8 and 9).
 *
 * @param category whether boxes are told apart by category; otherwise there is one kind, "garment"
 * @param mask whether there is a mask head
 * @param landmark whether there is a landmark head; the paper calls it pose
 * @param match whether there is a match head, which needs pairs of photos to be trained
 */
public record Streams(boolean category, boolean mask, boolean landmark, boolean match) {
  /** Everything. */
  public static final Streams ALL = new Streams(true, true, true, true);

  /**
   * A combination by its name: the paper's five for retrieval, "class", "pose", "mask",
   * "pose+class" and "mask+class", each with the match head; "all"; or "detection", all but the
   * match head.
   *
   * @throws DatasetException if there is none of that name
   */
  public static Streams of(String variant) {
    return switch (variant) {
      case "class" -> new Streams(true, false, false, true);
      case "pose" -> new Streams(false, false, true, true);
      case "mask" -> new Streams(false, true, false, true);
      case "pose+class" -> new Streams(true, false, true, true);
      case "mask+class" -> new Streams(true, true, false, true);
      case "all" -> ALL;
      case "detection" -> new Streams(true, true, true, false);
      default ->
          throw new DatasetException(
              "Unknown variant %s: expected class, pose, mask, pose+class, mask+class, all or detection"
                  .formatted(variant));
    };
  }

  /** How many classes the box head tells apart, background included. */
  public int classes() {
    return category ? 14 : 2;
  }
}
