package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.statistics.SplitStatistics.Scope;

/**
 * Counts the photos of one split. Counters of parts of a split merge into the counter of the whole,
 * in any order. The memory grows with the number of different (pair id, style) only.
 *
 * <p>A photo or item whose source is not known is counted everywhere but in identities and pairs.
 *
 * <p>Not safe for use by several threads.
 */
public final class SplitCounter {
  private final PhotoTally photos = new PhotoTally();
  private final ItemTally items = new ItemTally();
  private final LandmarkTally landmarks = new LandmarkTally();
  private final MaskTally masks = new MaskTally();
  private final PairTally pairs = new PairTally();

  /** A counter at zero. */
  public SplitCounter() {}

  /** Counts one photo. */
  public void add(PhotoReading reading) {
    photos.add(reading);
    reading.photo().ifPresent(photo -> addItems(reading, photo));
  }

  private void addItems(PhotoReading reading, Photo photo) {
    items.addLeftOut(reading, photo);
    pairs.add(photo);
    for (Item item : photo.items()) {
      items.add(item, photo.source());
      landmarks.add(item);
      masks.add(item.mask());
    }
  }

  /** Adds what another counter counted in other photos of the same split. */
  public void merge(SplitCounter other) {
    photos.merge(other.photos);
    items.merge(other.items);
    landmarks.merge(other.landmarks);
    masks.merge(other.masks);
    pairs.merge(other.pairs);
  }

  /**
   * What was counted so far.
   *
   * @param name the split's name
   * @param scope which published figures it compares with
   */
  public SplitStatistics toStatistics(String name, Scope scope) {
    return new SplitStatistics(
        name,
        scope,
        photos.toCounts(),
        items.toCounts(),
        items.toAttributes(),
        landmarks.toCounts(),
        masks.toCounts(),
        pairs.toIdentities(),
        pairs.toPairs(),
        photos.sizes());
  }
}
