package dev.wardrobe.retrieval;

import static dev.wardrobe.retrieval.RetrievalSamples.assertOfficial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.EdgeCases;
import dev.wardrobe.EdgeCases.EdgeCase;
import dev.wardrobe.JsonTree;
import dev.wardrobe.SharedData;
import dev.wardrobe.TarFiles;
import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.structures.Box;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetrievalEvaluationTest {
  private static final double[] BOX = {10, 10, 60, 60};

  @TempDir private Path folder;

  static List<EdgeCase> officialCases() {
    return EdgeCases.ofKind("retrieval").stream().filter(edge -> !edge.fails()).toList();
  }

  private RetrievalEvaluation evaluate(EdgeCase edge) throws IOException {
    for (Map.Entry<String, byte[]> file : edge.files().entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return RetrievalSamples.evaluate(folder, "results.json", BadResults.OFFICIAL);
  }

  private RetrievalEvaluation evaluate(String name) throws IOException {
    return evaluate(
        EdgeCases.ofKind("retrieval").stream()
            .filter(edge -> edge.name().equals("retrieval_" + name))
            .findFirst()
            .orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("officialCases")
  void edge_case_has_the_official_numbers(EdgeCase edge) throws IOException {
    assertOfficial(edge.name(), evaluate(edge).overall(), edge.golden());
  }

  @Test
  void official_script_has_numbers_for_fifteen_cases_and_ends_at_five() {
    assertThat(officialCases()).hasSize(15);
    assertThat(EdgeCases.ofKind("retrieval")).hasSize(20);
  }

  @Test
  void orphan_is_counted_and_not_found() throws IOException {
    RetrievalScores scores = evaluate("no_gallery_item").overall();
    assertThat(scores.orphans()).isEqualTo(1);
    assertThat(scores.queries()).isEqualTo(1);
    assertThat(scores.missed()).isZero();
    assertThat(scores.top(20)).isZero();
  }

  @Test
  void rows_of_different_length_are_scored_and_the_short_one_counted() throws IOException {
    RetrievalEvaluation evaluation = evaluate("ragged_rows");
    assertThat(evaluation.overall().top(1)).isEqualTo(1);
    assertThat(evaluation.overall().shortRows()).isEqualTo(1);
    assertThat(evaluation.counts().shortRows()).isEqualTo(1);
    assertThat(evaluation.outcomes()).extracting(QueryOutcome::results).containsExactly(12, 20);
  }

  @Test
  void short_row_without_hit_is_not_found() throws IOException {
    RetrievalScores scores = evaluate("twelve_rows_no_hit").overall();
    assertThat(scores.correctWithin()).containsOnly(0);
    assertThat(scores.shortRows()).isEqualTo(1);
    assertThat(scores.missed()).isZero();
  }

  @Test
  void without_queries_there_is_nothing_to_average() throws IOException {
    RetrievalEvaluation evaluation = evaluate("style0_only");
    assertThat(evaluation.overall().queries()).isZero();
    assertThat(evaluation.overall().top(1)).isEqualTo(-1);
    assertThat(evaluation.outcomes()).isEmpty();
    assertThat(evaluation.counts().queryItems()).isEqualTo(1);
  }

  @Test
  void items_of_two_pairs_in_a_photo_keep_their_own() throws IOException {
    RetrievalEvaluation evaluation = evaluate("two_pairs_in_image");
    assertThat(evaluation.counts().photosOfSeveralPairs()).isEqualTo(1);
    assertThat(evaluation.outcomes()).extracting(QueryOutcome::rank).containsExactly(1, 0);
    assertThat(evaluation.outcomes()).extracting(QueryOutcome::matches).containsExactly(2, 1);
    assertThat(evaluation.overall().missed()).isEqualTo(1);
  }

  @Test
  void rows_of_other_photos_are_counted() throws IOException {
    RetrievalCounts counts = evaluate("results_for_shop_image").counts();
    assertThat(counts).isEqualTo(new RetrievalCounts(1, 4, 2, 0, 0, 1, 0));
  }

  @Test
  void photo_without_rows_is_no_miss() throws IOException {
    RetrievalScores scores = evaluate("missed_no_detection").overall();
    assertThat(scores.withoutDetections()).isEqualTo(1);
    assertThat(scores.missed()).isZero();
  }

  @Test
  void outcome_names_row_and_rank() throws IOException {
    QueryOutcome outcome = evaluate("rank20").outcomes().getFirst();
    assertThat(outcome.rank()).isEqualTo(20);
    assertThat(outcome.row()).isZero();
    assertThat(outcome.foundWithin(20)).isTrue();
    assertThat(outcome.foundWithin(19)).isFalse();
    assertThat(evaluate("style0_takes_part").outcomes().getFirst().row()).isEqualTo(-1);
  }

  @Test
  void published_pairs_1_to_200_have_the_official_numbers() throws IOException {
    Path samples = SharedData.require("samples/retrieval");
    JsonTree golden = JsonTree.read(SharedData.require("golden/retrieval_pairs_1_200.json"));
    RetrievalEvaluation evaluation =
        RetrievalSamples.evaluate(samples, "results_jittered.json", BadResults.REFUSE);
    RetrievalScores scores = evaluation.overall();
    assertThat(scores.queries()).isEqualTo(golden.get("query_items_style_gt_0").integer());
    assertThat(scores.missed()).isEqualTo(golden.get("missed").integer());
    for (int k : RetrievalScores.CUTOFFS) {
      assertThat(scores.correct(k))
          .isEqualTo(golden.get("correct").get(String.valueOf(k)).integer());
      assertThat(scores.top(k))
          .isCloseTo(golden.get("top").get(String.valueOf(k)).number(), within(1e-12));
    }
    JsonTree rows = golden.get("rows");
    assertThat(evaluation.counts())
        .isEqualTo(
            new RetrievalCounts(
                rows.get("query").integer(),
                rows.get("gallery").integer(),
                rows.get("results").integer(),
                0,
                0,
                0,
                0));
    assertThat(evaluation.boxesAreGroundTruth()).isFalse();
  }

  /** Each query item detected as it is, with the first gallery item that matches it. */
  private static RetrievalResults perfect(RetrievalGroundTruth truth) {
    RetrievalResults.Builder rows = new RetrievalResults.Builder();
    for (QueryItem query : truth.queries()) {
      List<GalleryItem> matches =
          truth.gallery().stream()
              .filter(item -> item.style() == query.style() && item.pairId() == query.pairId())
              .limit(query.isQuery() ? 1 : 0)
              .toList();
      rows.add(
          query.imageId(),
          query.category(),
          .9,
          corners(query.box()),
          matches.stream().mapToLong(GalleryItem::imageId).toArray(),
          matches.stream().map(item -> corners(item.box())).findFirst().orElse(new double[0]));
    }
    return rows.build();
  }

  private static double[] corners(Box box) {
    return new double[] {box.x1(), box.y1(), box.x2(), box.y2()};
  }

  @Test
  void perfect_results_find_all_that_have_a_match() {
    Path samples = SharedData.require("samples/retrieval");
    RetrievalGroundTruth truth =
        RetrievalGroundTruth.readLists(
            samples.resolve("query.json"), samples.resolve("gallery.json"));
    RetrievalEvaluation evaluation = RetrievalEvaluation.of(truth, perfect(truth));
    RetrievalScores scores = evaluation.overall();
    assertThat(scores.queries()).isEqualTo(1079);
    assertThat(scores.correct(1)).isEqualTo(scores.queries() - scores.orphans() - scores.missed());
    assertThat(evaluation.outcomes())
        .allSatisfy(outcome ->
            assertThat(outcome.rank() == 1).isEqualTo(outcome.matches() > 0 && outcome.row() >= 0));
    assertThat(scores.missed()).isZero();
    assertThat(scores.orphans()).isZero();
    assertThat(evaluation.boxesAreGroundTruth()).isTrue();
  }

  private void unpack() throws IOException {
    TarFiles.unpack(
        SharedData.require("golden/val200.tgz"),
        folder,
        file ->
            file.startsWith("val200/annos/")
                || file.startsWith("val200/val_")
                || file.endsWith("/golden.json")
                || file.endsWith("/results_retrieval.json"));
  }

  private RetrievalGroundTruth split() {
    try (Dataset dataset = Dataset.open(folder.resolve("val200"), DatasetOptions.DEFAULTS)) {
      return RetrievalGroundTruth.of(
          dataset.splits().getFirst(),
          ReadOptions.defaults(),
          finding -> assertThat(finding.toString()).isEmpty());
    }
  }

  @Test
  void subsets_of_two_hundred_photos_have_the_official_numbers() throws IOException {
    unpack();
    Path val = folder.resolve("val200");
    RetrievalEvaluation evaluation =
        RetrievalEvaluation.of(
            split(),
            RetrievalResults.read(val.resolve("results_retrieval.json"), BadResults.REFUSE));
    JsonTree tasks = JsonTree.read(val.resolve("golden.json")).get("tasks");
    assertOfficial("overall", evaluation.overall(), tasks.get("retrieval"));
    JsonTree subsets = tasks.get("retrieval_subsets");
    assertSubsets("plain", evaluation, outcome -> true, subsets.get("plain"));
    assertSubsets("over5", evaluation, QueryOutcome::hasManyMatches, subsets.get("over5"));
  }

  private static void assertSubsets(
      String set, RetrievalEvaluation evaluation, Predicate<QueryOutcome> among, JsonTree golden) {
    assertOfficial(set, evaluation.scores(among), golden.get("overall"));
    List<RetrievalSubsetScores> subsets = evaluation.subsets(among, RetrievalSubset.ofPaper());
    assertThat(subsets).hasSize(12);
    int index = 0;
    for (RetrievalSubsetScores scores : subsets) {
      String key = scores.subset().attribute() + "_" + (index++ % 3 + 1);
      assertOfficial(set + " " + key, scores.scores(), golden.get(key));
    }
  }

  @Test
  void lists_of_two_hundred_photos_have_the_official_numbers() throws IOException {
    unpack();
    Path val = folder.resolve("val200");
    RetrievalGroundTruth lists =
        RetrievalGroundTruth.readLists(
            val.resolve("val_query.json"), val.resolve("val_gallery.json"));
    JsonTree golden = JsonTree.read(val.resolve("golden.json")).get("tasks").get("retrieval");
    RetrievalEvaluation evaluation =
        RetrievalEvaluation.of(
            lists,
            RetrievalResults.read(val.resolve("results_retrieval.json"), BadResults.OFFICIAL));
    assertOfficial("lists", evaluation.overall(), golden);
    assertThat(evaluation.subsets(RetrievalSubset.ofPaper()))
        .allSatisfy(subset -> assertThat(subset.scores().queries()).isZero());
  }

  private static RetrievalGroundTruth twoQueries() {
    List<QueryItem> queries = new ArrayList<>();
    queries.add(new QueryItem(1, new Box(10, 10, 60, 60), 3, 1, 5, Attributes.UNKNOWN));
    queries.add(new QueryItem(2, new Box(10, 10, 60, 60), 4, 1, 5, Attributes.UNKNOWN));
    return new RetrievalGroundTruth(
        queries, List.of(new GalleryItem(100, new Box(10, 10, 60, 60), 1, 5)));
  }

  @Test
  void slice_counts_its_queries_only() {
    RetrievalResults results =
        new RetrievalResults.Builder()
            .add(1, 3, .5, BOX, new long[] {100}, BOX)
            .add(2, 3, .5, BOX, new long[] {100}, BOX)
            .build();
    RetrievalEvaluation evaluation = RetrievalEvaluation.of(twoQueries(), results);
    RetrievalScores tops = evaluation.scores(outcome -> outcome.item().category() == 3);
    assertThat(tops.queries()).isEqualTo(1);
    assertThat(tops.top(1)).isEqualTo(1);
    RetrievalScores second = evaluation.scores(outcome -> outcome.item().imageId() == 2);
    assertThat(second.missed()).isEqualTo(1);
    assertThat(evaluation.overall().top(1)).isEqualTo(.5);
  }

  @Test
  void boxes_are_ground_truth_only_if_all_are() {
    RetrievalResults.Builder rows =
        new RetrievalResults.Builder().add(1, 3, .5, BOX, new long[0], new double[0]);
    assertThat(RetrievalEvaluation.of(twoQueries(), rows.build()).boxesAreGroundTruth()).isTrue();
    RetrievalResults.Builder none = new RetrievalResults.Builder();
    assertThat(RetrievalEvaluation.of(twoQueries(), none.build()).boxesAreGroundTruth()).isFalse();
    none.add(77, 3, .5, BOX, new long[0], new double[0]);
    assertThat(RetrievalEvaluation.of(twoQueries(), none.build()).boxesAreGroundTruth()).isFalse();
    RetrievalResults.Builder moved =
        new RetrievalResults.Builder()
            .add(1, 3, .5, BOX, new long[0], new double[0])
            .add(2, 3, .5, new double[] {10, 10, 60, 60.5}, new long[0], new double[0]);
    assertThat(RetrievalEvaluation.of(twoQueries(), moved.build()).boxesAreGroundTruth()).isFalse();
  }

  @Test
  void many_matches_are_more_than_five() {
    List<GalleryItem> gallery = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      gallery.add(new GalleryItem(100, new Box(i, 0, i + 9, 9), 1, 5));
    }
    RetrievalResults none = new RetrievalResults.Builder().build();
    List<QueryItem> queries = twoQueries().queries();
    assertThat(
            RetrievalEvaluation.of(new RetrievalGroundTruth(queries, gallery), none)
                .scores(QueryOutcome::hasManyMatches)
                .queries())
        .isEqualTo(2);
    assertThat(
            RetrievalEvaluation.of(new RetrievalGroundTruth(queries, gallery.subList(0, 5)), none)
                .scores(QueryOutcome::hasManyMatches)
                .queries())
        .isZero();
  }

  @Test
  void other_number_of_results_is_refused() {
    RetrievalScores scores =
        RetrievalEvaluation.of(twoQueries(), new RetrievalResults.Builder().build()).overall();
    assertThatThrownBy(() -> scores.top(21))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected 1 to 20 results, but got 21");
    assertThatThrownBy(() -> scores.correct(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RetrievalScores(0, 0, 0, 0, 0, List.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
