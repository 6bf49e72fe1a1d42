package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which photos come together. */
class BatchPlanTest {
  @TempDir private static Path root;
  private static Dataset dataset;

  @BeforeAll
  static void writeSplit() {
    dataset = MadeUpPhotos.open(MadeUpPhotos.write(root, 2));
  }

  @AfterAll
  static void close() {
    dataset.close();
  }

  private static Item item(int number, int style) {
    return item(number, style, Category.SHORTS);
  }

  private static Item item(int number, int style, Category category) {
    return new Item(
        number,
        category,
        style,
        Coordinates.ofIntegers(0, 0, 10, 10),
        Landmarks.of(new double[3 * category.landmarks().count()]),
        new PolygonMask(List.of()),
        Attributes.UNKNOWN);
  }

  private static Photo photo(int id, Source source, int pairId, ImageSize size, int... styles) {
    List<Item> items = new ArrayList<>();
    for (int style : styles) {
      items.add(item(items.size() + 1, style));
    }
    return new Photo(
        id, Photo.fileNameOf(id), Optional.of(size), Optional.of(source), pairId, items);
  }

  private static Photo photo(int id, int pairId, Category... categories) {
    List<Item> items = new ArrayList<>();
    for (Category category : categories) {
      items.add(item(items.size() + 1, 1, category));
    }
    return new Photo(
        id,
        Photo.fileNameOf(id),
        Optional.of(new ImageSize(100, 100)),
        Optional.of(id % 2 == 0 ? Source.SHOP : Source.USER),
        pairId,
        items);
  }

  private static PhotoIndex index(List<Photo> photos) {
    PhotoIndexBuilder builder = new PhotoIndexBuilder(true, true);
    photos.forEach(photo -> builder.add(photo, photo.size().orElseThrow()));
    return new PhotoIndex(MadeUpPhotos.onlySplit(dataset), builder);
  }

  /** Photos of many identities, some on one side only, some of style 0. */
  private static PhotoIndex randomPhotos(SplittableRandom random, int count) {
    List<Photo> photos = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      ImageSize size = new ImageSize(100 + random.nextInt(400), 100 + random.nextInt(400));
      Source source = random.nextInt(3) == 0 ? Source.SHOP : Source.USER;
      int[] styles = new int[1 + random.nextInt(2)];
      for (int i = 0; i < styles.length; i++) {
        styles[i] = random.nextInt(3);
      }
      photos.add(photo(id, source, 1 + random.nextInt(1 + count / 6), size, styles));
    }
    return index(photos);
  }

  private static Map<Integer, Integer> uses(BatchPlan plan, long epoch) {
    Map<Integer, Integer> uses = new HashMap<>();
    for (int i = 0; i < plan.batchesPerEpoch(); i++) {
      int[] batch = plan.batch(epoch * plan.batchesPerEpoch() + i);
      assertThat(batch).hasSize(plan.batchSize());
      for (int photo : batch) {
        uses.merge(photo, 1, Integer::sum);
      }
    }
    return uses;
  }

  @Test
  void each_photo_is_seen_once_an_epoch_and_only_the_last_batch_is_filled_up() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 30; i++) {
      PhotoIndex photos = randomPhotos(random, 1 + random.nextInt(300));
      BatchPlan plan = BatchPlan.shuffled(photos, 1 + random.nextInt(12), i);
      for (long epoch = 0; epoch < 3; epoch++) {
        Map<Integer, Integer> uses = uses(plan, epoch);
        assertThat(uses).hasSize(photos.size());
        int total = uses.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(total - photos.size()).isBetween(0, plan.batchSize() - 1);
      }
      assertThat(plan.coupled()).isFalse();
    }
  }

  @Test
  void couples_are_a_consumer_and_a_shop_of_one_pair_id() {
    SplittableRandom random = new SplittableRandom(5);
    int positives = 0;
    int negatives = 0;
    for (int i = 0; i < 20; i++) {
      PhotoIndex photos = randomPhotos(random, 60 + random.nextInt(300));
      BatchPlan plan = BatchPlan.coupled(photos, 2 * (1 + random.nextInt(5)), i);
      assertThat(plan.coupled()).isTrue();
      for (long epoch = 0; epoch < 2; epoch++) {
        int couples = 0;
        for (int b = 0; b < plan.batchesPerEpoch(); b++) {
          int[] batch = plan.batch(epoch * plan.batchesPerEpoch() + b);
          if (!isCouple(photos, batch[0], batch[1])) {
            continue;
          }
          for (int k = 0; k < batch.length; k += 2) {
            assertThat(isCouple(photos, batch[k], batch[k + 1])).isTrue();
            couples++;
            if (photos.shareStyle(batch[k], batch[k + 1])) {
              positives++;
            } else {
              negatives++;
            }
          }
        }
        assertThat(couples).isGreaterThanOrEqualTo(plan.couplesPerEpoch());
      }
    }
    assertThat((double) positives / (positives + negatives)).isBetween(.6, .9);
  }

  private static boolean isCouple(PhotoIndex photos, int consumer, int shop) {
    return photos.pairId(consumer) == photos.pairId(shop)
        && photos.source(consumer).orElseThrow() == Source.USER
        && photos.source(shop).orElseThrow() == Source.SHOP
        && photos.hasStyle(consumer)
        && photos.hasStyle(shop);
  }

  @Test
  void every_photo_is_seen_with_couples_and_the_larger_side_of_a_pair_id_once() {
    SplittableRandom random = new SplittableRandom(6);
    for (int i = 0; i < 20; i++) {
      PhotoIndex photos = randomPhotos(random, 60 + random.nextInt(300));
      BatchPlan plan = BatchPlan.coupled(photos, 4, i);
      for (long epoch = 0; epoch < 2; epoch++) {
        Map<Integer, Integer> uses = uses(plan, epoch);
        assertThat(uses).as("every photo").hasSize(photos.size());
        Map<Integer, int[]> sides = new HashMap<>();
        for (int p = 0; p < photos.size(); p++) {
          if (photos.hasStyle(p)) {
            sides.computeIfAbsent(photos.pairId(p), id -> new int[2])[side(photos, p)]++;
          }
        }
        int repeated = 0;
        for (int p = 0; p < photos.size(); p++) {
          int[] counts = sides.getOrDefault(photos.pairId(p), new int[2]);
          int mine = counts[side(photos, p)];
          int others = counts[1 - side(photos, p)];
          if (!photos.hasStyle(p) || others == 0 || mine >= others) {
            repeated += uses.getOrDefault(p, 0) - 1;
          }
        }
        assertThat(repeated).as("only those that fill the last batches").isLessThan(2 * 4);
      }
    }
  }

  private static int side(PhotoIndex photos, int photo) {
    return photos.source(photo).orElseThrow() == Source.USER ? 0 : 1;
  }

  @Test
  void shops_photos_are_used_evenly() {
    List<Photo> all = new ArrayList<>();
    ImageSize size = new ImageSize(10, 10);
    for (int id = 1; id <= 24; id++) {
      all.add(photo(id, id <= 3 ? Source.SHOP : Source.USER, 9, size, 1));
    }
    BatchPlan plan = BatchPlan.coupled(index(all), 2, 1);
    assertThat(plan.couplesPerEpoch()).isEqualTo(21);
    assertThat(plan.batchesPerEpoch()).isEqualTo(21);
    Map<Integer, Integer> uses = uses(plan, 0);
    assertThat(uses).containsEntry(0, 7).containsEntry(1, 7).containsEntry(2, 7);
  }

  @Test
  void without_couples_the_plan_is_the_plain_one() {
    List<Photo> all = new ArrayList<>();
    ImageSize size = new ImageSize(10, 10);
    for (int id = 1; id <= 20; id++) {
      all.add(photo(id, Source.USER, 1 + id % 5, size, 1));
    }
    all.add(photo(21, Source.SHOP, 1, size, 0));
    all.add(photo(22, Source.SHOP, 77, size, 1));
    PhotoIndex photos = index(all);
    BatchPlan plan = BatchPlan.coupled(photos, 4, 3);
    BatchPlan plain = BatchPlan.shuffled(photos, 4, 3);
    assertThat(plan.coupled()).isFalse();
    assertThat(plan.couplesPerEpoch()).isZero();
    for (int i = 0; i < 12; i++) {
      assertThat(plan.batch(i)).isEqualTo(plain.batch(i));
    }
  }

  @Test
  void any_batch_may_be_asked_for_first() {
    PhotoIndex photos = randomPhotos(new SplittableRandom(7), 90);
    BatchPlan forwards = BatchPlan.coupled(photos, 4, 2);
    List<int[]> batches = new ArrayList<>();
    for (int i = 0; i < 3 * forwards.batchesPerEpoch(); i++) {
      batches.add(forwards.batch(i));
    }
    BatchPlan backwards = BatchPlan.coupled(photos, 4, 2);
    for (int i = batches.size() - 1; i >= 0; i--) {
      assertThat(backwards.batch(i)).isEqualTo(batches.get(i));
    }
  }

  @Test
  void seeds_and_epochs_differ() {
    PhotoIndex photos = randomPhotos(new SplittableRandom(7), 90);
    BatchPlan plan = BatchPlan.shuffled(photos, 8, 2);
    assertThat(plan.batch(0)).isNotEqualTo(plan.batch(plan.batchesPerEpoch()));
    assertThat(plan.batch(0)).isNotEqualTo(BatchPlan.shuffled(photos, 8, 3).batch(0));
  }

  @Test
  void photos_of_like_aspect_come_together() {
    PhotoIndex photos = randomPhotos(new SplittableRandom(9), 600);
    BatchPlan plan = BatchPlan.shuffled(photos, 8, 2);
    double spread = 0;
    for (int i = 0; i < plan.batchesPerEpoch(); i++) {
      double least = 9;
      double most = -9;
      for (int photo : plan.batch(i)) {
        least = Math.min(least, photos.aspect(photo));
        most = Math.max(most, photos.aspect(photo));
      }
      spread += most - least;
    }
    assertThat(spread / plan.batchesPerEpoch()).isLessThan(.15);
  }

  @Test
  void in_order_all_photos_come_once_and_the_last_batch_is_smaller() {
    PhotoIndex photos = randomPhotos(new SplittableRandom(9), 10);
    BatchPlan plan = BatchPlan.inOrder(photos, 4);
    assertThat(plan.batchesPerEpoch()).isEqualTo(3);
    assertThat(plan.batch(0)).containsExactly(0, 1, 2, 3);
    assertThat(plan.batch(2)).containsExactly(8, 9);
  }

  @Test
  void fewer_photos_than_a_batch_are_repeated() {
    PhotoIndex photos = randomPhotos(new SplittableRandom(9), 3);
    BatchPlan plan = BatchPlan.shuffled(photos, 8, 1);
    assertThat(plan.batchesPerEpoch()).isEqualTo(1);
    assertThat(plan.batch(5)).hasSize(8).contains(0, 1, 2);
  }

  @Test
  void impossible_batch_sizes_are_refused() {
    PhotoIndex photos = randomPhotos(new SplittableRandom(9), 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchPlan.shuffled(photos, 0, 1))
        .withMessageContaining("but got 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BatchPlan.coupled(photos, 3, 1))
        .withMessageContaining("even batch size");
  }

  /** Of 100 photos 4 show a sling, 20 a skirt, 1 both, the others shorts; all of them one pair. */
  private static PhotoIndex withRareOnes(int pairId) {
    List<Photo> photos = new ArrayList<>();
    for (int id = 1; id <= 100; id++) {
      photos.add(
          id == 1
              ? photo(id, pairId, Category.SKIRT, Category.SLING)
              : photo(
                  id,
                  pairId,
                  id <= 4 ? Category.SLING : id <= 23 ? Category.SKIRT : Category.SHORTS));
    }
    return index(photos);
  }

  @Test
  void photos_of_rare_categories_come_in_proportion_to_their_factors() {
    BatchPlan plan = BatchPlan.shuffled(withRareOnes(0), 5, 3).repeating(.36);
    // sqrt(.36 / .04) = 3, sqrt(.36 / .2) = 1.342, and shorts are frequent enough: 1.
    double sum = 4 * 3 + 19 * Math.sqrt(.36 / .2) + 77;
    int epochs = 400;
    double[] mean = new double[100];
    for (int epoch = 0; epoch < epochs; epoch++) {
      Map<Integer, Integer> uses = uses(plan, epoch);
      assertThat(uses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
      for (int photo = 0; photo < 100; photo++) {
        double expected = 100 / sum * (photo < 4 ? 3 : photo < 23 ? Math.sqrt(.36 / .2) : 1);
        assertThat(uses.getOrDefault(photo, 0))
            .isBetween((int) Math.floor(expected), (int) Math.ceil(expected));
      }
      uses.forEach((photo, count) -> mean[photo] += (double) count / epochs);
    }
    assertThat(mean[0]).isCloseTo(300 / sum, within(.1));
    assertThat(mean[10]).isCloseTo(100 * Math.sqrt(.36 / .2) / sum, within(.1));
    assertThat(mean[50]).isCloseTo(100 / sum, within(.1));
  }

  @Test
  void couples_count_like_the_rarer_of_their_photos() {
    BatchPlan plan = BatchPlan.coupled(withRareOnes(7), 4, 3).repeating(.36);
    BatchPlan plain = BatchPlan.coupled(withRareOnes(7), 4, 3);
    assertThat(plan.batchesPerEpoch()).isEqualTo(plain.batchesPerEpoch());
    double[] repeated = new double[100];
    double[] once = new double[100];
    for (int epoch = 0; epoch < 100; epoch++) {
      uses(plan, epoch).forEach((photo, count) -> repeated[photo] += count);
      uses(plain, epoch).forEach((photo, count) -> once[photo] += count);
    }
    // A couple of frequent photos only counts 1, one with a sling 3.
    assertThat(repeated[1] / once[1]).isGreaterThan(2);
    assertThat(repeated[60] / once[60]).isBetween(.7, 1.1);
  }

  @Test
  void a_threshold_of_0_changes_nothing() {
    BatchPlan plan = BatchPlan.shuffled(withRareOnes(0), 5, 3);
    assertThat(plan.repeating(0)).isSameAs(plan);
    BatchPlan tiny = plan.repeating(1e-9);
    assertThat(uses(tiny, 2)).isEqualTo(uses(plan, 2));
  }

  @Test
  void one_huge_identity_is_coupled_in_bounded_time() {
    List<Photo> all = new ArrayList<>();
    ImageSize size = new ImageSize(10, 10);
    for (int id = 1; id <= 20_000; id++) {
      all.add(photo(id, id % 2 == 0 ? Source.SHOP : Source.USER, 1, size, id));
    }
    BatchPlan plan = BatchPlan.coupled(index(all), 8, 1);
    assertThat(uses(plan, 0)).hasSize(20_000);
  }
}
