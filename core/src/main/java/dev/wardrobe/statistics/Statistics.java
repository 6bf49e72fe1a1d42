package dev.wardrobe.statistics;

import dev.wardrobe.statistics.SplitStatistics.Scope;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything counted in a data set.
 *
 * @param name of the data set, for titles
 * @param splits in the order of the data set; copied
 * @param overall the sum of all splits. A pair never reaches from one split into another, so
 *     identities and pairs are sums, too
 */
public record Statistics(String name, List<SplitStatistics> splits, SplitStatistics overall) {
  /** The name of the column for all splits together. */
  public static final String OVERALL = "overall";

  /** Copies the list. */
  public Statistics {
    splits = List.copyOf(splits);
  }

  /** The statistics of a data set with these splits, possibly none. */
  public static Statistics of(String name, List<SplitStatistics> splits) {
    SplitStatistics overall = new SplitCounter().toStatistics(OVERALL, Scope.OVERALL);
    for (SplitStatistics split : splits) {
      overall = overall.plus(split, OVERALL, Scope.OVERALL);
    }
    return new Statistics(name, splits, overall);
  }

  /** What stands for the whole: the only split, or all together. */
  public SplitStatistics focus() {
    return splits.size() == 1 ? splits.getFirst() : overall;
  }

  /** The columns of a table: every split, then all together if there are several. */
  List<SplitStatistics> columns() {
    return withOverall(splits);
  }

  /** The columns of a table about items: splits without annotations say nothing there. */
  List<SplitStatistics> annotatedColumns() {
    return withOverall(splits.stream().filter(SplitStatistics::annotated).toList());
  }

  private List<SplitStatistics> withOverall(List<SplitStatistics> some) {
    if (some.size() < 2) {
      return some;
    }
    return Stream.concat(some.stream(), Stream.of(overall)).toList();
  }
}
