package dev.wardrobe.model.config;

import dev.wardrobe.structures.Box;

/**
 * The heads that look at a found item. Each reads a grid of {@code pool} x {@code pool} from the
 * pyramid.
 *
 * @param pool side of the grid; 14 in the paper
 * @param margin what of an item's box is added on each side of it before its grid is read, 0 to 1,
 *     as a share of its width or height; masks and heat maps cover the box and its margin, so that
 *     what a box has cut off can be found all the same. 0 in the paper
 * @param maskConvolutions how many 3x3 convolutions the mask head has before it doubles the grid
 * @param maskChannels their channels
 * @param landmarkConvolutions how many 3x3 convolutions the landmark head has
 * @param landmarkChannels their channels
 * @param landmarkDoublings how often transposed convolutions double the grid of the heat maps; 2 in
 *     the paper: 14 to 56
 * @param matchConvolutions how many 3x3 convolutions the match head has before pooling
 * @param matchChannels their channels
 * @param embedding length of an item's feature; 256 in the paper
 */
public record HeadsConfig(
    int pool,
    double margin,
    int maskConvolutions,
    int maskChannels,
    int landmarkConvolutions,
    int landmarkChannels,
    int landmarkDoublings,
    int matchConvolutions,
    int matchChannels,
    int embedding) {
  /** Checks the numbers. */
  public HeadsConfig {
    Checks.atLeast(2, pool, "heads.pool");
    Checks.between(0, 1, margin, "heads.margin");
    Checks.atLeast(1, maskConvolutions, "heads.maskConvolutions");
    Checks.atLeast(1, maskChannels, "heads.maskChannels");
    Checks.atLeast(1, landmarkConvolutions, "heads.landmarkConvolutions");
    Checks.atLeast(1, landmarkChannels, "heads.landmarkChannels");
    Checks.between(1, 3, landmarkDoublings, "heads.landmarkDoublings");
    Checks.atLeast(1, matchConvolutions, "heads.matchConvolutions");
    Checks.atLeast(1, matchChannels, "heads.matchChannels");
    Checks.atLeast(1, embedding, "heads.embedding");
  }

  /** What the heads see of an item: its box and the margin; may reach out of the image. */
  public Box view(Box box) {
    return margin == 0 ? box : box.grown(margin * box.width(), margin * box.height());
  }

  /** Side of the masks that the mask head draws: 28 in the paper. */
  public int maskSize() {
    return 2 * pool;
  }

  /** Side of the heat maps: 56 in the paper. */
  public int heatmapSize() {
    return pool << landmarkDoublings;
  }
}
