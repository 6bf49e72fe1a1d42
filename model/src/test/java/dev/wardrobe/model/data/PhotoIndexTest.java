package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.files.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of photos before they are loaded. */
class PhotoIndexTest {
  @TempDir private Path root;

  private static Path annotation(Path split, int imageId) {
    return split.resolve("annos").resolve("%06d.json".formatted(imageId));
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static String refused(Path folder) {
    try (Dataset dataset = MadeUpPhotos.open(folder)) {
      String[] message = new String[1];
      assertThatExceptionOfType(DatasetException.class)
          .isThrownBy(() -> MadeUpPhotos.index(dataset))
          .satisfies(e -> message[0] = String.valueOf(e.getMessage()));
      assertThat(message[0]).doesNotContain("\n");
      return message[0];
    }
  }

  @Test
  void index_holds_what_the_annotations_say() {
    try (Dataset dataset = MadeUpPhotos.open(MadeUpPhotos.write(root, 7))) {
      DatasetSplit split = MadeUpPhotos.onlySplit(dataset);
      List<Finding> findings = new ArrayList<>();
      PhotoIndex index = MadeUpPhotos.index(dataset, findings);
      assertThat(findings).isEmpty();
      assertThat(index.size()).isEqualTo(7);
      assertThat(index.leftOut()).isEqualTo(new PhotoIndex.LeftOut(0, 0, 0));
      for (int i = 0; i < index.size(); i++) {
        Photo photo = split.read(index.imageId(i), true).photo().orElseThrow();
        assertThat(index.indexOf(photo.imageId())).isEqualTo(i);
        assertThat(index.width(i)).isEqualTo(photo.size().orElseThrow().width());
        assertThat(index.height(i)).isEqualTo(photo.size().orElseThrow().height());
        assertThat(index.source(i)).isEqualTo(photo.source());
        assertThat(index.pairId(i)).isEqualTo(photo.pairId());
        assertThat(index.itemCount(i)).isEqualTo(photo.items().size());
        for (int k = 0; k < photo.items().size(); k++) {
          assertThat(index.style(i, k)).isEqualTo(photo.items().get(k).style());
        }
      }
      ReadOptions reading = ReadOptions.defaults().withThreads(1);
      assertThat(index.annotationDigest(reading)).isEqualTo(split.annotationDigest(reading));
      assertThat(index.indexOf(99)).isNegative();
    }
  }

  @Test
  void what_cannot_be_used_is_left_out_counted_and_reported() throws IOException {
    Path split = MadeUpPhotos.write(root, 8);
    Files.delete(MadeUpPhotos.file(split, 1));
    Files.writeString(MadeUpPhotos.file(split, 2), "no photo");
    Files.delete(annotation(split, 3));
    Files.writeString(annotation(split, 4), "{");
    Files.writeString(annotation(split, 5), "{\"source\": \"shop\", \"pair_id\": 3}");
    String bad = Files.readString(annotation(split, 6)).replace("\"category_id\": ", "\"x\": ");
    Files.writeString(annotation(split, 6), bad);
    try (Dataset dataset = MadeUpPhotos.open(split)) {
      List<Finding> findings = new ArrayList<>();
      PhotoIndex index = MadeUpPhotos.index(dataset, findings);
      assertThat(index.size()).isEqualTo(2);
      assertThat(index.imageId(0)).isEqualTo(7);
      assertThat(index.leftOut().photos()).isEqualTo(4);
      assertThat(index.leftOut().items()).isPositive();
      assertThat(index.leftOut().photosWithoutItems()).isEqualTo(2);
      assertThat(findings)
          .extracting(Finding::rule)
          .contains(
              Rule.IMAGE_MISSING,
              Rule.IMAGE_HEADER,
              Rule.ANNOTATION_MISSING,
              Rule.JSON_SYNTAX,
              Rule.ITEM_NONE,
              Rule.ITEM_KEY_MISSING);
      PhotoIndex withEmpty =
          PhotoIndex.forTraining(
              MadeUpPhotos.onlySplit(dataset), ReadOptions.defaults(), true, f -> {});
      assertThat(withEmpty.size()).isEqualTo(4);
      PhotoIndex all =
          PhotoIndex.forPrediction(
              MadeUpPhotos.onlySplit(dataset), ReadOptions.defaults(), f -> {});
      assertThat(all.size()).as("all but the two without pixels").isEqualTo(6);
      assertThat(all.itemCount(all.indexOf(3))).isZero();
      assertThat(all.source(all.indexOf(3))).isEmpty();
    }
  }

  @Test
  void split_that_cannot_be_trained_on_is_refused_in_one_line() throws IOException {
    Path withoutAnnotations = MadeUpPhotos.write(root.resolve("a"), 2);
    deleteAll(withoutAnnotations.resolve("annos"));
    assertThat(refused(withoutAnnotations)).contains("train has no annotations");
    Path withoutPhotos = MadeUpPhotos.write(root.resolve("b"), 2);
    deleteAll(withoutPhotos.resolve("image"));
    assertThat(refused(withoutPhotos)).contains("train has no photos");
    Path broken = MadeUpPhotos.write(root.resolve("c"), 2);
    Files.writeString(annotation(broken, 1), "{}");
    Files.writeString(MadeUpPhotos.file(broken, 2), "");
    assertThat(refused(broken)).contains("Nothing to train on in train: none of its 2 photos");
  }

  @Test
  void split_without_annotations_can_be_predicted_on() throws IOException {
    Path split = MadeUpPhotos.write(root, 3);
    deleteAll(split.resolve("annos"));
    Files.writeString(MadeUpPhotos.file(split, 2), "no photo");
    try (Dataset dataset = MadeUpPhotos.open(split)) {
      PhotoIndex index =
          PhotoIndex.forPrediction(
              MadeUpPhotos.onlySplit(dataset), ReadOptions.defaults(), f -> {});
      assertThat(index.size()).isEqualTo(2);
      assertThat(index.imageId(1)).isEqualTo(3);
      assertThat(index.width(0)).isPositive();
    }
  }
}
