package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedMaskTest {

  @Test
  void random_masks_come_out_as_they_went_in() {
    for (int seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      RleMask mask = PixelSet.random(random).toRle(random, random.nextBoolean());
      PackedMask packed = PackedMask.of(mask);
      assertThat(packed.get()).as("seed %d", seed).isEqualTo(mask);
      assertThat(packed.area()).as("seed %d", seed).isEqualTo(mask.area());
      assertThat(packed.width()).isEqualTo(mask.size().width());
      assertThat(packed.height()).isEqualTo(mask.size().height());
      double[] box = new double[4];
      RunLengths.box(
          mask.counts(), mask.counts().length, mask.size().width(), mask.size().height(), box);
      for (int part = 0; part < 4; part++) {
        assertThat(packed.box(part)).isEqualTo(box[part]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 127, 128, 129, 16_383, 16_384, 2_097_151, 2_097_152, 268_435_456, 2147483647})
  void runs_of_every_length_are_unpacked(int run) {
    int[] runs = {run, 5, run, 0, run, 1};
    PackedMask packed = PackedMask.of(runs, 6, 10, 10);
    int[] unpacked = new int[8];
    Arrays.fill(unpacked, -1);
    packed.unpack(unpacked);
    assertThat(unpacked).containsExactly(run, 5, run, 0, run, 1, -1, -1);
    assertThat(packed.runs()).isEqualTo(6);
    assertThat(packed.area()).isEqualTo(6);
  }

  @Test
  void only_the_counted_runs_are_packed_and_the_array_is_not_kept() {
    int[] runs = {2, 4, 99};
    PackedMask packed = PackedMask.of(runs, 2, 3, 2);
    runs[0] = 77;
    assertThat(packed.get()).isEqualTo(RleMask.ofCounts(new ImageSize(3, 2), 2, 4));
  }

  @Test
  void runs_that_do_not_cover_the_grid_are_no_mask() {
    PackedMask packed = PackedMask.of(new int[] {2, 2}, 2, 3, 2);
    assertThat(packed.area()).isEqualTo(2);
    assertThatIllegalArgumentException().isThrownBy(packed::get);
  }
}
