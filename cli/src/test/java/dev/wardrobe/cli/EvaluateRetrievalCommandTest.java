package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateRetrievalCommandTest {
  private static final String ROW =
      """
      {"query_image_id": 1, "query_bbox": [100, 100, %d, 200], "query_cls": %d, "query_score": 0.5,
      "gallery_image_id": [2], "gallery_bbox": [[100, 100, 200, 200]]}\
      """;

  @TempDir Path folder;
  private Path split;
  private Path results;

  @BeforeEach
  void writeData() {
    split = SampleData.split(folder.resolve("validation"));
    CommandRun.of("convert", "retrieval", split, "-o", folder).assertFine();
    results = folder.resolve("found.json");
    SampleData.write(results, "[" + ROW.formatted(190, 9) + "]");
  }

  private static String row(CommandRun run, String start) {
    return run.out()
        .lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> line.replaceAll(" +", " "))
        .orElse("no line starts with " + start);
  }

  private CommandRun evaluate(Object... more) {
    Object[] words = new Object[6 + more.length];
    Object[] first = {"evaluate", "retrieval", "--gt", split, "--results", results};
    System.arraycopy(first, 0, words, 0, 6);
    System.arraycopy(more, 0, words, 6, more.length);
    return CommandRun.of(words);
  }

  @Test
  void data_set_gives_counters_and_tables() {
    CommandRun run = evaluate().assertFine();
    assertThat(row(run, "query_num")).isEqualTo("query_num 1");
    assertThat(row(run, "top-1 ")).isEqualTo("top-1 1 1.0");
    assertThat(row(run, "ours")).isEqualTo("ours 1.000 1.000 1.000 1.000 1.000");
    assertThat(run.out())
        .contains("Table 8", "Table 9, overall", "Table 9, by subset", "detected boxes")
        .contains("Note: Rows with fewer than 20 results;");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void lists_give_the_same_counters_without_subsets() {
    CommandRun run =
        CommandRun.of(
                "evaluate",
                "retrieval",
                "--query",
                folder.resolve("query_gt.json"),
                "--gallery",
                folder.resolve("gallery_gt.json"),
                "--results",
                results)
            .assertFine();
    assertThat(row(run, "top-1 ")).isEqualTo("top-1 1 1.0");
    assertThat(run.out())
        .contains("Note: The lists do not say the attributes")
        .doesNotContain("by subset");
  }

  @Test
  void exact_boxes_are_compared_with_the_papers_ground_truth_boxes() {
    SampleData.write(results, "[" + ROW.formatted(200, 9) + "]");
    assertThat(evaluate().out()).contains("matching gallery items, ground-truth boxes");
    assertThat(evaluate("--boxes", "detected").out())
        .contains("matching gallery items, detected boxes");
    evaluate("--boxes", "mine")
        .assertMistake(
            "Invalid value for option '--boxes': 'mine' is none of detected, ground-truth");
  }

  @Test
  void slices_count_fewer_queries() throws IOException {
    assertThat(row(evaluate("--category", "vest"), "query_num")).isEqualTo("query_num 0");
    SampleData.write(results, "[" + ROW.formatted(190, 9).replace(": 1,", ": 7,") + "]");
    assertThat(evaluate().out()).contains("Queries in photos without any row; not found: 1.");
    assertThat(evaluate("--category", "vest").out()).doesNotContain("Queries in photos without");
    Path photos = Files.writeString(folder.resolve("photos.txt"), "1\n");
    assertThat(row(evaluate("--photos", photos), "query_num")).isEqualTo("query_num 1");
    Files.writeString(photos, "2\n");
    CommandRun shop = evaluate("--photos", photos).assertFine();
    assertThat(row(shop, "top-20")).isEqualTo("top-20 0 -");
    assertThat(shop.out()).contains("Photos listed with --photos that have no query items: 1.");
  }

  @Test
  void bad_rows_are_refused_or_left_out() {
    SampleData.write(results, "[" + ROW.formatted(200, 9) + ", " + ROW.formatted(200, 77) + "]");
    CommandRun refused = evaluate();
    assertThat(refused.code()).isEqualTo(Main.USAGE);
    assertThat(refused.err().lines().toList().getFirst())
        .contains("record 2, query_cls: found 77, expected");
    assertThat(refused.err().lines().toList().getLast()).startsWith("wardrobe: Refused ");
    CommandRun lenient = evaluate("--lenient").assertFindings();
    assertThat(row(lenient, "top-1 ")).isEqualTo("top-1 1 1.0");
    assertThat(lenient.out()).contains("Bad records of the results that were left out: 1.");
    assertThat(evaluate("--lenient", "--csv", "-").out())
        .contains("retrieval,counts,all,left_out,1\n");
    assertThat(lenient.err()).contains("wardrobe: left out 1 bad record of " + results);
    evaluate("--as-official").assertFine();
  }

  @Test
  void json_and_csv_hold_the_numbers() throws IOException {
    Path json = folder.resolve("scores.json");
    evaluate("--json", json, "--csv", folder.resolve("scores.csv")).assertFine();
    assertThat(Files.readString(json))
        .contains("\"schema\" : \"wardrobe-retrieval\"", "\"top20\" : 1.0")
        .containsPattern("\"sha256\" : \"[0-9a-f]{64}\"");
    assertThat(Files.readString(folder.resolve("scores.csv")))
        .contains("retrieval,overall,all,top1,1.0\n");
  }

  @Test
  void one_ground_truth_must_be_given() {
    CommandRun.of("evaluate", "retrieval", "--results", results)
        .assertMistake("Expected --gt DATA, or both --query FILE and --gallery FILE");
    CommandRun.of("evaluate", "retrieval", "--query", results, "--results", results)
        .assertMistake("Expected --gt DATA, or both --query FILE and --gallery FILE");
    evaluate("--query", results)
        .assertMistake("Expected --gt DATA, or both --query FILE and --gallery FILE");
  }

  @Test
  void broken_photos_of_the_data_set_are_said() {
    SampleData.annotation(split, 3, "{");
    CommandRun run = evaluate().assertFindings();
    assertThat(run.err()).contains("left out 1 photo and 0 items");
  }

  @Test
  void coco_file_as_ground_truth_is_refused_with_what_to_give_instead() {
    CommandRun run =
        CommandRun.of("evaluate", "retrieval", "--gt", "val.json.gz", "--results", "r.json");
    assertThat(run.code()).isEqualTo(Main.USAGE);
    assertThat(run.err()).contains("got val.json.gz").contains("--query and --gallery");
  }
}
