package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Split;

/**
 * What a made-up split is like.
 *
 * @param split in which order photos come: TRAIN keeps the photos of a pair id together, VALIDATION
 *     has all consumer photos first; TEST has no annotations and is refused. The two have other
 *     garments for the same seed
 * @param photos how many photos, at least 1
 * @param seed of every random choice: equal options give equal sets
 * @param smallestSide of a photo's longer side, in pixels, at least 128
 * @param largestSide of a photo's longer side, in pixels, at most 4096
 * @param consumerPhotos the most consumer photos of one pair id, at least 1; the number is random
 * @param shopPhotos the most shop photos of one pair id, at least 1; the number is random. The last
 *     pair id may have one more, so that no photo stays alone
 * @param shares of the attributes' values among all items; reached within about two points for the
 *     published ones, roughly for others
 */
public record SynthesisOptions(
    Split split,
    int photos,
    long seed,
    int smallestSide,
    int largestSide,
    int consumerPhotos,
    int shopPhotos,
    AttributeShares shares) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is outside its range
   */
  public SynthesisOptions {
    require(split != Split.TEST, "the split train or validation", split);
    require(photos >= 1 && photos <= 1_000_000, "1 to 1,000,000 photos", photos);
    require(
        smallestSide >= 128 && smallestSide <= largestSide && largestSide <= 4096,
        "128 <= smallest side <= largest side <= 4096",
        smallestSide + " and " + largestSide);
    require(consumerPhotos >= 1, "at least 1 consumer photo of a pair id", consumerPhotos);
    require(shopPhotos >= 1, "at least 1 shop photo of a pair id", shopPhotos);
  }

  /**
   * The usual set: longer sides of 256 to 640 pixels, up to 4 consumer and 4 shop photos of a pair
   * id, the published shares.
   *
   * @throws IllegalArgumentException if a number is outside its range
   */
  public static SynthesisOptions of(Split split, int photos, long seed) {
    return new SynthesisOptions(split, photos, seed, 256, 640, 4, 4, AttributeShares.PUBLISHED);
  }

  /** These options with longer sides in another range, in pixels. */
  public SynthesisOptions withSides(int smallest, int largest) {
    return new SynthesisOptions(
        split, photos, seed, smallest, largest, consumerPhotos, shopPhotos, shares);
  }

  /** These options with other shares of the attributes. */
  public SynthesisOptions withShares(AttributeShares others) {
    return new SynthesisOptions(
        split, photos, seed, smallestSide, largestSide, consumerPhotos, shopPhotos, others);
  }

  private static void require(boolean good, String expected, Object found) {
    if (!good) {
      throw new IllegalArgumentException("Expected %s, but got %s".formatted(expected, found));
    }
  }
}
