package dev.wardrobe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SynthesisOptions;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DiskSpaceTest {
  private static final int BLOCK = 4096;

  @Test
  void estimate_is_near_what_photos_take() {
    int photos = 40;
    PhotoGenerator generator =
        new PhotoGenerator(SynthesisOptions.of(Split.TRAIN, photos, 3).withSides(200, 300));
    double bytes = 0;
    for (int id = 1; id <= photos; id++) {
      bytes += generator.compose(id).jpeg().length + BLOCK;
    }
    assertThat(DiskSpace.of(photos, new DiskSpace.Sides(200, 300)).bytes())
        .isCloseTo(bytes, Percentage.withPercentage(30));
  }

  @Test
  void large_sets_alone_are_warned_of() {
    assertThat(DiskSpace.of(2400, new DiskSpace.Sides(256, 640)).warning()).isEmpty();
    assertThat(DiskSpace.of(1_000_000, new DiskSpace.Sides(512, 512)).warning())
        .contains("This set will take about 34 GB of disk");
  }
}
