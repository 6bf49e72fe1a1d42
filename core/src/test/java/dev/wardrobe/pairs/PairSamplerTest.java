package dev.wardrobe.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.SampleItems;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.pairs.PairSampler.Counts;
import dev.wardrobe.pairs.PairSampler.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PairSamplerTest {
  /** One pair that was listed. */
  private record Pair(int consumer, int shop, Label label) {}

  private final List<Pair> pairs = new ArrayList<>();

  private Counts sample(ItemIndex items, PairOptions options) {
    pairs.clear();
    return PairSampler.sample(
        items, options, (consumer, shop, label) -> pairs.add(new Pair(consumer, shop, label)));
  }

  private static ItemIndex items(long seed, int photos) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Photo> all = new ArrayList<>();
    for (int id = 1; id <= photos; id++) {
      Item[] items = new Item[random.nextInt(4)];
      for (int i = 0; i < items.length; i++) {
        Category category = Category.ALL.get(random.nextInt(3));
        items[i] = SampleItems.item(i + 1, category, random.nextInt(4));
      }
      Source source = random.nextInt(3) == 0 ? Source.USER : Source.SHOP;
      all.add(SampleItems.photo(id, source, random.nextInt(1, 6), items));
    }
    return ItemIndex.of(all);
  }

  /** Every consumer item of the categories with every shop item, labelled by the definitions. */
  private static List<Pair> allPairs(ItemIndex items, Set<Category> categories) {
    List<Pair> all = new ArrayList<>();
    for (int c = 0; c < items.size(); c++) {
      for (int s = 0; s < items.size(); s++) {
        if (items.isConsumer(c)
            && !items.isConsumer(s)
            && (categories.isEmpty() || categories.contains(items.category(c)))) {
          boolean samePair = items.pairId(c) == items.pairId(s);
          boolean styled = items.style(c) > 0 && items.style(s) > 0;
          boolean sameStyle = items.style(c) == items.style(s);
          Label label =
              samePair && styled
                  ? sameStyle ? Label.POSITIVE : Label.HARD_NEGATIVE
                  : Label.NEGATIVE;
          all.add(new Pair(c, s, label));
        }
      }
    }
    return all;
  }

  private List<Pair> listed(Label label) {
    return pairs.stream().filter(pair -> pair.label() == label).toList();
  }

  private static List<Pair> of(List<Pair> all, Label label) {
    return all.stream().filter(pair -> pair.label() == label).toList();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void positives_are_all_that_the_style_rule_gives_in_order(long seed) {
    ItemIndex items = items(seed, 60);
    List<Pair> expected = of(allPairs(items, Set.of()), Label.POSITIVE);
    Counts counts = sample(items, PairOptions.DEFAULTS);
    assertThat(listed(Label.POSITIVE)).isEqualTo(expected).isNotEmpty();
    assertThat(counts.positives()).isEqualTo(expected.size());
  }

  @ParameterizedTest
  @CsvSource({"1, 0, false", "2, 0.5, false", "0.5, 1, true", "3, 0.25, true", "0, 1, false"})
  void negatives_are_true_to_their_labels_and_listed_once(
      double negatives, double hardShare, boolean sameCategory) {
    for (long seed = 1; seed <= 10; seed++) {
      ItemIndex items = items(seed, 60);
      Set<Category> categories =
          seed % 2 == 0 ? Set.of() : Set.of(Category.ALL.get(0), Category.ALL.get(2));
      PairOptions options = new PairOptions(negatives, hardShare, sameCategory, categories, seed);
      Counts counts = sample(items, options);
      assertThat(allPairs(items, categories)).as("seed %d", seed).containsAll(pairs);
      assertThat(new HashSet<>(pairs)).hasSameSizeAs(pairs);
      assertThat(counts)
          .isEqualTo(
              new Counts(
                  listed(Label.POSITIVE).size(),
                  listed(Label.HARD_NEGATIVE).size(),
                  listed(Label.NEGATIVE).size()));
      assertThat(counts.hardNegatives() + counts.easyNegatives())
          .isEqualTo(Math.round(counts.positives() * negatives));
      if (sameCategory) {
        assertThat(listed(Label.NEGATIVE))
            .allMatch(pair -> items.category(pair.consumer()) == items.category(pair.shop()));
      }
    }
  }

  @Test
  void hard_share_is_met_where_there_are_enough_hard_ones() {
    ItemIndex items = items(7, 80);
    long hard = of(allPairs(items, Set.of()), Label.HARD_NEGATIVE).size();
    Counts counts = sample(items, new PairOptions(1, 1, false, Set.of(), 7));
    assertThat(hard).isGreaterThan(counts.positives());
    assertThat(counts.hardNegatives()).isEqualTo(counts.positives());
    assertThat(counts.easyNegatives()).isZero();
  }

  @Test
  void others_take_the_place_of_missing_hard_ones() {
    ItemIndex items =
        ItemIndex.of(
            List.of(
                photo(1, Source.USER, 1, 1, 2),
                photo(2, Source.SHOP, 1, 1, 2, 3),
                photo(3, Source.SHOP, 2, 1, 2, 3, 0)));
    Counts counts = sample(items, new PairOptions(4, 1, false, Set.of(), 0));
    assertThat(counts).isEqualTo(new Counts(2, 4, 4));
  }

  private static Photo photo(int id, Source source, int pairId, int... styles) {
    Item[] items = new Item[styles.length];
    for (int i = 0; i < styles.length; i++) {
      items[i] = SampleItems.item(i + 1, Category.SKIRT, styles[i]);
    }
    return SampleItems.photo(id, source, pairId, items);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "0.5, false", "1, true", "0, true"})
  void exhausted_data_gives_every_negative_there_is(double hardShare, boolean sameCategory) {
    for (long seed = 1; seed <= 5; seed++) {
      ItemIndex items = items(seed, 120);
      Set<Category> categories = seed == 1 ? Set.of(Category.ALL.get(1)) : Set.of();
      sample(items, new PairOptions(1000, hardShare, sameCategory, categories, seed));
      List<Pair> expected =
          allPairs(items, categories).stream()
              .filter(pair ->
                  !sameCategory
                      || pair.label() == Label.POSITIVE
                      || (pair.label() == Label.HARD_NEGATIVE && hardShare == 1)
                      || items.category(pair.consumer()) == items.category(pair.shop()))
              .toList();
      assertThat(pairs).hasSameSizeAs(expected);
      assertThat(new HashSet<>(pairs)).as("seed %d", seed).isEqualTo(new HashSet<>(expected));
    }
  }

  @Test
  void seed_makes_the_list_the_same_or_another() {
    ItemIndex items = items(11, 80);
    sample(items, new PairOptions(2, .5, false, Set.of(), 5));
    List<Pair> first = List.copyOf(pairs);
    sample(items, new PairOptions(2, .5, false, Set.of(), 5));
    assertThat(pairs).isEqualTo(first);
    sample(items, new PairOptions(2, .5, false, Set.of(), 6));
    assertThat(pairs).isNotEqualTo(first).hasSameSizeAs(first);
  }

  @Test
  void data_without_one_side_has_no_pairs() {
    Photo consumer = photo(1, Source.USER, 1, 1);
    Photo unknown =
        new Photo(9, "000009.jpg", Optional.empty(), Optional.empty(), 1, consumer.items());
    PairOptions options = new PairOptions(5, .5, true, Set.of(), 0);
    assertThat(sample(ItemIndex.of(List.of()), options)).isEqualTo(new Counts(0, 0, 0));
    assertThat(sample(ItemIndex.of(List.of(consumer, unknown)), options))
        .isEqualTo(new Counts(0, 0, 0));
    assertThat(sample(ItemIndex.of(List.of(photo(1, Source.SHOP, 1, 1))), options))
        .isEqualTo(new Counts(0, 0, 0));
    assertThat(ItemIndex.of(List.of(unknown)).size()).isZero();
  }

  @Test
  void easy_negatives_are_uniform_over_all_combinations() {
    ItemIndex items =
        ItemIndex.of(
            List.of(
                photo(1, Source.USER, 1, 1),
                photo(2, Source.USER, 2, 1, 2, 0, 3),
                photo(3, Source.SHOP, 1, 1),
                photo(4, Source.SHOP, 3, 1, 2, 3, 0, 1)));
    int[][] drawn = new int[items.size()][items.size()];
    int runs = 29 * 200;
    for (int seed = 0; seed < runs; seed++) {
      sample(items, new PairOptions(1, 0, false, Set.of(), seed));
      Pair negative = listed(Label.NEGATIVE).getFirst();
      drawn[negative.consumer()][negative.shop()]++;
    }
    List<Pair> possible = of(allPairs(items, Set.of()), Label.NEGATIVE);
    assertThat(possible).hasSize(29);
    double chiSquare = 0;
    for (Pair pair : possible) {
      chiSquare += Math.pow(drawn[pair.consumer()][pair.shop()] - 200, 2) / 200;
    }
    // 28 degrees of freedom: above 60 once in 2,500 uniform runs.
    assertThat(chiSquare).isBetween(5.0, 60.0);
  }

  @Test
  void last_negatives_are_chosen_evenly_where_draws_find_them_rarely() {
    List<Photo> photos = new ArrayList<>();
    for (int id = 1; id <= 9_000; id++) {
      photos.add(SampleItems.photo(id, Source.USER, 2, SampleItems.item(1, Category.VEST, 0)));
    }
    photos.add(photo(9_001, Source.USER, 1, 1));
    photos.add(photo(9_002, Source.SHOP, 1, 1, 0, 0, 0, 0));
    ItemIndex items = ItemIndex.of(photos);
    int[] drawn = new int[items.size()];
    for (int seed = 0; seed < 400; seed++) {
      sample(items, new PairOptions(2, 0, true, Set.of(), seed));
      assertThat(new HashSet<>(listed(Label.NEGATIVE))).hasSize(2);
      listed(Label.NEGATIVE).forEach(pair -> drawn[pair.shop()]++);
    }
    double chiSquare = 0;
    for (int shop = 9_002; shop < 9_006; shop++) {
      chiSquare += Math.pow(drawn[shop] - 200, 2) / 200;
    }
    // 3 degrees of freedom: above 20 once in 5,000 even runs.
    assertThat(chiSquare).isLessThan(20);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1001, Double.NaN})
  void impossible_number_of_negatives_is_refused(double negatives) {
    assertThatThrownBy(() -> new PairOptions(negatives, 0, false, Set.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected 0 to 1000 negatives per positive, but got " + negatives);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-.1, 1.1, Double.NaN})
  void impossible_hard_share_is_refused(double share) {
    assertThatThrownBy(() -> new PairOptions(1, share, false, Set.of(), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Expected a share of hard negatives of 0 to 1, but got " + share);
  }
}
