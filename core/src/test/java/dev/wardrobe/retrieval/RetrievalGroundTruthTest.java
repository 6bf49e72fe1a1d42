package dev.wardrobe.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.wardrobe.SampleItems;
import dev.wardrobe.SplitFolder;
import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AnnotationWriter;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.pairs.RetrievalLists;
import dev.wardrobe.results.ResultsException;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrievalGroundTruthTest {
  private static final String QUERY =
      "{\"query_image_id\": 1, \"bbox\": [10, 20.5, 30, 40], \"cls\": 3, \"style\": 0, \"pair_id\": 5}";
  private static final String GALLERY =
      "{\"gallery_image_id\": 2, \"bbox\": [1, 2, 3, 4], \"style\": 1, \"pair_id\": 5}";

  @TempDir private Path folder;

  private final List<Finding> findings = new ArrayList<>();

  private Path write(String name, String json) throws IOException {
    return Files.writeString(folder.resolve(name), json);
  }

  private static SplitFolder annotated(Path folder, int count) {
    SplittableRandom random = new SplittableRandom(17);
    SplitFolder split = new SplitFolder(folder);
    for (int id = 1; id <= count; id++) {
      Item[] items = new Item[random.nextInt(1, 4)];
      for (int i = 0; i < items.length; i++) {
        int x = random.nextInt(200);
        Coordinates box =
            random.nextBoolean()
                ? Coordinates.ofIntegers(x, 2, x + 30, 40)
                : Coordinates.ofReals(x / 7., .1, x + 30.123456789012344, 40);
        items[i] =
            SampleItems.item(i + 1, Category.ALL.get(random.nextInt(13)), random.nextInt(3), box);
      }
      Source source = random.nextBoolean() ? Source.USER : Source.SHOP;
      Photo photo = SampleItems.photo(id, source, random.nextInt(20), items);
      split.annotation(id, new String(AnnotationWriter.toJson(photo), StandardCharsets.UTF_8));
    }
    return split;
  }

  private static QueryItem withoutAttributes(QueryItem item) {
    return new QueryItem(
        item.imageId(),
        item.box(),
        item.category(),
        item.style(),
        item.pairId(),
        Attributes.UNKNOWN);
  }

  @Test
  void split_equals_the_lists_written_from_it() throws IOException {
    Path queryList = folder.resolve("query.json.gz");
    Path galleryList = folder.resolve("gallery.json");
    RetrievalGroundTruth ofSplit;
    try (Dataset dataset = annotated(folder.resolve("train"), 700).open();
        OutputStream queries = new GZIPOutputStream(Files.newOutputStream(queryList));
        OutputStream gallery = Files.newOutputStream(galleryList)) {
      DatasetSplit split = dataset.splits().getFirst();
      ofSplit = RetrievalGroundTruth.of(split, ReadOptions.defaults(), findings::add);
      RetrievalLists.write(split, ReadOptions.defaults(), findings::add, queries, gallery);
    }
    RetrievalGroundTruth ofLists = RetrievalGroundTruth.readLists(queryList, galleryList);
    assertThat(ofSplit.queries().stream().map(RetrievalGroundTruthTest::withoutAttributes))
        .isEqualTo(ofLists.queries())
        .hasSizeGreaterThan(400);
    assertThat(ofSplit.gallery()).isEqualTo(ofLists.gallery()).hasSizeGreaterThan(300);
    assertThat(ofSplit.queries())
        .extracting(QueryItem::attributes)
        .containsOnly(SampleItems.ATTRIBUTES);
    assertThat(findings).isEmpty();
  }

  @Test
  void lost_photo_is_reported() {
    SplitFolder split = annotated(folder.resolve("train"), 3).annotation(2, "{");
    try (Dataset dataset = split.open()) {
      RetrievalGroundTruth truth =
          RetrievalGroundTruth.of(
              dataset.splits().getFirst(), ReadOptions.defaults(), findings::add);
      assertThat(truth.queries()).noneMatch(item -> item.imageId() == 2);
    }
    assertThat(findings).extracting(Finding::file).containsExactly("train/annos/000002.json");
  }

  @Test
  void split_without_annotations_is_refused_in_words() {
    SplitFolder split = new SplitFolder(folder.resolve("test")).image(1, new byte[] {1});
    try (Dataset dataset = split.open()) {
      assertThatThrownBy(() ->
              RetrievalGroundTruth.of(
                  dataset.splits().getFirst(), ReadOptions.defaults(), findings::add))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("has no annotations");
    }
  }

  @Test
  void rows_are_read_as_they_are() throws IOException {
    RetrievalGroundTruth truth =
        RetrievalGroundTruth.readLists(
            write("q", "[" + QUERY + "]"), write("g", "[" + GALLERY + ", " + GALLERY + "]"));
    assertThat(truth.queries())
        .containsExactly(new QueryItem(1, new Box(10, 20.5, 30, 40), 3, 0, 5, Attributes.UNKNOWN));
    assertThat(truth.queries().getFirst().isQuery()).isFalse();
    GalleryItem item = new GalleryItem(2, new Box(1, 2, 3, 4), 1, 5);
    assertThat(truth.gallery()).containsExactly(item, item);
  }

  @Test
  void lists_may_be_empty() throws IOException {
    RetrievalGroundTruth truth = RetrievalGroundTruth.readLists(write("q", "[]"), write("g", "[]"));
    assertThat(truth).isEqualTo(new RetrievalGroundTruth(List.of(), List.of()));
    RetrievalEvaluation evaluation =
        RetrievalEvaluation.of(truth, new RetrievalResults.Builder().build());
    assertThat(evaluation.overall().top(20)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"cls\": 3, ; ; : found no cls, expected the keys query_image_id, bbox, cls, style, pair_id",
        ": 3; : 14; , cls: found 14, expected a category from 1 to 13",
        "[10, 20.5, 30, 40]; [10, 20.5, 30]; , bbox: found a list of 3, expected [x1, y1, x2, y2]",
        "[10, 20.5, 30, 40]; [10, 20.5, 3, 40]; , bbox: found [10.0, 20.5, 3.0, 40.0], expected [x1,"
            + " y1, x2, y2] with x1 <= x2 and y1 <= y2",
        "20.5; NaN; , bbox: found NaN, expected a finite number",
        ": 0; : -1; , style: found -1, expected a whole number from 0 to 2147483647",
        ": 1; : 3000000000; , query_image_id: found 3000000000, expected a whole number from 0 to"
            + " 2147483647",
        ": 5; : 5.5; , pair_id: found 5.5, expected a whole number"
      })
  void bad_row_of_a_list_is_refused(String from, String to, String problem) throws IOException {
    String bad = QUERY.replace(from, to == null ? "" : to);
    assertThat(bad).isNotEqualTo(QUERY);
    Path queries = write("q", "[" + QUERY + ", " + bad + "]");
    Path gallery = write("g", "[" + GALLERY + "]");
    ResultsException refusal =
        catchThrowableOfType(
            ResultsException.class, () -> RetrievalGroundTruth.readLists(queries, gallery));
    assertThat(refusal)
        .hasMessage("Refused %s as a query list: 1 problem; mend the list".formatted(queries));
    assertThat(refusal.problems()).singleElement().hasToString("q, record 2" + problem);
  }

  @Test
  void lists_in_the_wrong_order_are_told_apart() throws IOException {
    Path queries = write("q", "[" + QUERY + "]");
    Path gallery = write("g", "[" + GALLERY + "]");
    assertThatThrownBy(() -> RetrievalGroundTruth.readLists(gallery, queries))
        .isInstanceOf(ResultsException.class)
        .hasMessageContaining("as a query list: 1 problem; mend the list")
        .satisfies(refusal ->
            assertThat(((ResultsException) refusal).problems().toString())
                .contains("found no query_image_id, cls, expected"));
  }
}
