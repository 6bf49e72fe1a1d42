package dev.wardrobe.statistics;

/**
 * Clothing identities: a pair id and a style above 0 together name one garment.
 *
 * @param pairIds different pair ids of photos
 * @param pairIdsOnBothSides those with consumer and shop photos
 * @param identities different (pair id, style) of items, style above 0
 * @param onBothSides those in consumer and in shop photos: the ones that make pairs
 * @param consumerOnly those in consumer photos alone
 * @param shopOnly those in shop photos alone
 * @param itemsWithoutStyle items of style 0, which take part in no pair
 */
public record IdentityCounts(
    long pairIds,
    long pairIdsOnBothSides,
    long identities,
    long onBothSides,
    long consumerOnly,
    long shopOnly,
    long itemsWithoutStyle) {

  IdentityCounts plus(IdentityCounts other) {
    return new IdentityCounts(
        pairIds + other.pairIds,
        pairIdsOnBothSides + other.pairIdsOnBothSides,
        identities + other.identities,
        onBothSides + other.onBothSides,
        consumerOnly + other.consumerOnly,
        shopOnly + other.shopOnly,
        itemsWithoutStyle + other.itemsWithoutStyle);
  }
}
