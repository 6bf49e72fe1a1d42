package dev.wardrobe.evaluation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * The ids that records of a results file carry themselves; they need none. Nothing is kept of
 * records without. Not for several threads at once.
 */
final class ResultIds {
  private double[] ids = new double[0];
  private int[] records = new int[0];
  private int size;

  /** Adds the id of a record, whose number is higher than those before. */
  void add(int record, double id) {
    reserve(size + 1);
    records[size] = record;
    ids[size++] = id + 0.0; // turns -0 into 0
  }

  /** Adds the ids of the next part of a file, before whose records others stand. */
  void append(ResultIds next, int recordsBefore) {
    reserve(size + next.size);
    for (int i = 0; i < next.size; i++) {
      records[size] = recordsBefore + next.records[i];
      ids[size++] = next.ids[i];
    }
  }

  private void reserve(int needed) {
    if (needed > ids.length) {
      int capacity = Math.max(needed, 2 * ids.length);
      ids = Arrays.copyOf(ids, capacity);
      records = Arrays.copyOf(records, capacity);
    }
  }

  /**
   * Finds the records whose id an earlier one has.
   *
   * @param second gets their numbers, rising
   */
  void forEachRepeated(IntConsumer second) {
    if (rising()) {
      return;
    }
    double[] sorted = Arrays.copyOf(ids, size);
    Arrays.sort(sorted);
    Set<Double> repeated = new HashSet<>();
    for (int i = 1; i < size; i++) {
      if (sorted[i] == sorted[i - 1]) {
        repeated.add(sorted[i]);
      }
    }
    Set<Double> seen = new HashSet<>();
    for (int i = 0; i < size && !repeated.isEmpty(); i++) {
      if (repeated.contains(ids[i]) && !seen.add(ids[i])) {
        second.accept(records[i]);
      }
    }
  }

  /** Whether each id is larger than the one before, as they mostly are. */
  private boolean rising() {
    for (int i = 1; i < size; i++) {
      if (!(ids[i] > ids[i - 1])) {
        return false;
      }
    }
    return true;
  }

  /** The id of a record, for messages. */
  String text(int record) {
    double id = ids[Arrays.binarySearch(records, 0, size, record)];
    return id == Math.rint(id) ? Long.toString((long) id) : Double.toString(id);
  }
}
