package dev.wardrobe.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.evaluation.ItemSelection.ItemFilter;
import dev.wardrobe.groundtruth.GroundTruthItem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Subsets of a part of the ground truth. */
class SubsetSlicesTest {
  private static final int CASES = 40;

  private static boolean isEven(GroundTruthItem item) {
    return item.id() % 2 == 0;
  }

  @ParameterizedTest
  @EnumSource(SubsetRule.class)
  void slice_and_subset_score_as_both_together(SubsetRule rule) {
    Subset even = new Subset("id", "even", SubsetSlicesTest::isEven);
    for (long seed = 1; seed <= CASES; seed++) {
      RandomCase random = new RandomCase(seed);
      ItemFilter some = (item, index) -> random.subset.contains(index);
      ItemSelection slice =
          ItemSelection.of(some, SubsetRule.IGNORE)
              .withPhotos(random.photos::contains)
              .withCategories(k -> k != 1);
      SubsetScores scores =
          SubsetScores.of(
                  Task.DETECTION,
                  random.groundTruth,
                  random.detections,
                  slice,
                  rule,
                  List.of(even),
                  done -> assertThat(done).isEqualTo(1))
              .getFirst();
      Evaluation together =
          Evaluation.of(
              Task.DETECTION,
              random.groundTruth,
              random.detections,
              ItemSelection.of((item, index) -> isEven(item) && some.contains(item, index), rule)
                  .withPhotos(slice.photos())
                  .withCategories(slice.categories()));
      for (String metric : List.of("AP", "AP50", "AP75")) {
        assertThat(scores.summary().get(metric))
            .as("%s of seed %d", metric, seed)
            .isEqualTo(together.summary().get(metric));
      }
      assertThat(scores.items()).as("seed %d", seed).isEqualTo(evenItems(random));
      assertThat(scores.counted())
          .as("seed %d", seed)
          .isEqualTo(together.categories().stream().mapToInt(CategoryScores::items).sum());
    }
  }

  private static int evenItems(RandomCase random) {
    List<GroundTruthItem> items = random.groundTruth.items();
    int count = 0;
    for (int i = 0; i < items.size(); i++) {
      GroundTruthItem item = items.get(i);
      boolean takesPart =
          random.photos.contains(item.imageIndex())
              && item.categoryIndex() != 1
              && random.subset.contains(i);
      count += takesPart && isEven(item) ? 1 : 0;
    }
    return count;
  }
}
