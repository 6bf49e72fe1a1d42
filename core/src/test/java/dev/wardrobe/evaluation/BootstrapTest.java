package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Intervals by drawing photos. */
class BootstrapTest {
  private static final int CASES = 100;
  private static final List<Task> TASKS = List.of(Task.values());

  private static int[] filled(RandomCase random, int times) {
    int[] all = new int[random.groundTruth.imageCount()];
    Arrays.fill(all, times);
    return all;
  }

  private static List<Stat> stats(Bootstrap bootstrap, RandomCase random, int[] times) {
    int categories = random.groundTruth.categoryCount();
    return bootstrap.stats(bootstrap.sample(times), 0, categories);
  }

  /** A sample of some photos, each once, is the evaluation of those photos. */
  @ParameterizedTest
  @EnumSource(
      value = SubsetRule.class,
      names = {"IGNORE", "DROP"})
  void photos_that_are_drawn_once_score_as_if_there_were_no_others(SubsetRule rule) {
    for (long seed = 0; seed < CASES; seed++) {
      RandomCase random = new RandomCase(seed);
      Task task = TASKS.get((int) (seed % TASKS.size()));
      ItemSelection selection =
          ItemSelection.of((item, index) -> random.subset.contains(index), rule);
      Bootstrap bootstrap = new Bootstrap(task, random.groundTruth, random.detections, selection);
      int[] times = filled(random, 0);
      random.photos.forEach(photo -> times[photo] = 1);
      Evaluation evaluation =
          Evaluation.of(
              task,
              random.groundTruth,
              random.detections,
              selection.withPhotos(random.photos::contains));
      for (Stat stat : stats(bootstrap, random, times)) {
        String official =
            stat.label().equals("AR") && task != Task.LANDMARKS ? "AR100" : stat.label();
        assertThat(stat.value())
            .as("%s, seed %d", official, seed)
            .isEqualTo(evaluation.summary().get(official));
      }
    }
  }

  @Test
  void all_photos_three_times_score_as_once() {
    for (long seed = 0; seed < CASES; seed++) {
      RandomCase random = new RandomCase(seed);
      Task task = TASKS.get((int) (seed % TASKS.size()));
      Bootstrap bootstrap =
          new Bootstrap(task, random.groundTruth, random.detections, ItemSelection.ALL);
      List<Stat> once = stats(bootstrap, random, filled(random, 1));
      List<Stat> thrice = stats(bootstrap, random, filled(random, 3));
      for (int i = 0; i < once.size(); i++) {
        assertThat(thrice.get(i).value())
            .as("%s, seed %d", once.get(i).label(), seed)
            .isCloseTo(once.get(i).value(), within(1e-12));
      }
    }
  }

  @Test
  void intervals_hold_the_middle_of_the_samples_and_depend_on_the_seed_only() {
    RandomCase random =
        LongStream.range(0, 1000)
            .mapToObj(RandomCase::new)
            .filter(
                each -> each.groundTruth.imageCount() == 5 && each.groundTruth.items().size() > 9)
            .findFirst()
            .orElseThrow();
    List<Integer> progress = new ArrayList<>();
    ScoreIntervals intervals =
        Bootstrap.of(
            Task.DETECTION,
            random.groundTruth,
            random.detections,
            ItemSelection.ALL,
            200,
            7,
            progress::add);
    assertThat(progress).hasSize(200).endsWith(200);
    Evaluation evaluation = Evaluation.of(Task.DETECTION, random.groundTruth, random.detections);
    assertThat(intervals.categories()).hasSameSizeAs(evaluation.categories());
    Bootstrap bootstrap =
        new Bootstrap(Task.DETECTION, random.groundTruth, random.detections, ItemSelection.ALL);
    SplittableRandom drawing = new SplittableRandom(7);
    int photos = random.groundTruth.imageCount();
    double[] found = new double[200];
    for (int i = 0; i < found.length; i++) {
      int[] times = new int[photos];
      for (int k = 0; k < photos; k++) {
        times[drawing.nextInt(photos)]++;
      }
      found[i] = stats(bootstrap, random, times).getFirst().value();
    }
    double[] sorted = Arrays.stream(found).filter(value -> value >= 0).sorted().toArray();
    Interval interval = intervals.all().getFirst();
    assertThat(interval.label()).isEqualTo("AP");
    assertThat(interval.low()).isEqualTo(Bootstrap.percentile(sorted, .025));
    assertThat(interval.high()).isEqualTo(Bootstrap.percentile(sorted, .975));
  }

  @Test
  void percentiles_are_those_of_numpy() {
    double[] sorted = {1, 2, 4, 8};
    assertThat(Bootstrap.percentile(sorted, 0)).isEqualTo(1);
    assertThat(Bootstrap.percentile(sorted, .5)).isEqualTo(3);
    assertThat(Bootstrap.percentile(sorted, .9)).isCloseTo(6.8, within(1e-12));
    assertThat(Bootstrap.percentile(sorted, 1)).isEqualTo(8);
    assertThat(Bootstrap.percentile(new double[] {5}, .3)).isEqualTo(5);
  }

  @Test
  void where_there_is_nothing_to_find_there_is_no_interval() {
    RandomCase random = new RandomCase(1);
    ScoreIntervals intervals =
        Bootstrap.of(
            Task.DETECTION,
            random.groundTruth,
            random.detections,
            ItemSelection.ALL.withPhotos(photo -> false),
            20,
            1,
            done -> {});
    assertThat(intervals.all()).allMatch(i -> i.low() == -1 && i.high() == -1);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            Bootstrap.of(
                Task.DETECTION,
                random.groundTruth,
                random.detections,
                ItemSelection.ALL,
                0,
                1,
                done -> {}))
        .withMessageContaining("Expected at least 1 sample");
  }
}
