package dev.wardrobe.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.model.config.RoiConfig;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.RleMask;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RegionSamplerTest {
  private static final float[] AWAY = {50, 50, 60, 60};

  private static RoiConfig config(int batch, int masks) {
    return new RoiConfig(64, 7, 8, .5, batch, .5, masks, .05, .5, 10);
  }

  private static ImageTargets image(ItemTarget... items) {
    return new ImageTargets(1, 64, 64, Optional.empty(), 0, List.of(items));
  }

  private static ItemTarget item(Category category, double x1, double y1, double x2, double y2) {
    RleMask mask = RleMask.empty(new ImageSize(64, 64));
    return new ItemTarget(category, new Box(x1, y1, x2, y2), mask, Landmarks.of(), 0);
  }

  private static final List<ImageTargets> IMAGES =
      List.of(
          image(item(Category.SKIRT, 0, 0, 10, 10), item(Category.VEST, 20, 20, 40, 40)), image());

  private static final List<float[]> PROPOSALS =
      List.of(
          // IoU .5 with the skirt, .45 with the vest, none.
          new float[] {0, 0, 10, 5, 20, 20, 40, 29, 50, 50, 60, 60}, AWAY);

  private static TrainingRegions sample(RoiConfig config, boolean categories) {
    return new RegionSampler(config, categories).sample(PROPOSALS, IMAGES, new SplittableRandom(1));
  }

  @Test
  void items_are_among_the_proposals_and_the_rest_is_background() {
    TrainingRegions found = sample(config(100, 10), true);
    assertThat(found.images()).containsExactly(0, 0, 0, 0, 0, 1);
    assertThat(found.items()).containsExactly(0, -1, -1, 0, 1, -1);
    assertThat(found.labels()).containsExactly(9, 0, 0, 9, 5, 0);
    assertThat(found.foreground()).containsExactly(0, 3, 4);
    assertThat(found.foregroundOf(1)).isEmpty();
    assertThat(Arrays.copyOfRange(found.boxes(), 12, 16)).containsExactly(0, 0, 10, 10);
    assertThat(Arrays.copyOfRange(found.boxes(), 20, 24)).containsExactly(AWAY);
  }

  @Test
  void without_categories_all_items_have_the_same_label() {
    assertThat(sample(config(100, 10), false).labels()).containsExactly(1, 0, 0, 1, 1, 0);
  }

  @Test
  void a_batch_is_filled_with_background_where_items_are_few() {
    TrainingRegions found = sample(config(4, 10), true);
    assertThat(Arrays.stream(found.images()).filter(i -> i == 0)).hasSize(4);
    assertThat(Arrays.stream(found.labels()).filter(label -> label > 0)).hasSize(2);
  }

  @Test
  void without_proposals_and_items_there_is_nothing() {
    List<float[]> none = List.of(new float[0]);
    TrainingRegions found =
        new RegionSampler(config(4, 10), true)
            .sample(none, List.of(image()), new SplittableRandom(1));
    assertThat(found.count()).isZero();
  }

  @Test
  void regions_of_the_other_heads_are_limited_and_sorted_by_category() {
    TrainingRegions all = sample(config(100, 10), true);
    HeadRegions every = HeadRegions.choose(all, IMAGES, 10, new SplittableRandom(1));
    assertThat(every.categories()).containsExactly(Category.VEST, Category.SKIRT, Category.SKIRT);
    assertThat(every.regions().getFirst().item()).isEqualTo(1);
    assertThat(CategoryRun.of(every.categories()))
        .containsExactly(
            new CategoryRun(Category.VEST, 0, 1), new CategoryRun(Category.SKIRT, 1, 2));
    for (int seed = 0; seed < 10; seed++) {
      HeadRegions some = HeadRegions.choose(all, IMAGES, 2, new SplittableRandom(seed));
      assertThat(some.count()).isEqualTo(2);
      assertThat(every.regions()).containsAll(some.regions());
    }
  }

  @Test
  void no_regions_have_no_runs() {
    assertThat(CategoryRun.of(List.of())).isEmpty();
  }
}
