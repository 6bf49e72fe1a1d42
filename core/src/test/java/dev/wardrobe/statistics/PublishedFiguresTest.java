package dev.wardrobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.statistics.SplitStatistics.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublishedFiguresTest {
  private static final List<Scope> COLUMNS =
      List.of(Scope.TRAIN, Scope.VALIDATION, Scope.TEST, Scope.OVERALL);

  private static Map<String, Object> tables = Map.of();

  @BeforeAll
  static void readTables() throws IOException {
    Path shared =
        Path.of(Optional.ofNullable(System.getenv("WARDROBE_SHARED")).orElse("../../shared"));
    Path file = shared.resolve("reference/benchmark-tables.json");
    Assumptions.assumeTrue(Files.exists(file), () -> "needs " + file);
    tables = JsonTree.object(JsonTree.parse(Files.readAllBytes(file)), "table1_statistics");
  }

  private static void assertRow(String name, Figure figure) {
    List<?> row = (List<?>) JsonTree.get(tables, name);
    for (int i = 0; i < COLUMNS.size(); i++) {
      assertThat(PublishedFigures.paper(figure, COLUMNS.get(i)))
          .as("%s of %s", figure, COLUMNS.get(i))
          .hasValue((Long) row.get(i));
    }
  }

  @Test
  void rows_of_table_1_are_the_published_ones() {
    assertRow("images", Figure.PHOTOS);
    assertRow("bboxes", Figure.ITEMS);
    assertRow("landmarks", Figure.LANDMARKS);
    assertRow("masks", Figure.MASKS);
  }

  @Test
  void pairs_are_the_published_ones() {
    Map<String, Object> pairs = JsonTree.object(tables, "pairs");
    assertThat(PublishedFigures.paper(Figure.PAIRS, Scope.TRAIN))
        .hasValue(JsonTree.number(pairs, "train"));
    assertThat(PublishedFigures.paper(Figure.PAIRS, Scope.OVERALL))
        .hasValue(JsonTree.number(pairs, "overall"));
    for (Scope scope : List.of(Scope.VALIDATION, Scope.TEST)) {
      Map<String, Object> split = JsonTree.object(pairs, scope.label());
      assertThat(PublishedFigures.paper(Figure.QUERIES, scope))
          .hasValue(JsonTree.number(split, "query"));
      assertThat(PublishedFigures.paper(Figure.GALLERY, scope))
          .hasValue(JsonTree.number(split, "gallery"));
    }
  }

  @Test
  void released_photos_are_the_reported_ones() {
    Map<String, Object> released = JsonTree.object(tables, "released_images");
    long sum = 0;
    for (Scope scope : List.of(Scope.TRAIN, Scope.VALIDATION, Scope.TEST)) {
      long expected = JsonTree.number(released, scope.label());
      sum += expected;
      assertThat(PublishedFigures.released(Figure.PHOTOS, scope)).hasValue(expected);
    }
    assertThat(PublishedFigures.released(Figure.PHOTOS, Scope.OVERALL)).hasValue(sum);
    assertThat(PublishedFigures.WHY_FEWER).contains("191,961").contains("390,884");
  }

  @Test
  void shares_of_figure_3_are_the_published_ones() {
    Map<String, Object> shares = JsonTree.object(tables, "figure3_shares_percent");
    Map<String, Object> scale = JsonTree.object(shares, "scale");
    for (Scale value : Scale.ALL) {
      assertThat(PublishedFigures.percent(value))
          .isEqualTo((int) JsonTree.number(scale, value.label()));
    }
    Map<String, Object> occlusion = JsonTree.object(shares, "occlusion");
    for (Occlusion value : Occlusion.ALL) {
      assertThat(PublishedFigures.percent(value))
          .isEqualTo((int) JsonTree.number(occlusion, value.label()));
    }
    Map<String, Object> zoomIn = JsonTree.object(shares, "zoom_in");
    for (ZoomIn value : ZoomIn.ALL) {
      assertThat(PublishedFigures.percent(value))
          .isEqualTo((int) JsonTree.number(zoomIn, value.label()));
    }
    Map<String, Object> viewpoint = JsonTree.object(shares, "viewpoint");
    assertThat(PublishedFigures.percent(Viewpoint.NO_WEAR))
        .isEqualTo((int) JsonTree.number(viewpoint, "no wear"));
    assertThat(PublishedFigures.percent(Viewpoint.FRONTAL))
        .isEqualTo((int) JsonTree.number(viewpoint, "frontal"));
    assertThat(PublishedFigures.percent(Viewpoint.SIDE_OR_BACK))
        .isEqualTo((int) (JsonTree.number(viewpoint, "side") + JsonTree.number(viewpoint, "back")));
  }

  @Test
  void nothing_is_published_about_other_splits() {
    for (Figure figure : Figure.values()) {
      assertThat(PublishedFigures.paper(figure, Scope.OTHER)).isEmpty();
      assertThat(PublishedFigures.released(figure, Scope.OTHER)).isEmpty();
    }
  }
}
