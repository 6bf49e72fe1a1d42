package dev.wardrobe.files;

import java.util.Arrays;

/** Where the numbered files of one folder of a zip lie, sorted by image id, in plain arrays. */
final class ZipEntries {
  /** How many encrypted entries to try a password on: one of them may be damaged. */
  private static final int SAMPLES = 4;

  private int size;
  private int[] ids = new int[64];
  private long[] offsets = new long[64];
  private long[] compressedSizes = new long[64];
  private int[] sizes = new int[64];
  private int[] crcs = new int[64];
  private int[] encryptedIds = {};

  /** Takes an entry; of two with one id the later counts, as when unzipping. */
  void add(
      int id,
      long offset,
      long compressedSize,
      long uncompressedSize,
      long crc,
      boolean encrypted) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
      compressedSizes = Arrays.copyOf(compressedSizes, size * 2);
      sizes = Arrays.copyOf(sizes, size * 2);
      crcs = Arrays.copyOf(crcs, size * 2);
    }
    ids[size] = id;
    offsets[size] = offset;
    compressedSizes[size] = compressedSize;
    sizes[size] = (int) Math.min(uncompressedSize, Integer.MAX_VALUE);
    crcs[size] = (int) crc;
    size++;
    if (encrypted && encryptedIds.length < SAMPLES) {
      encryptedIds = Arrays.copyOf(encryptedIds, encryptedIds.length + 1);
      encryptedIds[encryptedIds.length - 1] = id;
    }
  }

  /** Sorts by id and drops doubles; to be called once, after the last {@link #add}. */
  void finish() {
    Integer[] order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> ids[a] != ids[b] ? Integer.compare(ids[a], ids[b]) : b - a);
    int kept = 0;
    int[] from = new int[size];
    for (int i = 0; i < size; i++) {
      if (i == 0 || ids[order[i]] != ids[order[i - 1]]) {
        from[kept++] = order[i];
      }
    }
    int[] chosen = Arrays.copyOf(from, kept);
    ids = Arrays.stream(chosen).map(i -> ids[i]).toArray();
    offsets = Arrays.stream(chosen).mapToLong(i -> offsets[i]).toArray();
    compressedSizes = Arrays.stream(chosen).mapToLong(i -> compressedSizes[i]).toArray();
    sizes = Arrays.stream(chosen).map(i -> sizes[i]).toArray();
    crcs = Arrays.stream(chosen).map(i -> crcs[i]).toArray();
    size = kept;
  }

  int[] ids() {
    return ids;
  }

  int indexOf(int id) {
    return Arrays.binarySearch(ids, id);
  }

  /** The indices of a few encrypted entries; empty if there is none. */
  int[] someEncrypted() {
    return Arrays.stream(encryptedIds).map(this::indexOf).toArray();
  }

  long offset(int index) {
    return offsets[index];
  }

  long compressedSize(int index) {
    return compressedSizes[index];
  }

  long size(int index) {
    return sizes[index];
  }

  long crc(int index) {
    return crcs[index] & 0xFFFFFFFFL;
  }
}
