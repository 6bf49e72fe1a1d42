package dev.wardrobe.torch.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PretrainedNamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "module.", "state_dict.module."})
  void a_classifier_is_the_body_of_the_backbone(String before) {
    UnaryOperator<String> names =
        PretrainedNames.of(List.of(before + "fc.bias", before + "layer1.0.conv1.weight"));
    assertThat(names.apply(before + "conv1.weight")).isEqualTo("backbone.body.conv1.weight");
    assertThat(names.apply(before + "fc.bias")).isEqualTo("backbone.body.fc.bias");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "model."})
  void a_detector_keeps_its_names(String before) {
    UnaryOperator<String> names =
        PretrainedNames.of(List.of(before + "backbone.body.layer1.0.conv1.weight"));
    for (String name :
        List.of(
            "backbone.body.conv1.weight",
            "backbone.fpn.inner_blocks.0.0.weight",
            "rpn.head.conv.0.0.bias",
            "rpn.head.cls_logits.bias",
            "roi_heads.mask_head.3.0.weight",
            "roi_heads.box_head.fc6.weight")) {
      assertThat(names.apply(before + name)).isEqualTo(name);
    }
    assertThat(names.apply("epoch")).isEqualTo("epoch");
  }

  /** What torchvision's layers themselves rename where a file has a version below 2. */
  @ParameterizedTest
  @CsvSource({
    "backbone.fpn.inner_blocks.0.weight, backbone.fpn.inner_blocks.0.0.weight",
    "backbone.fpn.layer_blocks.3.bias, backbone.fpn.layer_blocks.3.0.bias",
    "rpn.head.conv.weight, rpn.head.conv.0.0.weight",
    "roi_heads.mask_head.mask_fcn1.weight, roi_heads.mask_head.0.0.weight",
    "roi_heads.mask_head.mask_fcn4.bias, roi_heads.mask_head.3.0.bias"
  })
  void old_names_of_detectors_become_todays(String old, String today) {
    assertThat(PretrainedNames.of(List.of("backbone.body.layer1.0.conv1.weight")).apply(old))
        .isEqualTo(today);
  }

  @Test
  void names_of_anything_else_stay() {
    assertThat(PretrainedNames.of(List.of("a.weight")).apply("a.weight")).isEqualTo("a.weight");
  }
}
