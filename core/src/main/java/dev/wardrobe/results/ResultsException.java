package dev.wardrobe.results;

import java.io.Serial;
import java.util.List;

/** A file of results, or its ground truth, has bad records and is refused. */
public final class ResultsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final transient List<ResultProblem> problems;
  private final long count;

  /**
   * A refusal.
   *
   * @param message one line: what was refused and what to do
   * @param problems the first problems and their number
   */
  public ResultsException(String message, ProblemList problems) {
    super(message);
    this.problems = problems.first();
    count = problems.count();
  }

  /** The first problems, in the order of the file; at most {@value ProblemList#LISTED}. */
  public List<ResultProblem> problems() {
    return problems;
  }

  /** How many problems there are. */
  public long count() {
    return count;
  }
}
