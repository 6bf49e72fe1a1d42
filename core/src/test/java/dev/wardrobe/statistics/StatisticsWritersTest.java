package dev.wardrobe.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.statistics.SplitStatistics.Scope;
import dev.wardrobe.tables.Table;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class StatisticsWritersTest {
  private static final String HOSTILE = "a <b> & \"c\" \u0001 ]]> caf\u00e9";

  private static SplitStatistics split(String name, Scope scope, long seed, int photos) {
    SplitCounter counter = new SplitCounter();
    new SamplePhotos(seed).readings(photos).forEach(counter::add);
    return counter.toStatistics(name, scope);
  }

  private static SplitStatistics test(int photos) {
    SplitCounter counter = new SplitCounter();
    for (int id = 1; id <= photos; id++) {
      counter.add(SamplePhotos.withoutAnnotation(id));
    }
    return counter.toStatistics("test", Scope.TEST);
  }

  private static Statistics three() {
    return Statistics.of(
        "all",
        List.of(
            split("train", Scope.TRAIN, 1, 500),
            split("validation", Scope.VALIDATION, 2, 300),
            test(1_234)));
  }

  static List<Statistics> every() {
    return List.of(
        three(),
        Statistics.of("one", List.of(split("validation", Scope.VALIDATION, 3, 90))),
        Statistics.of(HOSTILE, List.of(split(HOSTILE, Scope.OTHER, 4, 90))),
        Statistics.of("test", List.of(test(3))),
        Statistics.of("empty split", List.of(split("train", Scope.TRAIN, 5, 0))),
        Statistics.of("no split", List.of()));
  }

  private static Document xml(String text)
      throws ParserConfigurationException, IOException, SAXException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
  }

  private static List<String> texts(Document document, String element) {
    NodeList nodes = document.getElementsByTagNameNS("*", element);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }

  @Test
  void overall_is_the_sum_of_the_splits() {
    Statistics statistics = three();
    SplitStatistics overall = statistics.overall();
    assertThat(overall.photos().total()).isEqualTo(500 + 300 + 1_234);
    for (Figure figure : Figure.values()) {
      long sum = statistics.splits().stream().mapToLong(s -> figure.counted(s).orElse(0)).sum();
      assertThat(figure.counted(overall)).as(figure.label()).hasValue(sum);
    }
    assertThat(overall.identities().identities())
        .isEqualTo(statistics.splits().stream().mapToLong(s -> s.identities().identities()).sum());
    assertThat(overall.sizes().photos())
        .isEqualTo(statistics.splits().stream().mapToLong(s -> s.sizes().photos()).sum());
    assertThat(overall.masks().parts().largest()).isEqualTo(3);
    assertThat(statistics.focus()).isEqualTo(overall);
  }

  @ParameterizedTest
  @MethodSource("every")
  void json_holds_the_numbers(Statistics statistics) {
    Object tree = JsonTree.parse(StatisticsJson.of(statistics));
    assertThat(JsonTree.object(tree))
        .containsEntry("schema", "wardrobe-statistics")
        .containsEntry("schema_version", 1L)
        .containsEntry("name", statistics.name());
    List<?> splits = (List<?>) JsonTree.get(JsonTree.object(tree), "splits");
    assertThat(splits).hasSameSizeAs(statistics.splits());
    for (int i = 0; i < splits.size(); i++) {
      assertSplit(JsonTree.object(splits.get(i)), statistics.splits().get(i));
    }
    assertSplit(JsonTree.object(tree, "overall"), statistics.overall());
  }

  private static void assertSplit(Map<String, Object> json, SplitStatistics expected) {
    assertThat(json)
        .containsEntry("name", expected.name())
        .containsEntry("scope", expected.scope().label())
        .containsEntry("annotated", expected.annotated());
    for (Figure figure : Figure.values()) {
      Map<String, Object> row = JsonTree.object(json, "table1", figure.key());
      assertThat(row.get("counted"))
          .isEqualTo(orNull(figure.counted(expected).stream().boxed().toList()));
      assertThat(row.get("paper"))
          .isEqualTo(
              orNull(PublishedFigures.paper(figure, expected.scope()).stream().boxed().toList()));
    }
    List<?> categories = (List<?>) JsonTree.get(JsonTree.object(json, "items"), "by_category");
    for (Category category : Category.ALL) {
      Map<String, Object> row = JsonTree.object(categories.get(category.id() - 1));
      assertThat(row).containsEntry("id", (long) category.id());
      assertThat(row).containsEntry("items", expected.items().categories().of(category));
    }
    Map<String, Object> slight = JsonTree.object(json, "attributes", "occlusion", "slight");
    assertThat(slight).containsEntry("paper_percent", 47L);
    assertThat(JsonTree.number(JsonTree.object(json, "pairs"), "positive"))
        .isEqualTo(expected.pairs().positive());
    assertThat(JsonTree.get(JsonTree.object(json, "photos", "items_per_photo"), "counts"))
        .isEqualTo(expected.photos().items().bins());
    assertThat(json.get("photo_sizes") instanceof Map).isEqualTo(expected.sizes().photos() > 0);
  }

  private static Object orNull(List<Long> value) {
    return value.isEmpty() ? JsonTree.NULL : value.getFirst();
  }

  private static Map<String, String> csv(Statistics statistics) {
    String[] lines = StatisticsCsv.of(statistics).split("\n", -1);
    assertThat(lines[0]).isEqualTo("split,table,row,column,value");
    assertThat(lines[lines.length - 1]).isEmpty();
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < lines.length - 1; i++) {
      int comma = lines[i].lastIndexOf(',');
      String key = lines[i].substring(0, comma);
      assertThat(key.chars().filter(c -> c == ',')).as(key).hasSize(3);
      assertThat(Double.parseDouble(lines[i].substring(comma + 1))).isNotNegative();
      assertThat(values.put(key, lines[i].substring(comma + 1))).as("second %s", key).isNull();
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("every")
  void csv_holds_every_number_once(Statistics statistics) {
    Map<String, String> values = csv(statistics);
    assertThat(values)
        .containsEntry(
            "overall,table1,photos,counted", Long.toString(statistics.overall().photos().total()))
        .containsEntry("overall,table1,items,paper", "800732")
        .containsEntry("overall,table1,photos,released", "286743");
  }

  @Test
  void csv_names_splits_tables_rows_and_columns() {
    Statistics statistics = three();
    SplitStatistics train = statistics.splits().getFirst();
    assertThat(csv(statistics))
        .containsEntry(
            "train,categories,skirt,items",
            Long.toString(train.items().categories().of(Category.SKIRT)))
        .containsEntry("train,attributes,viewpoint side or back,paper_percent", "15")
        .containsEntry("train,pairs,positive,count", Long.toString(train.pairs().positive()))
        .containsEntry("test,table1,photos,counted", "1234")
        .doesNotContainKey("test,table1,items,counted")
        .containsEntry("test,table1,items,paper", "109198");
  }

  @Test
  void csv_quotes_a_split_name_with_commas_and_quotes() {
    Statistics statistics = Statistics.of("x", List.of(split("a,\"b", Scope.OTHER, 6, 1)));
    assertThat(StatisticsCsv.of(statistics)).contains("\n\"a,\"\"b\",table1,photos,counted,1\n");
  }

  @ParameterizedTest
  @MethodSource("every")
  void svg_is_well_formed_and_described(Statistics statistics) throws Exception {
    Document document = xml(StatisticsSvg.of(statistics));
    assertThat(document.getDocumentElement().getNamespaceURI())
        .isEqualTo("http://www.w3.org/2000/svg");
    assertThat(texts(document, "title").getFirst()).startsWith("DeepFashion2 in numbers: ");
    assertThat(texts(document, "desc").getFirst())
        .contains(NumberText.count(statistics.focus().photos().total()) + " photos");
    assertThat(texts(document, "text")).contains(PublishedFigures.WHY_FEWER);
  }

  @ParameterizedTest
  @MethodSource("every")
  void svg_draws_inside_its_frame(Statistics statistics) throws Exception {
    NodeList bars = xml(StatisticsSvg.of(statistics)).getElementsByTagNameNS("*", "rect");
    for (int i = 0; i < bars.getLength(); i++) {
      Element bar = (Element) bars.item(i);
      double x = Double.parseDouble(bar.getAttribute("x"));
      double y = Double.parseDouble(bar.getAttribute("y"));
      assertThat(x).isBetween(0.0, 1600.0);
      assertThat(x + Double.parseDouble(bar.getAttribute("width"))).isBetween(x, 1600.0);
      assertThat(y + Double.parseDouble(bar.getAttribute("height"))).isBetween(y, 900.0);
    }
  }

  @Test
  void svg_shows_the_numbers_of_the_focus() throws Exception {
    Statistics statistics = three();
    List<String> texts = texts(xml(StatisticsSvg.of(statistics)), "text");
    assertThat(texts)
        .contains(NumberText.count(statistics.overall().items().total()))
        .contains(NumberText.count(statistics.overall().pairs().positive()))
        .contains("paper 873,234")
        .contains("1,234")
        .containsAll(Category.ALL.stream().map(Category::annotationName).toList());
  }

  @Test
  void svg_of_photos_alone_says_so() throws Exception {
    Statistics statistics = Statistics.of("test", List.of(test(3)));
    assertThat(texts(xml(StatisticsSvg.of(statistics)), "text"))
        .contains("No annotations, so only photos are counted", "3", "62,629", "67,342");
  }

  @Test
  void svg_lists_the_longest_bar_first() throws Exception {
    Statistics statistics = three();
    EnumCounts<Category> counts = statistics.overall().items().categories();
    List<String> names = Category.ALL.stream().map(Category::annotationName).toList();
    List<String> drawn =
        texts(xml(StatisticsSvg.of(statistics)), "text").stream().filter(names::contains).toList();
    List<Long> lengths =
        drawn.stream().map(name -> counts.of(Category.ofName(name).orElseThrow())).toList();
    assertThat(lengths).hasSize(13).isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @ParameterizedTest
  @MethodSource("every")
  void html_is_well_formed_and_has_every_table(Statistics statistics) throws Exception {
    String html = StatisticsHtml.of(statistics);
    Document document = xml(html.substring("<!DOCTYPE html>\n".length()));
    assertThat(texts(document, "h2"))
        .isEqualTo(StatisticsTables.of(statistics).stream().map(Table::title).toList());
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
  }

  @Test
  void text_explains_why_there_are_fewer_and_fits_a_terminal() {
    String text = StatisticsText.of(three());
    assertThat(text.lines()).contains(PublishedFigures.WHY_FEWER);
    assertThat(text.lines().toList()).allSatisfy(line -> assertThat(line).hasSizeLessThan(101));
    assertThat(text).contains("so 15 % stands for them together");
  }

  @Test
  void text_aligns_numbers_right_with_commas() {
    List<String> lines = StatisticsText.of(three()).lines().toList();
    int header = lines.indexOf("Table 1: counted, in the paper, and released") + 1;
    int counted = lines.get(header).indexOf("counted") + "counted".length();
    String overall =
        lines.stream().filter(line -> line.contains("491,895")).findFirst().orElseThrow();
    assertThat(overall.substring(0, counted)).endsWith(" 2,034");
    String test = lines.stream().filter(line -> line.contains("67,342")).findFirst().orElseThrow();
    assertThat(test.substring(0, counted)).endsWith(" 1,234");
  }

  @Test
  void text_of_photos_alone_has_table_1_alone() {
    Statistics statistics = Statistics.of("test", List.of(test(3)));
    assertThat(StatisticsTables.of(statistics)).hasSize(1);
    assertThat(StatisticsText.of(statistics)).contains("67,342").contains("62,629");
  }

  @Test
  void split_of_another_name_is_told_what_published_figures_need() {
    Statistics other = Statistics.of("x", List.of(split("val", Scope.OTHER, 7, 5)));
    String note = "Published figures are for folders or zips named train, validation and test.";
    assertThat(StatisticsText.of(other)).contains(note);
    assertThat(StatisticsText.of(three())).doesNotContain(note);
  }

  @Test
  void left_out_photos_and_items_have_a_table_by_fault() {
    Statistics statistics = three();
    Table last = StatisticsTables.of(statistics).getLast();
    assertThat(last.title()).startsWith("Left out");
    assertThat(last.rows().stream().map(List::getFirst))
        .containsExactly("photos: annotation-missing", "photos: json-syntax", "items: item-value");
  }
}
