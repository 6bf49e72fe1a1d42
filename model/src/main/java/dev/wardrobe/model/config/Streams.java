package dev.wardrobe.model.config;

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

  /** How many classes the box head tells apart, background included. */
  public int classes() {
    return category ? 14 : 2;
  }
}
