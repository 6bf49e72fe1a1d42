package dev.wardrobe.statistics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Counts values of an enumeration. */
final class EnumTally<E extends Enum<E>> {
  private final Map<E, Long> counts;
  private long unknown;

  EnumTally(Class<E> type) {
    counts = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      counts.put(value, 0L);
    }
  }

  void add(E value, long count) {
    counts.merge(value, count, Long::sum);
  }

  void add(Optional<E> value, long count) {
    if (value.isPresent()) {
      add(value.get(), count);
    } else {
      unknown += count;
    }
  }

  void merge(EnumTally<E> other) {
    other.counts.forEach(this::add);
    unknown += other.unknown;
  }

  EnumCounts<E> toCounts() {
    return new EnumCounts<>(counts, unknown);
  }
}
