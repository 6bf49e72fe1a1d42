package dev.wardrobe.results;

import java.util.List;

/**
 * What a conversion of landmark results wrote.
 *
 * @param form the form it is in
 * @param written how many records were written
 * @param leftOut how many bad records were left out
 * @param problems what is wrong with the first of them, at most {@value ProblemList#LISTED}
 */
public record ConvertedLandmarks(
    LandmarkForm form, long written, long leftOut, List<ResultProblem> problems) {
  /** Keeps a copy of the list. */
  public ConvertedLandmarks {
    problems = List.copyOf(problems);
  }
}
