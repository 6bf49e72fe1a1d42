package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.synthesis.chance.Dice;

/**
 * How welcome an item is among candidates, so that the chosen ones have the wanted shares of the
 * attributes: sampling by importance. What candidates have by themselves differs from what is
 * wanted, and choosing among a dozen corrects only a part. So the weights for the published shares
 * were fitted: compose some thousand photos, multiply each weight by the wanted share over the
 * counted one, and repeat until they agree.
 */
final class AttributeWeights {
  private static final double[] SCALE = {1, 1.8, 5.1};
  private static final double[] OCCLUSION = {1, 1.41, .65};
  private static final double[] ZOOM_IN = {1, 1.54, .23};

  private final AttributeShares shares;

  /** Items a photo, by viewpoint, as counted. */
  private static final double[] ITEMS = {1.22, 1.8, 1.78};

  AttributeWeights(AttributeShares shares) {
    this.shares = shares;
  }

  /** The viewpoint of a photo. */
  Viewpoint viewpoint(Dice dice) {
    double[] photos = new double[ITEMS.length];
    for (Viewpoint viewpoint : Viewpoint.ALL) {
      photos[viewpoint.code() - 1] = shares.of(viewpoint) / ITEMS[viewpoint.code() - 1];
    }
    return Viewpoint.ALL.get(dice.weighted(photos));
  }

  /** The weight of an item, at least 0; those of several items multiply. */
  double of(Scale scale, Occlusion occlusion, ZoomIn zoomIn) {
    AttributeShares usual = AttributeShares.PUBLISHED;
    return SCALE[scale.code() - 1]
        * OCCLUSION[occlusion.code() - 1]
        * ZOOM_IN[zoomIn.code() - 1]
        * (shares.of(scale) / usual.of(scale))
        * (shares.of(occlusion) / usual.of(occlusion))
        * (shares.of(zoomIn) / usual.of(zoomIn));
  }
}
