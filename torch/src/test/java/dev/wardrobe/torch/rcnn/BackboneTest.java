package dev.wardrobe.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.model.config.BackboneConfig.Block;
import dev.wardrobe.torch.layers.FrozenBatchNorm2d;
import dev.wardrobe.torch.layers.GroupNorm;
import dev.wardrobe.torch.layers.Norm;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackboneTest {
  @BeforeAll
  static void start() {
    NativeLibrary.start(1);
  }

  private static BackboneConfig config(Block block, List<Integer> blocks, int width, int frozen) {
    return new BackboneConfig(block, blocks, width, BackboneConfig.Norm.FROZEN_BATCH, frozen, 8);
  }

  private static List<Integer> counts(String digits) {
    return digits.chars().map(c -> c - '0').boxed().toList();
  }

  @ParameterizedTest
  @CsvSource({
    "BASIC, 1111, 2, frozen",
    "BASIC, 1111, 4, group2",
    "BASIC, 2222, 2, frozen",
    "BOTTLENECK, 1111, 2, frozen",
    "BOTTLENECK, 2111, 2, group2"
  })
  void stages_of_a_resnet_are_torchvisions(Block block, String digits, int width, String norm) {
    IntFunction<Norm> norms =
        norm.equals("frozen") ? FrozenBatchNorm2d::new : channels -> new GroupNorm(2, channels);
    BackboneConfig config = config(block, counts(digits), width, 0);
    String name = "resnet-%s-%s-width%d-%s".formatted(lower(block), digits, width, norm);
    try (Golden golden = Golden.read(name);
        ResNet net = new ResNet(config, norms, new SplittableRandom(1));
        var scope = NativeScope.open()) {
      golden.load(net);
      List<Tensor> stages = net.forward(golden.get("in.image"));
      for (int i = 0; i < 4; i++) {
        golden.assertSame("out.stage" + i, stages.get(i));
      }
    }
  }

  private static String lower(Block block) {
    return block == Block.BASIC ? "basic" : "bottleneck";
  }

  @ParameterizedTest
  @CsvSource({"even", "odd"})
  void levels_of_a_pyramid_are_torchvisions(String sizes) {
    try (Golden golden = Golden.read("pyramid");
        Fpn fpn = new Fpn(List.of(4, 8, 16, 32), 8, Optional.empty(), new SplittableRandom(1));
        var scope = NativeScope.open()) {
      golden.load(fpn);
      List<Tensor> maps =
          List.of("map0", "map1", "map2", "map3").stream()
              .map(map -> golden.get("in." + sizes + "." + map))
              .toList();
      List<Tensor> levels = fpn.forward(maps);
      for (int i = 0; i < 4; i++) {
        golden.assertSame("out." + sizes + ".level" + i, levels.get(i));
      }
      golden.assertSame("out." + sizes + ".levelpool", Backbone.pooled(levels.getLast()));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 12", "1, 11", "2, 9", "4, 3", "5, 0"})
  void frozen_stages_are_not_trained_the_stem_first(int frozen, int trained) {
    BackboneConfig config = config(Block.BASIC, List.of(1, 1, 1, 1), 2, frozen);
    try (ResNet net = new ResNet(config, FrozenBatchNorm2d::new, new SplittableRandom(1))) {
      // One convolution in the stem, two in a block, and one of a shortcut where channels change.
      assertThat(net.parameters()).hasSize(12);
      assertThat(net.trainable()).hasSize(trained);
    }
  }

  @Test
  void with_group_norms_outputs_of_the_pyramid_have_one_too() {
    BackboneConfig config =
        new BackboneConfig(Block.BASIC, List.of(1, 1, 1, 1), 4, BackboneConfig.Norm.GROUP, 0, 8);
    try (Backbone net = new Backbone(config, 4, new SplittableRandom(1))) {
      assertThat(net.parameters())
          .containsKeys("body.bn1.weight", "fpn.layer_blocks.0.1.weight")
          .doesNotContainKeys("fpn.layer_blocks.0.0.bias", "fpn.inner_blocks.0.1.weight");
    }
  }
}
