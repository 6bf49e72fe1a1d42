package dev.wardrobe.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.retrieval.RetrievalOracle.Result;
import dev.wardrobe.retrieval.RetrievalOracle.Row;
import dev.wardrobe.structures.Box;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Many small worlds in which everything collides: boxes, scores, categories, styles, photos. */
class RetrievalOracleTest {
  private static final int CASES = 6_000;

  /** A made-up case. */
  private record Case(RetrievalGroundTruth truth, List<Row> rows) {}

  private static double[] corners(SplittableRandom random, boolean odd) {
    double step = random.nextInt(4) == 0 ? .1 : 1;
    double x = random.nextInt(4);
    double y = random.nextInt(3);
    double[] box = {
      x * step, y * step, (x + random.nextInt(1, 5)) * step, (y + random.nextInt(4)) * step
    };
    if (odd && random.nextInt(12) == 0) {
      double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1};
      box[random.nextInt(4)] = values[random.nextInt(4)];
    }
    return box;
  }

  private static Box box(SplittableRandom random) {
    double[] b = corners(random, false);
    return new Box(b[0], b[1], b[2], b[3]);
  }

  private static Case make(SplittableRandom random) {
    List<QueryItem> queries = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      int image = random.nextInt(3);
      int pair = random.nextInt(8) == 0 ? random.nextInt(2) : image % 2;
      queries.add(
          new QueryItem(
              image,
              box(random),
              1 + random.nextInt(2),
              random.nextInt(3),
              pair,
              Attributes.UNKNOWN));
    }
    List<GalleryItem> gallery = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      gallery.add(
          new GalleryItem(
              10 + random.nextInt(4), box(random), random.nextInt(3), random.nextInt(2)));
    }
    List<Row> rows = new ArrayList<>();
    for (int i = random.nextInt(12); i > 0; i--) {
      rows.add(row(random, gallery));
    }
    return new Case(new RetrievalGroundTruth(queries, gallery), rows);
  }

  private static Row row(SplittableRandom random, List<GalleryItem> gallery) {
    List<Result> results = new ArrayList<>();
    for (int i = random.nextInt(4) == 0 ? 23 : random.nextInt(8); i > 0; i--) {
      boolean other = gallery.isEmpty() || random.nextBoolean();
      results.add(
          other
              ? new Result(10 + random.nextInt(12), corners(random, true))
              : near(random, gallery.get(random.nextInt(gallery.size()))));
    }
    double score = random.nextInt(10) == 0 ? Double.NaN : random.nextInt(4) / 4.;
    return new Row(random.nextInt(4), 1 + random.nextInt(2), score, corners(random, true), results);
  }

  /** A gallery item, as wide as it is, or more or less by half. */
  private static Result near(SplittableRandom random, GalleryItem item) {
    Box box = item.box();
    double[] factors = {1, .5, 2, .4999999999999999};
    double width = box.width() * factors[random.nextInt(4)];
    return new Result(
        item.imageId(), new double[] {box.x1(), box.y1(), box.x1() + width, box.y2()});
  }

  private static RetrievalResults results(List<Row> rows) {
    RetrievalResults.Builder builder = new RetrievalResults.Builder();
    for (Row row : rows) {
      builder.add(
          row.imageId(),
          row.category(),
          row.score(),
          row.box(),
          row.results().stream().mapToLong(Result::imageId).toArray(),
          row.results().stream().map(Result::box).flatMapToDouble(Arrays::stream).toArray());
    }
    return builder.build();
  }

  private static boolean hasPhoto(Case made, long imageId) {
    return made.truth().queries().stream().anyMatch(query -> query.imageId() == imageId);
  }

  @Test
  void outcomes_are_those_of_plain_loops() {
    int hits = 0;
    int misses = 0;
    for (int seed = 0; seed < CASES; seed++) {
      Case made = make(new SplittableRandom(seed));
      RetrievalEvaluation evaluation = RetrievalEvaluation.of(made.truth(), results(made.rows()));
      List<QueryOutcome> expected = new RetrievalOracle(made.truth(), made.rows()).outcomes();
      assertThat(evaluation.outcomes()).as("seed %d", seed).isEqualTo(expected);
      assertThat(evaluation.counts().rowsOfOtherPhotos())
          .as("seed %d", seed)
          .isEqualTo(
              (int) made.rows().stream().filter(row -> !hasPhoto(made, row.imageId())).count());
      assertScores(evaluation.overall(), expected, seed);
      hits += evaluation.overall().correct(20);
      misses += evaluation.overall().missed();
    }
    assertThat(hits).isGreaterThan(CASES / 10);
    assertThat(misses).isGreaterThan(CASES / 10);
  }

  private static void assertScores(RetrievalScores scores, List<QueryOutcome> outcomes, int seed) {
    assertThat(scores.queries()).as("seed %d", seed).isEqualTo(outcomes.size());
    for (int k = 1; k <= 20; k++) {
      int within = k;
      assertThat(scores.correct(k))
          .as("seed %d, top-%d", seed, k)
          .isEqualTo(
              (int)
                  outcomes.stream()
                      .filter(outcome -> outcome.rank() > 0 && outcome.rank() <= within)
                      .count());
    }
    assertThat(scores.missed())
        .as("seed %d", seed)
        .isEqualTo(
            (int)
                outcomes.stream()
                    .filter(outcome -> outcome.detected() && outcome.row() == -1)
                    .count());
    assertThat(scores.withoutDetections())
        .as("seed %d", seed)
        .isEqualTo((int) outcomes.stream().filter(outcome -> !outcome.detected()).count());
    assertThat(scores.orphans())
        .as("seed %d", seed)
        .isEqualTo((int) outcomes.stream().filter(outcome -> outcome.matches() == 0).count());
    assertThat(scores.shortRows())
        .as("seed %d", seed)
        .isEqualTo(
            (int)
                outcomes.stream()
                    .filter(outcome -> outcome.row() >= 0 && outcome.results() < 20)
                    .count());
  }
}
