package dev.wardrobe.report;

import dev.wardrobe.results.BadResults;
import dev.wardrobe.retrieval.QueryOutcome;
import dev.wardrobe.retrieval.RetrievalCounts;
import dev.wardrobe.retrieval.RetrievalEvaluation;
import dev.wardrobe.retrieval.RetrievalScores;
import dev.wardrobe.retrieval.RetrievalSubset;
import dev.wardrobe.retrieval.RetrievalSubsetScores;
import java.util.List;
import java.util.function.Predicate;

/**
 * All there is to say about one evaluation of retrieval.
 *
 * @param inputs what was read
 * @param rules what was chosen
 * @param counts how much there was
 * @param notes what a reader must know besides, one line each
 * @param overall over all queries: Table 8
 * @param subsets over all queries, by the subsets of Table 9; none where no query has attributes
 * @param many over the queries with more than 5 matching gallery items: Table 9, overall
 * @param manySubsets over those, by subset: Table 9; none where no query has attributes
 */
public record RetrievalReport(
    List<ReportInput> inputs,
    Rules rules,
    RetrievalCounts counts,
    List<String> notes,
    RetrievalScores overall,
    List<RetrievalSubsetScores> subsets,
    RetrievalScores many,
    List<RetrievalSubsetScores> manySubsets) {

  /**
   * What was chosen for an evaluation of retrieval.
   *
   * @param version of Wardrobe
   * @param badResults what was done with bad records
   * @param boxes whose boxes the results have, which says with what they can be compared
   * @param slices what it was confined to; none for all queries
   */
  public record Rules(String version, BadResults badResults, Boxes boxes, List<Slice> slices) {
    /** Keeps a copy. */
    public Rules {
      slices = List.copyOf(slices);
    }
  }

  /** Keeps copies. */
  public RetrievalReport {
    inputs = List.copyOf(inputs);
    notes = List.copyOf(notes);
    subsets = List.copyOf(subsets);
    manySubsets = List.copyOf(manySubsets);
  }

  /**
   * Takes the scores of an evaluation.
   *
   * @param among the queries of the slices
   */
  public static RetrievalReport of(
      RetrievalEvaluation evaluation,
      Predicate<QueryOutcome> among,
      List<ReportInput> inputs,
      Rules rules,
      List<String> notes) {
    Predicate<QueryOutcome> many = among.and(QueryOutcome::hasManyMatches);
    List<RetrievalSubset> columns =
        hasAttributes(evaluation) ? RetrievalSubset.ofPaper() : List.of();
    return new RetrievalReport(
        inputs,
        rules,
        evaluation.counts(),
        notes,
        evaluation.scores(among),
        evaluation.subsets(among, columns),
        evaluation.scores(many),
        evaluation.subsets(many, columns));
  }

  private static boolean hasAttributes(RetrievalEvaluation evaluation) {
    List<RetrievalSubset> columns = RetrievalSubset.ofPaper();
    return evaluation.outcomes().stream()
        .anyMatch(
            outcome -> columns.stream().anyMatch(column -> column.contains().test(outcome.item())));
  }
}
