package dev.wardrobe.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.model.config.HeadsConfig;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.RleMask;
import dev.wardrobe.torch.layers.GroupNorm;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which regions and pairs train the match head, and their loss, against plain Java. */
class MatchTest {
  private static final int CHANNELS = 4;
  private static final int SIDE = 3;

  @BeforeAll
  static void start() {
    NativeLibrary.start(1);
  }

  private static MatchHead head() {
    return new MatchHead(
        new HeadsConfig(SIDE, 0, 1, 4, 1, 4, 1, 1, 8, 6),
        CHANNELS,
        Optional.of(GroupNorm::new),
        new SplittableRandom(1));
  }

  private static ItemTarget item(int style) {
    RleMask mask = RleMask.empty(new ImageSize(8, 8));
    return new ItemTarget(Category.VEST, new Box(1, 1, 7, 7), mask, Landmarks.of(), style);
  }

  private static ImageTargets image(Source source, int pairId, int... styles) {
    List<ItemTarget> items = new ArrayList<>();
    for (int style : styles) {
      items.add(item(style));
    }
    return new ImageTargets(1, 8, 8, Optional.ofNullable(source), pairId, items);
  }

  private static final List<ImageTargets> IMAGES =
      List.of(
          image(Source.SHOP, 1, 1, 2),
          image(Source.USER, 1, 1, 2, 0),
          image(Source.USER, 2, 1),
          image(Source.SHOP, 2, 1),
          new ImageTargets(5, 8, 8, Optional.empty(), 1, List.of(item(1))),
          image(Source.SHOP, 0, 1));

  private static HeadRegions foreground() {
    List<HeadRegions.Region> regions = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      regions.add(new HeadRegions.Region(new Box(0, 0, 4, 4), 1, i < 6 ? 0 : 2, item(1)));
    }
    return new HeadRegions(regions);
  }

  @Test
  void regions_are_each_items_own_box_and_at_most_four_others() {
    HeadRegions foreground = foreground();
    // The last foreground region is of an item without a style.
    List<HeadRegions.Region> regions = new ArrayList<>(foreground.regions());
    regions.set(6, new HeadRegions.Region(new Box(0, 0, 4, 4), 1, 2, item(0)));
    MatchRegions found = new MatchRegions(new HeadRegions(regions), IMAGES);
    assertThat(found.own()).hasSize(6);
    assertThat(found.entries().stream().map(MatchRegions.Entry::row))
        .containsExactly(0, 1, 2, 3, 7, 8, 9, 10, 11, 12);
    assertThat(found.entries().stream().map(MatchRegions.Entry::image))
        .containsExactly(1, 1, 1, 1, 0, 0, 1, 1, 2, 3);
    assertThat(found.hasPairs()).isTrue();
    assertThat(new MatchRegions(foreground, IMAGES.subList(1, 3)).hasPairs()).isFalse();
  }

  private static List<MatchRegions.Entry> entries(int count, SplittableRandom random) {
    List<MatchRegions.Entry> entries = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int pairId = 1 + random.nextInt(2);
      entries.add(
          new MatchRegions.Entry(i, i, random.nextBoolean(), pairId, 1 + random.nextInt(3)));
    }
    return entries;
  }

  /** A pair: indexes into the entries. */
  private record Pair(int consumer, int shop) {}

  /** All pairs of one kind, the most alike first. */
  private static List<Pair> pairs(
      List<MatchRegions.Entry> entries, boolean same, float[][] features, Similarity similarity) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      for (int j = 0; j < entries.size(); j++) {
        MatchRegions.Entry a = entries.get(i);
        MatchRegions.Entry b = entries.get(j);
        boolean equal = a.pairId() == b.pairId() && a.style() == b.style();
        if (!a.shop() && b.shop() && equal == same) {
          pairs.add(new Pair(i, j));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble(
            p -> -(float) similarity.of(features[p.consumer()], features[p.shop()])));
    return pairs;
  }

  @Test
  void loss_is_the_mean_over_all_same_pairs_and_three_times_as_many_most_alike_others() {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int count = 2 + random.nextInt(20);
      List<MatchRegions.Entry> entries = new ArrayList<>(entries(count, random));
      entries.set(0, new MatchRegions.Entry(0, 0, true, 1, 1));
      entries.set(1, new MatchRegions.Entry(1, 1, false, 1, 2));
      try (MatchHead head = head();
          var scope = NativeScope.open()) {
        float[] numbers = new float[count * CHANNELS * SIDE * SIDE];
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = (float) random.nextDouble(-1, 1);
        }
        Tensor features = TensorData.of(numbers, count, CHANNELS, SIDE, SIDE);
        float[] embedded = TensorData.floats(head.embed(features));
        float[][] each = new float[count][];
        for (int i = 0; i < count; i++) {
          each[i] = Arrays.copyOfRange(embedded, 6 * i, 6 * i + 6);
        }
        Similarity similarity = head.similarity();
        List<Pair> same = pairs(entries, true, each, similarity);
        List<Pair> others = pairs(entries, false, each, similarity);
        others = others.subList(0, Math.min(others.size(), Math.max(16, 3 * same.size())));
        double sum = 0;
        for (Pair p : same) {
          sum += softplus(-similarity.of(each[p.consumer()], each[p.shop()]));
        }
        for (Pair p : others) {
          sum += softplus(similarity.of(each[p.consumer()], each[p.shop()]));
        }
        double expected = sum / (same.size() + others.size());
        Tensor loss = RoiLosses.match(head, features, regions(entries));
        assertThat((double) loss.item_float())
            .as("seed " + seed)
            .isCloseTo(expected, Offset.offset(1e-5 * Math.max(1, expected)));
      }
    }
  }

  /** The negative logarithm of a two-way softmax's chance is this of the logits' difference. */
  private static double softplus(double x) {
    return Math.log1p(Math.exp(x));
  }

  private static MatchRegions regions(List<MatchRegions.Entry> entries) {
    return new MatchRegions(entries);
  }

  @Test
  void similarity_is_the_difference_of_the_two_logits() {
    try (MatchHead head = head();
        var scope = NativeScope.open()) {
      float[] first = {.5f, .1f, -.3f, .2f, .7f, 0};
      float[] second = {.1f, .4f, -.3f, .9f, .1f, .2f};
      Tensor logits = head.compare(TensorData.of(first, 1, 6), TensorData.of(second, 1, 6));
      float[] both = TensorData.floats(logits);
      assertThat(head.similarity().of(first, second))
          .isCloseTo(both[1] - both[0], Offset.offset(1e-5));
      assertThat(head.similarity().of(first, first)).isPositive();
    }
  }

  @Test
  void before_training_features_are_the_same_up_to_a_squared_distance_of_a_half() {
    try (MatchHead head = head()) {
      float[] origin = new float[6];
      assertThat(head.similarity().of(origin, new float[] {.7f, 0, 0, 0, 0, 0})).isPositive();
      assertThat(head.similarity().of(origin, new float[] {.71f, 0, 0, 0, 0, 0})).isNegative();
    }
  }
}
