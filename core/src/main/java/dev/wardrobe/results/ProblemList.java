package dev.wardrobe.results;

import java.util.ArrayList;
import java.util.List;

/** Problems of one file: all are counted, the first {@value #LISTED} kept. */
public final class ProblemList {
  /** How many problems are kept. */
  public static final int LISTED = 100;

  private final List<ResultProblem> first = new ArrayList<>();
  private long count;

  /** No problems yet. */
  public ProblemList() {}

  /** Adds the next problem. */
  public void add(ResultProblem problem) {
    count++;
    if (first.size() < LISTED) {
      first.add(problem);
    }
  }

  /** Counts problems that are not kept. */
  public void countOthers(long others) {
    count += others;
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** The first ones, in the order of the file; at most {@value #LISTED}. */
  public List<ResultProblem> first() {
    return List.copyOf(first);
  }
}
