package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches from files. */
class BatchLoaderTest {
  private static final int PHOTOS = 14;

  @TempDir private static Path root;
  private static Path whole;

  @TempDir private Path own;

  @BeforeAll
  static void writeSplit() {
    whole = MadeUpPhotos.write(root, PHOTOS);
  }

  /** A copy of the split whose photos may be broken. */
  private Path copy() throws IOException {
    Path copy = own.resolve("train");
    for (String folder : List.of("image", "annos")) {
      Files.createDirectories(copy.resolve(folder));
      try (var files = Files.list(whole.resolve(folder))) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(folder).resolve(file.getFileName()));
        }
      }
    }
    return copy;
  }

  /** Leaves a photo's header and cuts off its pixels. */
  private static void breakPhoto(Path split, int imageId) throws IOException {
    Path file = MadeUpPhotos.file(split, imageId);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length * 3 / 4));
  }

  private static List<Batch> take(BatchLoader loader, int count) {
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      batches.add(loader.next());
    }
    return batches;
  }

  private static List<Batch> load(PhotoIndex photos, int first, int count, int threads) {
    BatchPlan plan = BatchPlan.coupled(photos, 4, 3);
    try (BatchLoader loader =
        BatchLoader.forTraining(plan, MadeUpPhotos.JITTERED, 3, first, threads, f -> {})) {
      return take(loader, count);
    }
  }

  private static void assertSame(List<Batch> found, List<Batch> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).height()).isEqualTo(expected.get(i).height());
      assertThat(found.get(i).width()).isEqualTo(expected.get(i).width());
      assertThat(found.get(i).pixels()).isEqualTo(expected.get(i).pixels());
      assertThat(found.get(i).targets()).isEqualTo(expected.get(i).targets());
    }
  }

  @Test
  void batches_are_the_same_for_any_number_of_threads_and_from_the_middle() {
    try (Dataset dataset = MadeUpPhotos.open(whole)) {
      PhotoIndex photos = MadeUpPhotos.index(dataset);
      List<Batch> batches = load(photos, 0, 11, 1);
      assertSame(load(photos, 0, 11, 2), batches);
      assertSame(load(photos, 0, 11, 4), batches);
      assertSame(load(photos, 6, 5, 2), batches.subList(6, 11));
    }
  }

  @Test
  void batch_is_what_its_photos_are_one_by_one() throws IOException {
    try (Dataset dataset = MadeUpPhotos.open(whole)) {
      PhotoIndex photos = MadeUpPhotos.index(dataset);
      BatchPlan plan = BatchPlan.inOrder(photos, 4);
      List<Batch> batches = new ArrayList<>();
      try (BatchLoader loader = BatchLoader.forPrediction(plan, MadeUpPhotos.PLAIN, 2, f -> {})) {
        for (var batch = loader.poll(); batch.isPresent(); batch = loader.poll()) {
          batches.add(batch.get());
        }
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(loader::next);
      }
      assertThat(batches).extracting(Batch::size).containsExactly(4, 4, 4, 2);
      int next = 0;
      for (Batch batch : batches) {
        assertThat(batch.height() % InputConfig.STRIDE).isZero();
        assertThat(batch.width() % InputConfig.STRIDE).isZero();
        for (int i = 0; i < batch.size(); i++) {
          assertImage(photos, next++, batch, i);
        }
      }
      assertThat(next).isEqualTo(PHOTOS);
    }
  }

  private static void assertImage(PhotoIndex photos, int index, Batch batch, int at)
      throws IOException {
    ImageTargets targets = batch.targets().get(at);
    assertThat(targets.imageId()).isEqualTo(photos.imageId(index));
    assertThat(targets.pairId()).isEqualTo(photos.pairId(index));
    assertThat(targets.source()).isEqualTo(photos.source(index));
    assertThat(targets.items()).hasSize(photos.itemCount(index));
    byte[] file = Files.readAllBytes(MadeUpPhotos.file(whole, targets.imageId()));
    try (DecodedPhoto decoded = PhotoDecoder.decode(file)) {
      Pixels pixels = decoded.resized(new ImageSize(targets.width(), targets.height()));
      int plane = batch.height() * batch.width();
      for (int channel = 0; channel < 3; channel++) {
        double mean = MadeUpPhotos.PLAIN.mean().get(channel);
        double deviation = MadeUpPhotos.PLAIN.deviation().get(channel);
        for (int y = 0; y < batch.height(); y++) {
          for (int x = 0; x < batch.width(); x++) {
            float found = batch.pixels()[(at * 3 + channel) * plane + y * batch.width() + x];
            double expected =
                x < targets.width() && y < targets.height()
                    ? (pixels.at(x, y, channel) / 255.0 - mean) / deviation
                    : 0;
            if (Math.abs(found - expected) > 1e-5) {
              assertThat((double) found).as("%d, %d, %d", channel, x, y).isEqualTo(expected);
            }
          }
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void broken_photo_is_replaced_and_named_once(int threads) throws IOException {
    Path split = copy();
    breakPhoto(split, 5);
    try (Dataset dataset = MadeUpPhotos.open(split)) {
      PhotoIndex photos = MadeUpPhotos.index(dataset);
      assertThat(photos.size()).as("its header is whole").isEqualTo(PHOTOS);
      BatchPlan plan = BatchPlan.shuffled(photos, 4, 3);
      List<Finding> findings = new ArrayList<>();
      try (BatchLoader loader =
          BatchLoader.forTraining(plan, MadeUpPhotos.JITTERED, 3, 0, threads, findings::add)) {
        List<Batch> batches = take(loader, 12);
        assertThat(batches).allMatch(batch -> batch.size() == 4);
        assertThat(batches)
            .allSatisfy(
                batch -> assertThat(batch.targets()).noneMatch(targets -> targets.imageId() == 5));
        assertThat(loader.brokenPhotos()).isEqualTo(1);
      }
      assertThat(findings).hasSize(1);
      assertThat(findings.getFirst().rule()).isEqualTo(Rule.IMAGE_DECODE);
      assertThat(findings.getFirst().toString())
          .contains("image/000005.jpg: found a JPEG whose pixels end early");
    }
  }

  @Test
  void replacement_does_not_depend_on_threads() throws IOException {
    Path split = copy();
    breakPhoto(split, 2);
    try (Dataset dataset = MadeUpPhotos.open(split)) {
      PhotoIndex photos = MadeUpPhotos.index(dataset);
      assertSame(load(photos, 0, 8, 3), load(photos, 0, 8, 1));
    }
  }

  @Test
  void many_broken_photos_end_training_in_one_line() throws IOException {
    Path split = copy();
    for (int id = 1; id <= 4; id++) {
      breakPhoto(split, id);
    }
    try (Dataset dataset = MadeUpPhotos.open(split)) {
      BatchPlan plan = BatchPlan.shuffled(MadeUpPhotos.index(dataset), 4, 3);
      try (BatchLoader loader =
          BatchLoader.forTraining(plan, MadeUpPhotos.PLAIN, 3, 0, 2, f -> {})) {
        assertThatExceptionOfType(DatasetException.class)
            .isThrownBy(() -> take(loader, 60))
            .withMessageContaining("photos of train that were asked for are broken")
            .withMessageContaining("image/00000")
            .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
      }
    }
  }

  @Test
  void split_of_broken_photos_ends_training() throws IOException {
    Path split = copy();
    for (int id = 1; id <= PHOTOS; id++) {
      breakPhoto(split, id);
    }
    try (Dataset dataset = MadeUpPhotos.open(split)) {
      BatchPlan plan = BatchPlan.shuffled(MadeUpPhotos.index(dataset), 4, 3);
      try (BatchLoader loader =
          BatchLoader.forTraining(plan, MadeUpPhotos.PLAIN, 3, 0, 2, f -> {})) {
        assertThatExceptionOfType(DatasetException.class)
            .isThrownBy(loader::next)
            .withMessageContaining("20 in a row are broken");
      }
    }
  }

  @Test
  void broken_photos_are_left_out_in_prediction() throws IOException {
    Path split = copy();
    for (int id = 1; id <= 5; id++) {
      breakPhoto(split, id);
    }
    try (Dataset dataset = MadeUpPhotos.open(split)) {
      List<Finding> findings = new ArrayList<>();
      BatchPlan plan = BatchPlan.inOrder(MadeUpPhotos.index(dataset), 4);
      List<Integer> ids = new ArrayList<>();
      try (BatchLoader loader =
          BatchLoader.forPrediction(plan, MadeUpPhotos.PLAIN, 2, findings::add)) {
        for (var batch = loader.poll(); batch.isPresent(); batch = loader.poll()) {
          batch.get().targets().forEach(targets -> ids.add(targets.imageId()));
        }
      }
      assertThat(ids).containsExactly(6, 7, 8, 9, 10, 11, 12, 13, 14);
      assertThat(findings).hasSize(5);
    }
  }

  @Test
  void closing_stops_the_threads() throws InterruptedException {
    try (Dataset dataset = MadeUpPhotos.open(whole)) {
      BatchPlan plan = BatchPlan.shuffled(MadeUpPhotos.index(dataset), 8, 3);
      BatchLoader loader = BatchLoader.forTraining(plan, MadeUpPhotos.PLAIN, 3, 0, 2, f -> {});
      loader.next();
      loader.close();
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().startsWith("wardrobe-photos")) {
          thread.join(10_000);
          assertThat(thread.isAlive()).isFalse();
        }
      }
    }
  }

  @Test
  void interrupted_wait_is_an_error_and_leaves_the_mark() {
    try (Dataset dataset = MadeUpPhotos.open(whole)) {
      BatchPlan plan = BatchPlan.shuffled(MadeUpPhotos.index(dataset), 8, 3);
      try (BatchLoader loader =
          BatchLoader.forTraining(plan, MadeUpPhotos.PLAIN, 3, 0, 1, f -> {})) {
        Thread.currentThread().interrupt();
        // The first batches may be there already; taken so fast, one will not.
        assertThatExceptionOfType(DatasetException.class)
            .isThrownBy(() -> {
              for (int i = 0; i < 1000; i++) {
                loader.next();
              }
            })
            .withMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
      }
    }
  }
}
