package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.groundtruth.GroundTruth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link Evaluation} against {@link PlainEvaluation} on random cases. */
class EvaluationOracleTest {
  /** Fewer where every test runs once for each mutant. */
  private static final int CASES = Integer.getInteger("wardrobe.cases", 400);

  private static final List<Task> TASKS = List.of(Task.values());

  @ParameterizedTest
  @EnumSource(Task.class)
  void arrays_and_summary_equal_the_plain_ones(Task task) {
    for (long seed = 0; seed < CASES; seed++) {
      RandomCase random = new RandomCase(seed);
      PlainEvaluation plain =
          new PlainEvaluation(
              task,
              random.groundTruth,
              random.detections,
              all(random.groundTruth.items().size()),
              SubsetRule.IGNORE,
              all(random.groundTruth.imageCount()));
      Evaluation evaluation = Evaluation.of(task, random.groundTruth, random.detections);
      Map<String, double[]> expected = plain.arrays(task.areaRanges(), task.maxDets());
      assertArrays(evaluation, expected, seed);
      PlainSummary.check(evaluation, expected, seed);
      assertMatches(evaluation, plain, random.groundTruth, seed);
    }
  }

  @ParameterizedTest
  @EnumSource(SubsetRule.class)
  void selections_equal_the_plain_ones(SubsetRule rule) {
    for (long seed = 0; seed < CASES; seed++) {
      RandomCase random = new RandomCase(seed);
      Task task = TASKS.get((int) (seed % TASKS.size()));
      PlainEvaluation plain =
          new PlainEvaluation(
              task, random.groundTruth, random.detections, random.subset, rule, random.photos);
      ItemSelection selection =
          ItemSelection.of((item, index) -> random.subset.contains(index), rule)
              .withPhotos(random.photos::contains);
      Evaluation evaluation = Evaluation.of(task, random.groundTruth, random.detections, selection);
      assertArrays(evaluation, plain.arrays(task.areaRanges(), task.maxDets()), seed);
    }
  }

  @ParameterizedTest
  @EnumSource(SubsetRule.class)
  void subset_scores_equal_the_plain_ones(SubsetRule rule) {
    for (long seed = 0; seed < CASES; seed++) {
      RandomCase random = new RandomCase(seed);
      GroundTruth groundTruth = random.groundTruth;
      Task task = TASKS.get((int) (seed % TASKS.size()));
      Subset subset =
          new Subset(
              "part", "random", item -> random.subset.contains(groundTruth.items().indexOf(item)));
      SubsetScores scores =
          SubsetScores.of(task, groundTruth, random.detections, rule, List.of(subset)).getFirst();
      PlainEvaluation plain =
          new PlainEvaluation(
              task,
              groundTruth,
              random.detections,
              random.subset,
              rule,
              all(groundTruth.imageCount()));
      assertThat(scores.items()).as("seed %d", seed).isEqualTo(random.subset.size());
      assertThat(scores.images()).as("seed %d", seed).isEqualTo(plain.photoCount());
      PlainSummary.checkSubset(
          scores,
          plain.arrays(List.of(AreaRange.ALL), List.of(task.maxDets().getLast())),
          groundTruth.categoryCount(),
          seed);
    }
  }

  private static Set<Integer> all(int count) {
    return new HashSet<>(IntStream.range(0, count).boxed().toList());
  }

  private static void assertArrays(
      Evaluation evaluation, Map<String, double[]> expected, long seed) {
    Map<String, double[]> found =
        Map.of(
            "precision", evaluation.precision(),
            "recall", evaluation.recall(),
            "scores", evaluation.scores());
    found.forEach((name, values) ->
        assertThat(values).as("%s, seed %d", name, seed).isEqualTo(expected.get(name)));
  }

  private static void assertMatches(
      Evaluation evaluation, PlainEvaluation plain, GroundTruth groundTruth, long seed) {
    for (int image = 0; image < groundTruth.imageCount(); image++) {
      for (int category = 0; category < groundTruth.categoryCount(); category++) {
        for (AreaRange range : AreaRange.values()) {
          assertCell(
              evaluation.matches(image, category, range), plain.cell(image, category, range), seed);
        }
      }
    }
  }

  private static void assertCell(CellMatches found, PlainEvaluation.Cell expected, long seed) {
    int dts = found.detectionCount();
    int gts = found.itemCount();
    assertThat(IntStream.range(0, dts).mapToObj(found::detection))
        .as("detections, seed %d", seed)
        .isEqualTo(expected.detections());
    assertThat(IntStream.range(0, gts).mapToObj(found::item))
        .as("items, seed %d", seed)
        .isEqualTo(expected.items());
    assertThat(IntStream.range(0, gts).mapToObj(found::itemIgnored))
        .as("ignored, seed %d", seed)
        .isEqualTo(expected.itemIgnored());
    for (int t = 0; t < expected.matchedIds().length; t++) {
      for (int rank = 0; rank < dts; rank++) {
        assertThat(found.matchedId(t, rank))
            .as("match, seed %d", seed)
            .isEqualTo(expected.matchedIds()[t][rank]);
        assertThat(found.detectionIgnored(t, rank))
            .as("ignored detection, seed %d", seed)
            .isEqualTo(expected.detectionIgnored()[t][rank]);
      }
    }
  }
}
