package dev.wardrobe.model.prediction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.predictions.Embedding;
import dev.wardrobe.predictions.EmbeddingFiles;
import dev.wardrobe.predictions.EmbeddingTable;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedPhoto;
import dev.wardrobe.predictions.RetrievalRow;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalTest {
  private static final int LENGTH = 5;

  @TempDir Path folder;

  private static PredictedItem item(Optional<Category> category, int place, float... feature) {
    Box box = new Box(place, 0, place + 1, 1);
    return new PredictedItem(
        category, .5, box, Optional.empty(), Optional.empty(), Embedding.of(feature));
  }

  /** Photos of one to three items; features on a coarse grid, so that many are equally alike. */
  private static List<PredictedPhoto> photos(int count, SplittableRandom random, int steps) {
    List<PredictedPhoto> photos = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      List<PredictedItem> items = new ArrayList<>();
      for (int place = random.nextInt(1, 4); place > 0; place--) {
        float[] feature = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
          feature[i] = random.nextInt(steps) / 7f;
        }
        items.add(item(Optional.of(Category.ALL.get(random.nextInt(13))), place, feature));
      }
      Optional<Source> source =
          switch (random.nextInt(5)) {
            case 0 -> Optional.empty();
            case 1, 2 -> Optional.of(Source.USER);
            default -> Optional.of(Source.SHOP);
          };
      photos.add(new PredictedPhoto(id, id + ".jpg", new ImageSize(9, 9), source, items));
    }
    return photos;
  }

  /** Sorts the whole gallery by the plain sum; a stable sort, so earlier rows win ties. */
  private static List<RetrievalRow> oracle(EmbeddingTable table, Similarity similarity) {
    List<RetrievalRow> rows = new ArrayList<>();
    for (int query = 0; query < table.size(); query++) {
      if (table.row(query).source().equals(Optional.of(Source.USER))) {
        float[] asked = feature(table, query);
        List<RetrievalRow.Retrieved> best =
            IntStream.range(0, table.size())
                .filter(row -> table.row(row).source().equals(Optional.of(Source.SHOP)))
                .boxed()
                .sorted(
                    Comparator.comparingDouble(row -> -similarity.of(asked, feature(table, row))))
                .limit(20)
                .map(row ->
                    new RetrievalRow.Retrieved(table.row(row).imageId(), table.row(row).box()))
                .toList();
        EmbeddingTable.Row is = table.row(query);
        rows.add(
            new RetrievalRow(
                is.imageId(), is.box(), is.category().orElseThrow(), is.score(), best));
      }
    }
    return rows;
  }

  private static float[] feature(EmbeddingTable table, int row) {
    float[] feature = new float[table.length()];
    table.copy(row, feature, 0);
    return feature;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1000})
  void ranking_is_that_of_sorting_everything(int steps) {
    for (int seed = 0; seed < 8; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      float[] weights = new float[LENGTH];
      for (int i = 0; i < LENGTH; i++) {
        weights[i] = (float) random.nextDouble(-9, 1);
      }
      Similarity similarity = new Similarity(weights, 3);
      List<PredictedPhoto> photos = photos(90, random, steps);
      Path to = folder.resolve(steps + "-" + seed);
      EmbeddingFiles.write(to, files -> photos.forEach(files::add));
      try (EmbeddingTable table = EmbeddingTable.open(to)) {
        List<RetrievalRow> expected = oracle(table, similarity);
        int[] last = new int[1];
        Retrieval small = new Retrieval(table, similarity, 7, 11);
        assertThat(small.rows(done -> last[0] = done).toList())
            .as("seed %d", seed)
            .isEqualTo(expected);
        assertThat(last[0]).isEqualTo(expected.size()).isEqualTo(small.queries());
        assertThat(new Retrieval(table, similarity).rows(done -> {}).toList()).isEqualTo(expected);
      }
    }
  }

  @Test
  void few_shops_items_give_short_rows_and_none_empty_ones() {
    for (int shops = 0; shops < 2; shops++) {
      List<PredictedPhoto> photos = new ArrayList<>();
      photos.add(
          new PredictedPhoto(
              1,
              "1.jpg",
              new ImageSize(9, 9),
              Optional.of(Source.USER),
              List.of(item(Optional.of(Category.VEST), 1, 1, 2), item(Optional.empty(), 2, 3, 4))));
      if (shops > 0) {
        photos.add(
            new PredictedPhoto(
                2,
                "2.jpg",
                new ImageSize(9, 9),
                Optional.of(Source.SHOP),
                List.of(item(Optional.empty(), 3, 5, 6))));
      }
      Path to = folder.resolve("few" + shops);
      EmbeddingFiles.write(to, files -> photos.forEach(files::add));
      try (EmbeddingTable table = EmbeddingTable.open(to)) {
        Retrieval retrieval = new Retrieval(table, new Similarity(new float[] {-1, -1}, 0));
        assertThat(retrieval.gallery()).isEqualTo(shops);
        List<RetrievalRow> rows = retrieval.rows(done -> {}).toList();
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().category()).isEqualTo(Category.VEST);
        assertThat(rows.getFirst().retrieved()).hasSize(shops);
      }
    }
  }

  @Test
  void features_of_another_length_are_refused() {
    EmbeddingFiles.write(
        folder, files -> photos(3, new SplittableRandom(1), 3).forEach(files::add));
    try (EmbeddingTable table = EmbeddingTable.open(folder)) {
      assertThatThrownBy(() -> new Retrieval(table, new Similarity(new float[2], 0)))
          .hasMessage("Expected features of 2 numbers, but got 5");
    }
  }
}
