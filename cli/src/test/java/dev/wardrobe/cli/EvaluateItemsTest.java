package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code wardrobe evaluate detection}, {@code segmentation} and {@code landmarks}. */
class EvaluateItemsTest {
  @TempDir Path folder;
  private Path coco;
  private Path results;

  /** Three skirts: a small one of a consumer; a small and a large one of a shop, side by side. */
  @BeforeEach
  void writeData() {
    Path split = folder.resolve("validation");
    SampleData.annotation(split, 1, SampleData.photo("user", SampleData.skirt(1, 1)));
    String large =
        SampleData.skirt(2, 0)
            .replace("\"scale\": 1", "\"scale\": 3")
            .replace("[100, 100, 200, 200]", "[250, 100, 350, 200]");
    SampleData.annotation(split, 2, SampleData.photo("shop", SampleData.skirt(1, 1), large));
    SampleData.image(split, 1);
    SampleData.image(split, 2);
    coco = folder.resolve("gt.json");
    CommandRun.of("convert", "coco", split, "-o", coco, "--attributes").assertFine();
    results = folder.resolve("dt.json");
    write(record(1, "9", "0.9", 100), record(2, "9", "0.8", 250), record(2, "9", "0.7", 100));
  }

  private static String record(int imageId, String category, String score, int x) {
    return "{\"image_id\": %d, \"category_id\": %s, \"score\": %s, \"bbox\": [%s, 100, 100, 100]}"
        .formatted(imageId, category, score, x);
  }

  private void write(String... records) {
    SampleData.write(results, "[" + String.join(", ", records) + "]");
  }

  private CommandRun evaluate(Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("evaluate", "detection", "--gt", coco, "--results", results));
    Collections.addAll(words, more);
    return CommandRun.of(words.toArray());
  }

  private static String cell(CommandRun run, String start) {
    return run.out()
        .lines()
        .map(line -> line.replaceAll(" +", " "))
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElse("no line starts with " + start);
  }

  @Test
  void perfect_boxes_print_the_official_lines_and_the_papers_tables() {
    CommandRun run = evaluate().assertFine();
    assertThat(run.out())
        .startsWith(
            " Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = 1.000\n");
    assertThat(cell(run, "AP ")).isEqualTo("AP 1.000 0.638 +0.362");
    assertThat(cell(run, "AP ours"))
        .isEqualTo("AP ours 1.000 - 1.000 1.000 - - 1.000 - - - 1.000 - 1.000");
    assertThat(cell(run, "items")).isEqualTo("items 2 0 1 3 0 0 3 0 0 0 3 0 3");
    assertThat(cell(run, "skirt")).startsWith("skirt 3 3 1.000 1.000 1.000 -");
    assertThat(run.out()).contains("Table 2", "Table 3", "Per category");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void brief_ends_after_the_first_table() {
    assertThat(evaluate("--brief").assertFine().out())
        .contains("Table 2")
        .doesNotContain("Table 3", "Per category");
  }

  @Test
  void subset_rule_drop_makes_detections_outside_false() {
    assertThat(cell(evaluate("--subset-rule", "drop").assertFine(), "AP ours"))
        .isEqualTo("AP ours 0.835 - 0.500 1.000 - - 1.000 - - - 1.000 - 1.000");
    assertThat(evaluate("--subset-rule", "images-any").assertFine().out())
        .contains("photos with an item of the subset; other items on them are ignored.");
    CommandRun all = evaluate("--subset-rule", "images-all").assertFine();
    assertThat(cell(all, "AP ours"))
        .isEqualTo("AP ours 1.000 - - 1.000 - - 1.000 - - - 1.000 - 1.000");
    assertThat(cell(all, "items")).isEqualTo("items 1 0 0 3 0 0 3 0 0 0 3 0 3");
    evaluate("--subset-rule", "maybe")
        .assertMistake("Invalid value for option '--subset-rule': 'maybe' is none of ignore, drop");
  }

  @Test
  void without_attributes_a_hint_takes_the_place_of_the_subsets() {
    CommandRun.of("convert", "coco", folder.resolve("validation"), "-o", coco).assertFine();
    CommandRun run = evaluate().assertFine();
    assertThat(run.out())
        .contains("Note: No item says its attributes", "wardrobe convert coco --attributes")
        .doesNotContain("Table 3");
    evaluate("--source", "shop").assertMistake("The ground truth does not say who took the photos");
  }

  @Test
  void slices_leave_the_rest_out() throws IOException {
    CommandRun user = evaluate("--source", "user").assertFine();
    assertThat(cell(user, "skirt")).startsWith("skirt 1 1 ");
    assertThat(cell(user, "items")).isEqualTo("items 1 0 0 1 0 0 1 0 0 0 1 0 1");
    assertThat(cell(evaluate("--category", "skirt,vest"), "skirt")).startsWith("skirt 3 3 ");
    assertThat(cell(evaluate("--category", "vest"), "AP ")).isEqualTo("AP - 0.638 -");
    Path photos =
        Files.writeString(folder.resolve("photos.txt"), "# mine\n\n000002.jpg # the shop's\n");
    assertThat(cell(evaluate("--photos", photos).assertFine(), "skirt")).startsWith("skirt 2 2 ");
    Files.writeString(photos, "1\n77\n");
    CommandRun partly = evaluate("--photos", photos).assertFindings();
    assertThat(partly.out()).contains("that are not in the ground truth: 1.");
    Files.writeString(photos, "77\n");
    evaluate("--photos", photos).assertMistake("None of the 1 photos listed");
    Files.writeString(photos, "# none yet\n");
    evaluate("--photos", photos).assertMistake(photos + " lists no photo: expected an image id");
    Files.writeString(photos, "1\nfirst\n");
    evaluate("--photos", photos)
        .assertMistake(photos + ", line 2: found 'first', expected an image id");
    evaluate("--category", "hat").assertMistake("Invalid value for option '--category'");
  }

  @Test
  void bad_records_are_listed_and_refused() {
    write(record(1, "9", "0.9", 100), record(7, "9", "0.9", 100), record(2, "9", "\"x\"", 100));
    CommandRun run = evaluate();
    assertThat(run.code()).isEqualTo(Main.USAGE);
    assertThat(run.out()).isEmpty();
    List<String> lines = run.err().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("dt.json, record 2, image_id: found 7, expected ");
    assertThat(lines.get(1)).startsWith("dt.json, record 3, score: found ");
    assertThat(lines.get(2)).startsWith("wardrobe: Refused the results ").contains("--lenient");
  }

  @Test
  void a_hundred_bad_records_are_listed_at_most() {
    write(Collections.nCopies(130, record(7, "9", "0.9", 100)).toArray(String[]::new));
    List<String> lines = evaluate().err().lines().toList();
    assertThat(lines).hasSize(102);
    assertThat(lines.get(100)).isEqualTo("... and 30 more");
  }

  @Test
  void lenient_leaves_bad_records_out_and_says_so() {
    write(record(1, "9", "0.9", 100), record(7, "9", "0.9", 100));
    CommandRun run = evaluate("--lenient").assertFindings();
    assertThat(run.out()).contains("Note: Bad records of the results that were left out: 1.");
    assertThat(cell(run, "skirt")).startsWith("skirt 3 1 ");
    assertThat(run.err().lines()).hasSize(2);
    assertThat(run.err()).contains("wardrobe: left out 1 bad record of " + results);
    evaluate("--lenient", "--as-official")
        .assertMistake("Only one of --lenient and --as-official can be given");
  }

  @Test
  void as_official_takes_unknown_categories_and_refuses_unknown_photos() {
    write(record(1, "9", "0.9", 100), record(2, "77", "0.9", 100));
    assertThat(evaluate().code()).isEqualTo(Main.USAGE);
    CommandRun run = evaluate("--as-official").assertFine();
    assertThat(run.out()).contains("scored, as the official tools do: 1.");
    write(record(1, "9", "0.9", 100), record(7, "9", "0.9", 100));
    assertThat(evaluate("--as-official").code()).isEqualTo(Main.USAGE);
  }

  @Test
  void json_has_rules_digests_and_numbers() throws IOException {
    Path json = folder.resolve("scores.json");
    CommandRun run = evaluate("--json", json, "--source", "shop").assertFine();
    assertThat(run.err()).isEqualTo("Wrote %s%n".formatted(json));
    assertThat(Files.readString(json))
        .contains("\"schema\" : \"wardrobe-evaluation\"", "\"subset_rule\" : \"ignore\"")
        .contains("\"bytes\" : " + Files.size(results), "\"value\" : \"shop\"")
        .containsPattern("\"sha256\" : \"[0-9a-f]{64}\"");
    assertThat(evaluate("--json", "-").assertFine().out()).startsWith("{\n").endsWith("}\n");
  }

  @Test
  void csv_has_curves_if_asked_for() {
    CommandRun run = evaluate("--csv", "-").assertFine();
    assertThat(run.out()).startsWith("task,scope,name,metric,value\n").doesNotContain(",curve,");
    assertThat(evaluate("--csv", "-", "--curves").out())
        .contains("detection,curve,skirt 0.50,score@1.00,0.7\n")
        .contains("detection,curve,skirt 0.50:0.95,recall,1.0\n");
    evaluate("--curves").assertMistake("--curves needs --json FILE or --csv FILE");
    evaluate("--csv", "-", "--json", "-").assertMistake("Only one of --json and --csv");
  }

  @Test
  void intervals_if_asked_for() {
    assertThat(evaluate("--intervals", "50").assertFine().out())
        .contains("\nIntervals\n", "95 % of 50 samples of as many photos")
        .contains("viewpoint  frontal");
    assertThat(evaluate("--csv", "-", "--intervals").assertFine().out())
        .contains("detection,category,skirt,AP_low,", "detection,subset,scale small,AP50_high,");
    assertThat(evaluate().assertFine().out()).doesNotContain("Intervals");
    evaluate("--intervals", "0").assertMistake("Expected --intervals 1 to 100000, but got 0");
  }

  @Test
  void missing_files_are_one_line() {
    CommandRun.of("evaluate", "detection", "--gt", coco, "--results", folder.resolve("no.json"))
        .assertMistake("Cannot read " + folder.resolve("no.json"));
    CommandRun.of("evaluate", "detection", "--gt", folder.resolve("no"), "--results", results)
        .assertMistake("There is no " + folder.resolve("no"));
    CommandRun.of("evaluate", "detection", "--gt", coco)
        .assertMistake("Missing required option: '--results=FILE'");
  }

  @Test
  void data_set_gives_the_numbers_of_its_coco_file() {
    Path split = folder.resolve("validation");
    CommandRun run =
        CommandRun.of("evaluate", "detection", "--gt", split, "--results", results).assertFine();
    assertThat(run.out()).isEqualTo(evaluate().out());
    SampleData.annotation(split, 3, "{");
    CommandRun broken =
        CommandRun.of("evaluate", "detection", "--gt", split, "--results", results, "--brief")
            .assertFindings();
    assertThat(broken.err()).contains("left out 1 photo and 0 items");
  }

  @Test
  void masks_and_landmarks_have_their_own_tables() {
    String keypoints = String.join(", ", Collections.nCopies(294, "150, 150, 2"));
    SampleData.write(
        results,
        "[{\"image_id\": 1, \"category_id\": 9, \"score\": 0.5, \"keypoints\": [%s]}]"
            .formatted(keypoints));
    CommandRun landmarks =
        CommandRun.of(
                "evaluate", "landmarks", "--gt", coco, "--results", results, "--landmarks", "vis")
            .assertFine();
    assertThat(landmarks.out())
        .contains("maxDets= 20", "Table 4", "Table 5", "visible landmarks only");
    assertThat(landmarks.out().lines().filter(line -> line.startsWith(" Average"))).hasSize(10);
    SampleData.write(
        results,
        "[{\"image_id\": 1, \"category_id\": 9, \"score\": 0.5, \"segmentation\":"
            + " {\"size\": [300, 400], \"counts\": \"d\\\\m0T3Xfg2\"}}]");
    CommandRun masks =
        CommandRun.of("evaluate", "segmentation", "--gt", coco, "--results", results).assertFine();
    assertThat(masks.out()).contains("Table 6", "Table 7");
  }

  @ParameterizedTest
  @CsvSource({"detection", "segmentation", "landmarks", "retrieval"})
  void help_ends_with_the_exit_codes(String task) {
    assertThat(CommandRun.of("evaluate", task, "--help").assertFine().out().strip())
        .endsWith("Exit code: 0 scored, 1 something was left out (and said), 2 refused or usage.");
  }

  @Test
  void group_of_tasks_alone_shows_them() {
    assertThat(CommandRun.of("evaluate").assertFine().out())
        .contains("detection", "segmentation", "landmarks", "retrieval");
    CommandRun.of("evaluate", "pose").assertMistake("'pose' is no task");
  }

  @Test
  void json_has_digests_of_all_files_that_were_read() throws IOException {
    Path photos = Files.writeString(folder.resolve("photos.txt"), "1\n2\n");
    Path sizes =
        Files.writeString(
            folder.resolve("sizes.json"), "{\"000001\": [400, 300], \"000002\": [400, 300]}");
    Path split = folder.resolve("validation");
    CommandRun run =
        CommandRun.of(
                "evaluate",
                "detection",
                "--gt",
                split,
                "--results",
                results,
                "--json",
                "-",
                "--photos",
                photos,
                "--sizes",
                sizes)
            .assertFine();
    assertThat(run.out().lines().filter(line -> line.contains("\"role\"")).map(String::strip))
        .containsExactly(
            "\"role\" : \"ground truth\",",
            "\"role\" : \"sizes\",",
            "\"role\" : \"results\",",
            "\"role\" : \"photos\",");
  }

  @Test
  void results_that_break_off_are_said_to() {
    SampleData.write(results, "[" + record(1, "9", "0.9", 100) + ", {\"image_id\": 2");
    assertThat(evaluate("--lenient").assertFindings().out())
        .contains(
            "Note: The results cannot be read after record 1; what comes after it was not scored.");
  }

  @Test
  void results_of_another_task_are_asked_after() {
    CommandRun run = CommandRun.of("evaluate", "landmarks", "--gt", coco, "--results", results);
    assertThat(run.code()).isEqualTo(Main.USAGE);
    assertThat(run.err()).contains("all lack keypoints: are these results of another task?");
  }

  @Test
  void bad_records_of_the_ground_truth_are_left_out_or_used_as_the_official_tools_do()
      throws IOException {
    Files.writeString(
        coco, Files.readString(coco).replaceFirst("\"category_id\": 9", "\"category_id\": 77"));
    assertThat(evaluate().code()).isEqualTo(Main.USAGE);
    CommandRun lenient = evaluate("--lenient").assertFindings();
    assertThat(lenient.out()).contains("Bad records of the ground truth that were left out: 1.");
    assertThat(lenient.err())
        .contains("left out: gt.json, record 1, category_id: found 77")
        .contains("wardrobe: left out 1 bad record of " + coco);
    CommandRun official = evaluate("--as-official").assertFine();
    assertThat(official.out())
        .contains("Bad records of the ground truth that were used, as the official tools do: 1.");
    assertThat(official.err()).isEmpty();
    assertThat(evaluate("--as-official", "--csv", "-").out())
        .contains("detection,counts,all,left_out,0\n");
  }
}
