package dev.wardrobe.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.JsonTree;
import dev.wardrobe.SampleItems;
import dev.wardrobe.SharedData;
import dev.wardrobe.SplitFolder;
import dev.wardrobe.TarFiles;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AnnotationWriter;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.structures.Coordinates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetrievalListsTest {
  @TempDir private Path folder;

  private final List<Finding> findings = new ArrayList<>();

  /** Both lists and the counts. */
  private record Lists(String queries, String gallery, RetrievalLists.Summary summary) {}

  private Lists write(Dataset dataset, int threads) throws IOException {
    ByteArrayOutputStream queries = new ByteArrayOutputStream();
    ByteArrayOutputStream gallery = new ByteArrayOutputStream();
    RetrievalLists.Summary summary =
        RetrievalLists.write(
            dataset.splits().getFirst(),
            ReadOptions.defaults().withThreads(threads),
            findings::add,
            queries,
            gallery);
    return new Lists(
        queries.toString(StandardCharsets.UTF_8),
        gallery.toString(StandardCharsets.UTF_8),
        summary);
  }

  private static List<Photo> photos(int count) {
    SplittableRandom random = new SplittableRandom(61);
    List<Photo> photos = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      Item[] items = new Item[random.nextInt(1, 4)];
      for (int i = 0; i < items.length; i++) {
        int x = random.nextInt(200);
        Coordinates box =
            random.nextBoolean()
                ? Coordinates.ofIntegers(x, 2, x + 30, 40)
                : Coordinates.ofReals(x, .5, x + 30.25, 40);
        items[i] =
            SampleItems.item(i + 1, Category.ALL.get(random.nextInt(13)), random.nextInt(3), box);
      }
      Source source = random.nextBoolean() ? Source.USER : Source.SHOP;
      photos.add(SampleItems.photo(id, source, random.nextInt(50), items));
    }
    return photos;
  }

  private static String row(Photo photo, Item item) {
    String box = item.boundingBox().toString();
    return photo.source().orElseThrow() == Source.USER
        ? "{\"style\": %d, \"pair_id\": %d, \"query_image_id\": %d, \"bbox\": %s, \"cls\": %d}"
            .formatted(item.style(), photo.pairId(), photo.imageId(), box, item.category().id())
        : "{\"gallery_image_id\": %d, \"style\": %d, \"pair_id\": %d, \"bbox\": %s}"
            .formatted(photo.imageId(), item.style(), photo.pairId(), box);
  }

  @Test
  void rows_are_all_consumer_items_and_styled_shop_items_in_order() throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    List<String> queries = new ArrayList<>();
    List<String> gallery = new ArrayList<>();
    int styled = 0;
    for (Photo photo : photos(2_000)) {
      split.annotation(
          photo.imageId(), new String(AnnotationWriter.toJson(photo), StandardCharsets.UTF_8));
      boolean consumer = photo.source().orElseThrow() == Source.USER;
      for (Item item : photo.items()) {
        if (consumer) {
          queries.add(row(photo, item));
          styled += item.style() > 0 ? 1 : 0;
        } else if (item.style() > 0) {
          gallery.add(row(photo, item));
        }
      }
    }
    try (Dataset dataset = split.open()) {
      Lists lists = write(dataset, 2);
      assertThat(lists.queries()).isEqualTo("[" + String.join(", ", queries) + "]");
      assertThat(lists.gallery()).isEqualTo("[" + String.join(", ", gallery) + "]");
      assertThat(lists.summary())
          .isEqualTo(new RetrievalLists.Summary(queries.size(), styled, gallery.size()));
      assertThat(write(dataset, 1)).isEqualTo(lists);
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void lost_photo_is_reported_and_lists_may_be_empty() throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train")).annotation(1, "{");
    try (Dataset dataset = split.open()) {
      assertThat(write(dataset, 1))
          .isEqualTo(new Lists("[]", "[]", new RetrievalLists.Summary(0, 0, 0)));
    }
    assertThat(findings).extracting(Finding::file).containsExactly("train/annos/000001.json");
  }

  @Test
  void split_without_annotations_is_refused_in_words() {
    SplitFolder split = new SplitFolder(folder.resolve("test")).image(1, new byte[] {1});
    try (Dataset dataset = split.open()) {
      assertThatThrownBy(() -> write(dataset, 1))
          .isInstanceOf(DatasetException.class)
          .hasMessage("The split test has no annotations: expected annos/NNNNNN.json");
    }
  }

  @Test
  void full_disk_ends_with_its_reason() {
    SplitFolder split = new SplitFolder(folder.resolve("train")).annotation(1, "{");
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    try (Dataset dataset = split.open()) {
      assertThatThrownBy(() ->
              RetrievalLists.write(
                  dataset.splits().getFirst(),
                  ReadOptions.defaults(),
                  findings::add,
                  OutputStream.nullOutputStream(),
                  full))
          .isInstanceOf(IOException.class)
          .hasMessage("No space left on device");
    }
  }

  @Test
  void keys_have_the_order_of_the_published_lists() throws IOException {
    JsonTree query = JsonTree.read(SharedData.require("samples/retrieval/query.json")).get(0);
    JsonTree gallery = JsonTree.read(SharedData.require("samples/retrieval/gallery.json")).get(0);
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    Item skirt = SampleItems.item(1, Category.SKIRT, 1);
    for (Photo photo :
        List.of(
            SampleItems.photo(1, Source.USER, 1, skirt),
            SampleItems.photo(2, Source.SHOP, 1, skirt))) {
      split.annotation(
          photo.imageId(), new String(AnnotationWriter.toJson(photo), StandardCharsets.UTF_8));
    }
    try (Dataset dataset = split.open()) {
      Lists lists = write(dataset, 1);
      assertThat(keys(tree(lists.queries()).get(0))).isEqualTo(keys(query));
      assertThat(keys(tree(lists.gallery()).get(0))).isEqualTo(keys(gallery));
    }
  }

  private JsonTree tree(String json) throws IOException {
    return JsonTree.read(Files.writeString(folder.resolve("tree.json"), json));
  }

  private static List<?> keys(JsonTree row) {
    return List.copyOf(((Map<?, ?>) row.value()).keySet());
  }

  @Test
  void lists_of_two_hundred_photos_have_the_rows_of_the_plain_conversion() throws IOException {
    TarFiles.unpack(
        SharedData.require("golden/val200.tgz"),
        folder,
        file -> file.startsWith("val200/annos/") || file.startsWith("val200/val_"));
    try (Dataset dataset = Dataset.open(folder.resolve("val200"), DatasetOptions.DEFAULTS)) {
      Lists lists = write(dataset, 2);
      List<Object> queries = rows(JsonTree.read(folder.resolve("val200/val_query.json")), -1);
      List<Object> gallery = rows(JsonTree.read(folder.resolve("val200/val_gallery.json")), 0);
      assertThat(rows(tree(lists.queries()), -1)).isEqualTo(queries);
      assertThat(rows(tree(lists.gallery()), -1)).isEqualTo(gallery);
      assertThat(lists.summary()).isEqualTo(new RetrievalLists.Summary(109, 69, gallery.size()));
    }
  }

  /** Rows with a style above the given one. */
  private static List<Object> rows(JsonTree list, int style) {
    List<Object> rows = new ArrayList<>();
    for (JsonTree row : list) {
      if (row.get("style").integer() > style) {
        rows.add(row.value());
      }
    }
    return rows;
  }
}
