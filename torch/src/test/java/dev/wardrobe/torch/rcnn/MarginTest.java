package dev.wardrobe.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.ops.BoxArrays;
import dev.wardrobe.model.ops.MaskTargets;
import dev.wardrobe.structures.Box;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Heads that see more of an item than its box. */
class MarginTest {
  private static final Batch BATCH = DrawnBatches.of(2, 2, 1);
  private static final Config NARROW = DrawnBatches.narrow(Streams.ALL);

  @BeforeAll
  static void start() {
    NativeLibrary.start(1);
  }

  /** What the mask head should draw, with the annotated boxes as the proposals. */
  private static List<Box> regions(Config config) {
    List<Box> regions = new ArrayList<>();
    try (MatchRcnn net = new MatchRcnn(config, 1);
        var scope = NativeScope.open()) {
      RoiLosses losses =
          new RoiLosses(
              net.heads(),
              (mask, region, size) -> {
                regions.add(region);
                return MaskTargets.of(mask, region, size);
              });
      List<float[]> boxes = BATCH.targets().stream().map(RegionSampler::boxes).toList();
      losses.of(net.features(BATCH), boxes, BATCH.targets(), new SplittableRandom(2));
    }
    return regions;
  }

  @Test
  void masks_are_learned_on_the_box_and_its_margin() {
    List<Box> narrow = regions(NARROW);
    List<Box> wide = regions(NARROW.with("heads.margin", ".25"));
    assertThat(narrow).isNotEmpty();
    assertThat(wide)
        .isEqualTo(
            narrow.stream().map(box -> box.grown(box.width() / 4, box.height() / 4)).toList());
  }

  @Test
  void features_are_those_of_the_wider_region() {
    float[] boxes = {20, 16, 44, 40};
    float[] wide = {14, 10, 50, 46};
    try (MatchRcnn with = new MatchRcnn(NARROW.with("heads.margin", ".25"), 1);
        MatchRcnn without = new MatchRcnn(NARROW, 1);
        var scope = NativeScope.open()) {
      List<Tensor> levels = without.features(BATCH);
      int[] first = {0};
      assertThat(TensorData.floats(with.heads().closeFeatures(levels, new Regions(boxes, first))))
          .isEqualTo(
              TensorData.floats(without.heads().closeFeatures(levels, new Regions(wide, first))));
      assertThat(with.heads().view(BoxArrays.get(boxes, 0))).isEqualTo(BoxArrays.get(wide, 0));
    }
  }
}
