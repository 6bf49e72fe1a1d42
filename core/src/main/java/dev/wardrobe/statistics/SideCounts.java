package dev.wardrobe.statistics;

/**
 * For each key, how many things come from consumers and how many from shops. Open addressing over
 * primitive arrays, 16 bytes a slot: the whole data set's identities take about 2 MB.
 */
final class SideCounts {
  private static final int SMALLEST = 64;

  private long[] keys = new long[SMALLEST];
  private int[] consumers = new int[SMALLEST];
  private int[] shops = new int[SMALLEST];
  private int size;

  /** Gets one key's counts; at least one of them is above 0. */
  interface Visitor {
    void visit(long key, int consumers, int shops);
  }

  /** The key of a clothing identity. */
  static long key(int pairId, int style) {
    return (long) pairId << Integer.SIZE | style;
  }

  /** Adds to a key's counts; zeros leave no trace. */
  void add(long key, int moreConsumers, int moreShops) {
    if (moreConsumers == 0 && moreShops == 0) {
      return;
    }
    int slot = slot(key);
    if (isFree(slot)) {
      size++;
      keys[slot] = key;
    }
    consumers[slot] += moreConsumers;
    shops[slot] += moreShops;
    if (2 * size > keys.length) {
      grow();
    }
  }

  /** How many keys there are. */
  int size() {
    return size;
  }

  /** Visits every key once, in no particular order. */
  void forEach(Visitor visitor) {
    for (int i = 0; i < keys.length; i++) {
      if (!isFree(i)) {
        visitor.visit(keys[i], consumers[i], shops[i]);
      }
    }
  }

  void merge(SideCounts other) {
    other.forEach(this::add);
  }

  /** The slot of the key, or the free slot where it belongs. */
  private int slot(long key) {
    int mask = keys.length - 1;
    // Fibonacci hashing: the upper bits of the product depend on all bits of the key.
    int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
    while (!isFree(slot) && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isFree(int slot) {
    return consumers[slot] == 0 && shops[slot] == 0;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldConsumers = consumers;
    int[] oldShops = shops;
    keys = new long[2 * oldKeys.length];
    consumers = new int[keys.length];
    shops = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldConsumers[i] != 0 || oldShops[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        consumers[slot] = oldConsumers[i];
        shops[slot] = oldShops[i];
      }
    }
  }
}
