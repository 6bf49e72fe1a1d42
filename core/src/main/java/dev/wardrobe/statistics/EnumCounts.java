package dev.wardrobe.statistics;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How often each value of an enumeration occurs, and how often the value is not known.
 *
 * @param counts one count, at least 0, for every value; copied
 * @param unknown how often the value is not known, at least 0
 */
public record EnumCounts<E extends Enum<E>>(Map<E, Long> counts, long unknown) {

  /**
   * Copies the counts.
   *
   * @throws IllegalArgumentException if there are no counts or one is below 0
   */
  public EnumCounts {
    counts = Collections.unmodifiableMap(new EnumMap<>(counts));
    if (unknown < 0 || counts.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "Expected counts of at least 0, but got %s and %d".formatted(counts, unknown));
    }
  }

  /** How often a value occurs. */
  public long of(E value) {
    return counts.getOrDefault(value, 0L);
  }

  /** How often any value occurs: everything but the unknown. */
  public long known() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Everything, the unknown included. */
  public long total() {
    return known() + unknown;
  }

  /** The share of a value among the known ones, 0 to 100; empty if nothing is known. */
  public OptionalDouble percent(E value) {
    long known = known();
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * of(value) / known);
  }

  /** These counts and others together. */
  EnumCounts<E> plus(EnumCounts<E> other) {
    Map<E, Long> sum = new EnumMap<>(counts);
    other.counts.forEach((value, count) -> sum.merge(value, count, Long::sum));
    return new EnumCounts<>(sum, unknown + other.unknown);
  }
}
