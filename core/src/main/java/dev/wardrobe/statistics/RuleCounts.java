package dev.wardrobe.statistics;

import dev.wardrobe.files.Rule;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Counts by rule: only the rules that occur, in the order of their declaration. */
final class RuleCounts {
  private RuleCounts() {}

  static Map<Rule, Long> copyOf(Map<Rule, Long> counts) {
    Map<Rule, Long> copy = new EnumMap<>(Rule.class);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }

  static Map<Rule, Long> sum(Map<Rule, Long> a, Map<Rule, Long> b) {
    Map<Rule, Long> sum = new EnumMap<>(Rule.class);
    sum.putAll(a);
    b.forEach((rule, count) -> sum.merge(rule, count, Long::sum));
    return sum;
  }

  static long sum(Map<Rule, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
