package dev.wardrobe.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.JsonTree;
import dev.wardrobe.results.BadResults;
import java.nio.file.Path;

/** What the tests of this package share. */
final class RetrievalSamples {
  private RetrievalSamples() {}

  /** Evaluates three files of one folder. */
  static RetrievalEvaluation evaluate(Path folder, String results, BadResults bad) {
    return RetrievalEvaluation.of(
        RetrievalGroundTruth.readLists(
            folder.resolve("query.json"), folder.resolve("gallery.json")),
        RetrievalResults.read(folder.resolve(results), bad));
  }

  /** Compares with numbers in the words of the official script. */
  static void assertOfficial(String what, RetrievalScores scores, JsonTree golden) {
    assertThat(scores.queries()).as(what).isEqualTo(golden.get("query_num").integer());
    assertThat(scores.missed()).as(what).isEqualTo(golden.get("miss_num").integer());
    for (int k : RetrievalScores.CUTOFFS) {
      assertThat(scores.correct(k))
          .as("%s, top-%d", what, k)
          .isEqualTo(golden.get("correct_" + k).integer());
      assertThat(scores.top(k))
          .as("%s, top-%d", what, k)
          .isCloseTo(golden.get("top_" + k).number(), within(1e-12));
    }
  }
}
