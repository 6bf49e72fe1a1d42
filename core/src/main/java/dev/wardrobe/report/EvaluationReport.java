package dev.wardrobe.report;

import dev.wardrobe.evaluation.CategoryScores;
import dev.wardrobe.evaluation.SubsetScores;
import dev.wardrobe.evaluation.Summary;
import dev.wardrobe.evaluation.Task;
import java.util.List;
import java.util.Optional;

/**
 * All there is to say about one evaluation of boxes, masks or landmarks.
 *
 * @param inputs what was read
 * @param rules what was chosen
 * @param counts how much there was
 * @param notes what a reader must know besides, one line each, such as what was left out and why
 * @param summary the official numbers
 * @param categories the same for each category
 * @param subsets the columns of Table 3, 5 or 7, in the order of {@code Subset.ofPaper()}; none
 *     where the ground truth has no attributes
 * @param curves precision by recall; none unless asked for
 * @param intervals how far the scores would move with other photos; empty unless asked for
 */
public record EvaluationReport(
    List<ReportInput> inputs,
    EvaluationRules rules,
    Counts counts,
    List<String> notes,
    Summary summary,
    List<CategoryScores> categories,
    List<SubsetScores> subsets,
    List<Curve> curves,
    Optional<ReportIntervals> intervals) {

  /**
   * How much there was.
   *
   * @param photos photos that take part
   * @param items items on them
   * @param detections detections on them
   * @param leftOut records of the results file that were left out because they were bad
   */
  public record Counts(long photos, long items, long detections, long leftOut) {}

  /** Keeps copies. */
  public EvaluationReport {
    inputs = List.copyOf(inputs);
    notes = List.copyOf(notes);
    categories = List.copyOf(categories);
    subsets = List.copyOf(subsets);
    curves = List.copyOf(curves);
  }

  /** What was scored. */
  public Task task() {
    return summary.task();
  }
}
