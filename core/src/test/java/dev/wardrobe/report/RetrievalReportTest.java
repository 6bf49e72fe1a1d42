package dev.wardrobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.JsonTree;
import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.retrieval.GalleryItem;
import dev.wardrobe.retrieval.QueryItem;
import dev.wardrobe.retrieval.RetrievalEvaluation;
import dev.wardrobe.retrieval.RetrievalGroundTruth;
import dev.wardrobe.retrieval.RetrievalResults;
import dev.wardrobe.structures.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetrievalReportTest {
  private static final Box BOX = new Box(10, 10, 60, 90);
  private static final Attributes SMALL =
      Attributes.of(Scale.SMALL, Occlusion.SLIGHT, ZoomIn.NONE, Viewpoint.FRONTAL);

  /**
   * Three queries: the first has 6 matches and is found second, the second has 1 and is not found,
   * the third is in a photo without rows.
   */
  private static RetrievalEvaluation evaluation(Attributes attributes) {
    List<GalleryItem> gallery = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      gallery.add(new GalleryItem(100 + i, BOX, 1, 1));
    }
    gallery.add(new GalleryItem(200, BOX, 1, 2));
    List<QueryItem> queries =
        List.of(
            new QueryItem(1, BOX, 9, 1, 1, attributes),
            new QueryItem(2, BOX, 9, 1, 2, attributes),
            new QueryItem(3, BOX, 9, 1, 2, attributes));
    double[] corners = {10, 10, 60, 90};
    double[] two = {10, 10, 60, 90, 10, 10, 60, 90};
    RetrievalResults results =
        new RetrievalResults.Builder()
            .add(1, 9, .5, corners, new long[] {200, 103}, two)
            .add(2, 9, .5, corners, new long[] {101, 102}, two)
            .build();
    return RetrievalEvaluation.of(new RetrievalGroundTruth(queries, gallery), results);
  }

  private static RetrievalReport report(Attributes attributes, Boxes boxes) {
    return RetrievalReport.of(
        evaluation(attributes),
        outcome -> true,
        List.of(new ReportInput("results", "r.json", 10, Optional.of("ab"))),
        new RetrievalReport.Rules("0.1.0", BadResults.REFUSE, boxes, List.of()),
        List.of("2 rows have fewer than 20 results."));
  }

  @Test
  void text_has_the_counters_and_both_tables() {
    assertThat(RetrievalText.of(report(SMALL, Boxes.DETECTED)))
        .isEqualTo(
            """
            Retrieval as the official script counts it
                       queries               share
            --------------------------------------
            query_num        3
            miss_num         0
            top-1            0                 0.0
            top-5            1  0.3333333333333333
            top-10           1  0.3333333333333333
            top-15           1  0.3333333333333333
            top-20           1  0.3333333333333333

            Table 8: consumer-to-shop retrieval
                        top-1  top-5  top-10  top-15  top-20
            ------------------------------------------------
            ours        0.000  0.333   0.333   0.333   0.333
            class       0.079  0.198   0.273   0.329   0.366
            pose        0.182  0.326   0.416   0.469   0.510
            mask        0.135  0.271   0.350   0.407   0.447
            pose+class  0.192  0.345   0.435   0.488   0.524
            mask+class  0.152  0.295   0.379   0.435   0.477
            Match R-CNN there: detected boxes; trained on the released half. Rows: what it learns
            together with matching.

            Table 9, overall: 1 query with more than 5 matching gallery items, detected boxes
                        top-1  top-10  top-20
            ---------------------------------
            ours        0.000   1.000   1.000
            class       0.091   0.312   0.415
            pose        0.243   0.497   0.588
            mask        0.186   0.422   0.520
            pose+class  0.244   0.522   0.617
            mask+class  0.208   0.451   0.542
            Match R-CNN there: trained on the whole training set, of which only half was released.

            Table 9, by subset: top-20 of the same queries
                               scale               occlusion            zoom-in                viewpoint
                        small moderate large  slight medium heavy     no medium large  no wear frontal side/back
            ----------------------------------------------------------------------------------------------------
            ours        1.000        -     -   1.000      -     -  1.000      -     -        -   1.000         -
            class       0.485    0.537 0.502   0.527  0.508 0.383  0.553  0.496 0.405    0.499   0.523     0.487
            pose        0.637    0.702 0.691   0.710  0.670 0.580  0.710  0.701 0.560    0.690   0.700     0.645
            mask        0.552    0.657 0.608   0.639  0.593 0.555  0.654  0.613 0.495    0.615   0.630     0.565
            pose+class  0.691    0.730 0.705   0.725  0.706 0.605  0.746  0.709 0.582    0.699   0.723     0.684
            mask+class  0.610    0.666 0.649   0.676  0.623 0.549  0.674  0.655 0.536    0.648   0.661     0.604
            queries         1        0     0       1      0     0      1      0     0        0       1         0

            Note: 2 rows have fewer than 20 results.
            """);
  }

  @Test
  void ground_truth_boxes_have_their_own_columns_in_table_9_and_none_in_table_8() {
    String text = RetrievalText.of(report(SMALL, Boxes.GROUND_TRUTH));
    assertThat(text)
        .contains("Ours has ground-truth boxes: not comparable with this table.")
        .contains("matching gallery items, ground-truth boxes\n")
        .contains("pose+class  0.268   0.574   0.665\n");
  }

  @Test
  void without_attributes_there_are_no_subsets() {
    RetrievalReport report = report(Attributes.UNKNOWN, Boxes.DETECTED);
    assertThat(report.subsets()).isEmpty();
    assertThat(RetrievalText.of(report)).doesNotContain("by subset").contains("Table 9, overall");
    assertThat(JsonTree.parse(RetrievalJson.of(report)).get("subsets").size()).isZero();
  }

  @Test
  void no_query_at_all_is_a_dash_and_minus_one() {
    RetrievalReport report =
        RetrievalReport.of(
            evaluation(SMALL),
            outcome -> false,
            List.of(),
            new RetrievalReport.Rules("0.1.0", BadResults.SKIP, Boxes.DETECTED, List.of()),
            List.of());
    assertThat(RetrievalText.of(report)).contains("top-20           0      -\n");
    assertThat(JsonTree.parse(RetrievalJson.of(report)).get("overall").get("top20").value())
        .isEqualTo(-1.0);
  }

  @Test
  void json_has_every_number() {
    JsonTree json = JsonTree.parse(RetrievalJson.of(report(SMALL, Boxes.DETECTED)));
    assertThat(json.get("schema").text()).isEqualTo("wardrobe-retrieval");
    assertThat(json.get("rules").get("boxes").text()).isEqualTo("detected");
    assertThat(json.get("inputs").get(0).get("sha256").text()).isEqualTo("ab");
    assertThat(json.get("counts").get("short_rows").number()).isEqualTo(2);
    assertThat(json.get("counts").get("gallery_items").number()).isEqualTo(7);
    JsonTree overall = json.get("overall");
    assertThat(overall.get("without_detections").number()).isEqualTo(1);
    assertThat(overall.get("correct_within").get(0).number()).isZero();
    assertThat(overall.get("correct_within").get(1).number()).isEqualTo(1);
    assertThat(overall.get("top5").number()).isEqualTo(1.0 / 3);
    assertThat(json.get("more_than_5").get("queries").number()).isEqualTo(1);
    JsonTree small = json.get("subsets").get(0);
    assertThat(small.get("value").text()).isEqualTo("small");
    assertThat(small.get("overall").get("queries").number()).isEqualTo(3);
    assertThat(small.get("more_than_5").get("top20").number()).isEqualTo(1);
    JsonTree published = json.get("published").get(0);
    assertThat(published.get("variant").text()).isEqualTo("class");
    assertThat(published.get("table9_ground_truth_boxes").get(14).number()).isEqualTo(.47);
  }

  @Test
  void csv_has_one_number_a_line() {
    List<String> lines = RetrievalCsv.of(report(SMALL, Boxes.GROUND_TRUTH)).lines().toList();
    assertThat(lines)
        .startsWith("task,scope,name,metric,value")
        .contains(
            "retrieval,counts,all,rows,2",
            "retrieval,overall,all,correct2,1",
            "retrieval,overall,all,top20,0.3333333333333333",
            "retrieval,more_than_5,all,top10,1.0",
            "retrieval,subset,scale large,top20,-1.0",
            "retrieval,more_than_5_subset,viewpoint frontal,queries,1",
            "retrieval,published,pose+class,top15,0.488",
            "retrieval,published_more_than_5,class,top10,0.361",
            "retrieval,published_more_than_5_subset,class scale small,top20,0.52");
    assertThat(lines).doesNotHaveDuplicates();
  }
}
