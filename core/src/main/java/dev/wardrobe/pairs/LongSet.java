package dev.wardrobe.pairs;

import dev.wardrobe.files.DatasetException;
import java.util.Arrays;

/** A set of non-negative longs in 16 bytes each, for millions of pairs. */
final class LongSet {
  private static final long FREE = -1;
  private static final int MOST_SLOTS = 1 << 29;

  private long[] slots = new long[1024];
  private int size;

  LongSet() {
    Arrays.fill(slots, FREE);
  }

  /**
   * Adds a value.
   *
   * @return whether it is new
   */
  boolean add(long value) {
    if (2 * size >= slots.length) {
      grow();
    }
    int at = slot(value);
    if (slots[at] == value) {
      return false;
    }
    slots[at] = value;
    size++;
    return true;
  }

  boolean contains(long value) {
    return slots[slot(value)] == value;
  }

  int size() {
    return size;
  }

  private int slot(long value) {
    long mixed = value * 0x9E3779B97F4A7C15L;
    int at = (int) (mixed >>> 32) & (slots.length - 1);
    while (slots[at] != FREE && slots[at] != value) {
      at = (at + 1) & (slots.length - 1);
    }
    return at;
  }

  private void grow() {
    if (slots.length == MOST_SLOTS) {
      throw new DatasetException(
          "Over %,d negative pairs are more than can be kept apart: ask for fewer".formatted(size));
    }
    long[] before = slots;
    slots = new long[before.length * 2];
    Arrays.fill(slots, FREE);
    for (long value : before) {
      if (value != FREE) {
        slots[slot(value)] = value;
      }
    }
  }
}
