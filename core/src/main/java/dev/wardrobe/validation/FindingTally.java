package dev.wardrobe.validation;

import dev.wardrobe.files.Consequence;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Counts findings by rule and keeps the first few of each. */
public final class FindingTally implements Consumer<Finding> {
  private final int shown;
  private final Set<Rule> ignored;
  private final Consumer<Finding> next;
  private final Map<Rule, Long> counts = new EnumMap<>(Rule.class);
  private final Map<Rule, List<Finding>> first = new EnumMap<>(Rule.class);

  /**
   * An empty tally.
   *
   * @param shown how many findings of each rule to keep
   * @param ignored rules that do not count
   * @param next gets every finding that counts
   */
  public FindingTally(int shown, Set<Rule> ignored, Consumer<Finding> next) {
    this.shown = shown;
    this.ignored = Set.copyOf(ignored);
    this.next = next;
  }

  @Override
  public void accept(Finding finding) {
    Rule rule = finding.rule();
    if (ignored.contains(rule)) {
      return;
    }
    counts.merge(rule, 1L, Long::sum);
    List<Finding> kept = first.computeIfAbsent(rule, r -> new ArrayList<>(0));
    if (kept.size() < shown) {
      kept.add(finding);
    }
    next.accept(finding);
  }

  /**
   * How many findings there are, by rule in the order of {@link Rule}; rules without are absent.
   */
  public Map<Rule, Long> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /** How many findings a rule has. */
  public long count(Rule rule) {
    return counts.getOrDefault(rule, 0L);
  }

  /** The first findings of a rule. */
  public List<Finding> first(Rule rule) {
    return List.copyOf(first.getOrDefault(rule, List.of()));
  }

  /** How many findings there are. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many findings have this consequence. */
  public long total(Consequence consequence) {
    return counts.entrySet().stream()
        .filter(e -> e.getKey().consequence() == consequence)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
