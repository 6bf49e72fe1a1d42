package dev.wardrobe.results;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;

/**
 * What stands at the places of the other categories' landmarks where only the category's own and
 * the extent of all 294 are known: the extent's corners at the first and the last of them, the own
 * landmarks in turn at those between. So the box around all 294 is the extent; and the similarity
 * to items without labelled landmarks, which goes over all 294, is close to what it was, as other
 * categories' landmarks are found about where the own ones are.
 */
final class OtherLandmarks {
  /** The left upper corner of the extent. */
  static final int FIRST_CORNER = -1;

  /** The right lower corner of the extent. */
  static final int LAST_CORNER = -2;

  private static final int[][] SOURCES =
      Category.ALL.stream().map(c -> sources(LandmarkSchema.of(c))).toArray(int[][]::new);

  private OtherLandmarks() {}

  private static int[] sources(LandmarkSchema schema) {
    int own = schema.offset();
    int after = own + schema.count();
    int first = own == 0 ? after : 0;
    int last = after == LandmarkSchema.TOTAL ? own - 1 : LandmarkSchema.TOTAL - 1;
    int[] sources = new int[LandmarkSchema.TOTAL];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = Math.floorMod(i - own, schema.count());
    }
    sources[first] = FIRST_CORNER;
    sources[last] = LAST_CORNER;
    return sources;
  }

  /**
   * For each of the 294 places the index of one of the category's own landmarks, or a corner; not
   * to be changed.
   */
  static int[] sources(Category category) {
    return SOURCES[category.id() - 1];
  }
}
