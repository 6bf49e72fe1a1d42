package dev.wardrobe.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.JsonTree;
import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationFilesTest {
  private static JsonTree json(EvaluationReport report) {
    return JsonTree.parse(EvaluationJson.of(report));
  }

  @Test
  void json_says_what_was_scored_and_how() {
    JsonTree json = json(SampleReports.detection());
    assertThat(json.get("schema").value()).isEqualTo("wardrobe-evaluation");
    assertThat(json.get("task").value()).isEqualTo("detection");
    assertThat(json.get("iou_type").value()).isEqualTo("bbox");
    assertThat(json.get("inputs").get(0).get("sha256").value()).isEqualTo("00ff");
    JsonTree rules = json.get("rules");
    assertThat(rules.get("iou_thresholds").get(8).value()).isEqualTo(0.8999999999999999);
    assertThat(rules.get("recall_thresholds").get(100).value()).isEqualTo(1.0);
    assertThat(rules.get("max_dets").value()).isEqualTo(List.of(1.0, 10.0, 100.0));
    assertThat(rules.get("subset_rule").value()).isEqualTo("ignore");
    assertThat(rules.get("bad_results").value()).isEqualTo("lenient");
    assertThat(rules.get("slices").get(0).get("value").value()).isEqualTo("skirt, \"vest\"");
    assertThat(json.get("counts").get("left_out").value()).isEqualTo(2.0);
    assertThat(json.get("notes").get(0).value()).isEqualTo("2 records were left out.");
  }

  @Test
  void json_has_every_number_at_full_precision() {
    JsonTree json = json(SampleReports.detection());
    assertThat(json.get("summary").get("AP50").value()).isEqualTo(0.5125);
    assertThat(json.get("summary").get("AP_small").value()).isEqualTo(-1.0);
    assertThat(json.get("published").get("AP75").value()).isEqualTo(0.745);
    JsonTree skirt = json.get("categories").get(1);
    assertThat(skirt.get("name").value()).isEqualTo("skirt, long");
    assertThat(skirt.get("scores").get("AR_large").value()).isEqualTo(0.3875);
    JsonTree heavy = json.get("subsets").get(5);
    assertThat(heavy.get("value").value()).isEqualTo("heavy");
    assertThat(heavy.get("scores").get("AP").value()).isEqualTo(-1.0);
    assertThat(heavy.get("published").get("AP").value()).isEqualTo(0.372);
    assertThat(json.get("published_overall").get("AP").value()).isEqualTo(0.667);
    JsonTree curve = json.get("curves").get(0);
    assertThat(curve.get("precision").value()).isEqualTo(List.of(1.0, .25));
    assertThat(curve.get("scores").value()).isEqualTo(List.of(.875, 0.0));
  }

  @Test
  void files_have_intervals_if_there_are_some() {
    assertThat(json(SampleReports.detection()).get("intervals").value()).isEqualTo("null");
    JsonTree intervals = json(SampleReports.withIntervals()).get("intervals");
    assertThat(intervals.get("samples").value()).isEqualTo(500.0);
    assertThat(intervals.get("summary").get("AP75").value()).isEqualTo(List.of(.4, .6));
    JsonTree skirt = intervals.get("categories").get(1);
    assertThat(skirt.get("name").value()).isEqualTo("skirt, long");
    assertThat(skirt.get("scores").get("AP").value()).isEqualTo(List.of(-1.0, -1.0));
    JsonTree small = intervals.get("subsets").get(0);
    assertThat(small.get("value").value()).isEqualTo("small");
    assertThat(small.get("scores").get("AP").value()).isEqualTo(List.of(.1, .2));
    assertThat(EvaluationCsv.of(SampleReports.withIntervals()))
        .contains("detection,overall,all,AP_low,0.4\n", "detection,overall,all,AP75_high,0.6\n")
        .contains("detection,subset,scale small,AP50_low,0.1\n")
        .contains("detection,category,\"skirt, long\",AR_high,-1.0\n");
    assertThat(EvaluationCsv.of(SampleReports.detection())).doesNotContain("_low,0", "_high,0");
  }

  @Test
  void json_of_landmarks_says_which_count() {
    JsonTree json = json(SampleReports.landmarks(LandmarkChoice.VISIBLE));
    assertThat(json.get("rules").get("landmarks").value()).isEqualTo("vis");
    assertThat(json.get("rules").get("area_ranges").value())
        .isEqualTo(List.of("all", "medium", "large"));
    assertThat(json.get("published").get("AP").value()).isEqualTo(0.605);
  }

  @Test
  void json_ends_with_one_line_feed() {
    String text = new String(EvaluationJson.of(SampleReports.detection()), StandardCharsets.UTF_8);
    assertThat(text).startsWith("{\n").endsWith("\n}\n");
  }

  @Test
  void csv_has_one_number_a_line() {
    List<String> lines = EvaluationCsv.of(SampleReports.detection()).lines().toList();
    assertThat(lines.getFirst()).isEqualTo("task,scope,name,metric,value");
    assertThat(lines)
        .contains(
            "detection,counts,all,detections,1034",
            "detection,overall,all,AP50,0.5125",
            "detection,overall,all,AP_small,-1.0",
            "detection,category,short sleeve top,items,10",
            "detection,category,\"skirt, long\",AR_large,0.3875",
            "detection,subset,viewpoint side or back,AP,0.25",
            "detection,subset,scale small,photos,7",
            "detection,published,all,AP,0.638",
            "detection,published_subset,zoom_in no,AP,0.695",
            "detection,published_subset,all,AP,0.667",
            "detection,curve,\"skirt, long 0.50\",precision@0.01,0.25",
            "detection,curve,\"skirt, long 0.50\",score@0.00,0.875",
            "detection,curve,\"skirt, long 0.50:0.95\",recall,0.25");
    assertThat(lines).doesNotHaveDuplicates();
  }
}
