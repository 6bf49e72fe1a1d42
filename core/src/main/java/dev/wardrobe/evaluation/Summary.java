package dev.wardrobe.evaluation;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The numbers a benchmark publishes, in the order of the official output: 12 for boxes and masks
 * (AP, AP50, AP75, AP_small, AP_medium, AP_large, AR1, AR10, AR100, AR_small, AR_medium, AR_large),
 * 10 for landmarks (AP, AP50, AP75, AP_medium, AP_large, AR, AR50, AR75, AR_medium, AR_large), 4
 * for a subset (AP, AP50, AP75, AR).
 *
 * @param task what was scored
 * @param stats the numbers
 */
public record Summary(Task task, List<Stat> stats) {
  /** Keeps a copy. */
  public Summary {
    stats = List.copyOf(stats);
  }

  /**
   * A number by its label.
   *
   * @return from 0 to 1; -1 if there was nothing to average
   * @throws IllegalArgumentException if there is none with this label
   */
  public double get(String label) {
    for (Stat stat : stats) {
      if (stat.label().equals(label)) {
        return stat.value();
      }
    }
    throw new IllegalArgumentException(
        "Expected one of %s, but got %s"
            .formatted(stats.stream().map(Stat::label).collect(Collectors.joining(", ")), label));
  }
}
