package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StatsCommandTest {
  private static final String SKIRT =
      """
      {"segmentation": [[1, 1, 9, 1, 9, 9]], "scale": 1, "viewpoint": 2, "zoom_in": 1,
       "landmarks": [%s], "style": %d, "bounding_box": [1, 1, 9, 9], "category_id": 9,
       "occlusion": 1, "category_name": "skirt"}\
      """;

  @TempDir private Path folder = Path.of("");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Object... arguments) {
    CommandLine command = Main.commandLine();
    command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    return command.execute(words);
  }

  private void photo(int id, String source, int style) throws IOException {
    String landmarks = "2, 2, 2" + ", 0, 0, 0".repeat(7);
    Path annos = Files.createDirectories(folder.resolve("validation/annos"));
    Files.writeString(
        annos.resolve("%06d.json".formatted(id)),
        "{\"source\": \"%s\", \"pair_id\": 7, \"item1\": %s}"
            .formatted(source, SKIRT.formatted(landmarks, style)));
  }

  @BeforeEach
  void writeData() throws IOException {
    photo(1, "user", 1);
    photo(2, "user", 1);
    photo(3, "shop", 1);
    photo(4, "shop", 0);
  }

  private static String row(String text, String start) {
    return text.lines()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> line.replaceAll(" +", " "))
        .orElse("no line starts with " + start);
  }

  @Test
  void text_goes_to_standard_output_and_the_exit_code_is_0() {
    assertThat(run("stats", folder)).isEqualTo(Main.OK);
    String text = out.toString();
    assertThat(row(text, "photos ")).isEqualTo("photos validation 4 33,669 32,153");
    assertThat(row(text, "items ")).isEqualTo("items validation 4 54,910 -");
    assertThat(row(text, "positive pairs")).isEqualTo("positive pairs validation 2 - -");
    assertThat(row(text, "query items")).isEqualTo("query items validation 2 12,550 -");
    assertThat(row(text, "gallery items")).isEqualTo("gallery items validation 1 37,183 -");
    assertThat(row(text, "skirt")).isEqualTo("skirt 4 100.0 % 2 2 1.00 8");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void files_are_written_and_named() throws IOException {
    Path json = folder.resolve("s.json");
    Path csv = folder.resolve("s.csv");
    Path svg = folder.resolve("s.svg");
    Path html = folder.resolve("s.html");
    assertThat(run("stats", folder, "--json", json, "--csv", csv, "--svg", svg, "--html", html))
        .isEqualTo(Main.OK);
    assertThat(Files.readString(json)).contains("\"schema\" : \"wardrobe-statistics\"");
    assertThat(Files.readString(csv)).contains("validation,pairs,positive,count,2\n");
    assertThat(Files.readString(svg)).startsWith("<svg ");
    assertThat(Files.readString(html)).startsWith("<!DOCTYPE html>");
    assertThat(err.toString().lines()).hasSize(4).allMatch(line -> line.startsWith("Wrote "));
    assertThat(out.toString()).startsWith("DeepFashion2 in ");
  }

  @Test
  void csv_on_standard_output_replaces_the_text() {
    assertThat(run("stats", folder, "--csv", "-")).isEqualTo(Main.OK);
    assertThat(out.toString()).startsWith("split,table,row,column,value\n");
    assertThat(out.toString()).doesNotContain("Table 1");
  }

  @Test
  void json_on_standard_output_replaces_the_text() {
    assertThat(run("stats", folder, "--json", "-")).isEqualTo(Main.OK);
    assertThat(out.toString()).startsWith("{").endsWith("}\n");
  }

  @Test
  void two_outputs_to_standard_output_are_a_usage_error() {
    assertThat(run("stats", folder, "--json", "-", "--csv", "-")).isEqualTo(Main.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("Only one of --json and --csv");
  }

  @Test
  void left_out_photos_and_items_are_said_in_one_line() throws IOException {
    Path annos = folder.resolve("validation/annos");
    Files.writeString(annos.resolve("000005.json"), "{\"source\": ");
    Files.writeString(
        annos.resolve("000006.json"),
        "{\"source\": \"shop\", \"pair_id\": 7, \"item1\": %s}"
            .formatted(SKIRT.formatted("1, 2, 2", 1)));
    assertThat(run("stats", folder)).isEqualTo(Main.OK);
    assertThat(err.toString())
        .isEqualTo(
            "wardrobe: left out 1 photo and 1 item; all findings: wardrobe validate %s%n"
                .formatted(folder));
    assertThat(row(out.toString(), "photos: json-syntax")).isEqualTo("photos: json-syntax 1");
    assertThat(row(out.toString(), "items: landmark-count")).isEqualTo("items: landmark-count 1");
  }

  @Test
  void brief_prints_the_two_published_tables_only() {
    assertThat(run("stats", folder, "--brief")).isEqualTo(Main.OK);
    assertThat(out.toString())
        .contains("Table 1:", "Figure 3:")
        .doesNotContain("Items per category", "Identities and pairs");
  }

  @Test
  void missing_data_is_a_usage_error_in_one_line() {
    assertThat(run("stats", folder.resolve("nowhere"))).isEqualTo(Main.USAGE);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("nowhere");
  }

  @Test
  void photos_without_annotations_are_counted() throws IOException {
    Path images = Files.createDirectories(folder.resolve("only/test/image"));
    Files.createFile(images.resolve("000001.jpg"));
    assertThat(run("stats", folder.resolve("only"), "--brief")).isEqualTo(Main.OK);
    assertThat(run("stats", folder.resolve("only"))).isEqualTo(Main.OK);
    assertThat(row(out.toString(), "photos ")).isEqualTo("photos test 1 67,342 62,629");
    assertThat(row(out.toString(), "items ")).isEqualTo("items test - 109,198 -");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void file_that_cannot_be_written_is_one_line() {
    assertThat(run("stats", folder, "--svg", folder)).isEqualTo(Main.USAGE);
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains("it is a folder");
  }

  @Test
  void sizes_come_from_the_photos_if_asked_for() {
    Path shared =
        Path.of(Optional.ofNullable(System.getenv("WARDROBE_SHARED")).orElse("../../shared"));
    Path train = shared.resolve("samples/train");
    Assumptions.assumeTrue(Files.isDirectory(train), () -> "needs " + train);
    assertThat(run("stats", train)).isEqualTo(Main.OK);
    assertThat(out.toString()).doesNotContain("Photo sizes");
    assertThat(run("stats", train, "--open-photos")).isEqualTo(Main.OK);
    assertThat(row(out.toString(), "photos of known size")).isEqualTo("photos of known size 1");
  }

  @Test
  void sizes_come_from_a_side_file() throws IOException {
    Path sizes = Files.writeString(folder.resolve("sizes.json"), "{\"000002\": [600, 800]}");
    assertThat(run("stats", folder, "--sizes", sizes)).isEqualTo(Main.OK);
    assertThat(row(out.toString(), "width, mean")).isEqualTo("width, mean 600");
    assertThat(row(out.toString(), "photos of known size")).isEqualTo("photos of known size 1");
  }
}
