package dev.wardrobe.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import dev.wardrobe.model.prediction.ImageDetection;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.DeviceType;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MatchRcnnTest {
  private static final String[] ALL_PARTS = {
    "objectness", "rpn_box", "category", "box", "mask", "landmark", "match"
  };

  @BeforeAll
  static void start() {
    NativeLibrary.start(1);
  }

  private static Config narrow() {
    return DrawnBatches.narrow(Streams.ALL);
  }

  /** Losses by name, and gradients in the order of the parameters. */
  private static List<float[]> step(MatchRcnn net, Batch batch, long seed) {
    List<float[]> numbers = new ArrayList<>();
    try (var scope = NativeScope.open()) {
      Losses losses = net.losses(batch, seed);
      losses.parts().values().forEach(loss -> numbers.add(TensorData.floats(loss)));
      losses.total().backward();
      for (Tensor parameter : net.parameters().values()) {
        assertThat(parameter.grad().defined()).isTrue();
        numbers.add(TensorData.floats(parameter.grad()));
        parameter.grad().zero_();
      }
    }
    return numbers;
  }

  private static void assertSame(List<float[]> found, List<float[]> expected) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).isEqualTo(expected.get(i));
    }
  }

  @Test
  void colours_come_in_and_scores_go_out_by_weights_that_are_not_hidden() {
    try (MatchRcnn network = new MatchRcnn(narrow(), 7)) {
      assertThat(network.parameters().keySet())
          .filteredOn(name -> name.endsWith(".weight") && !MatchRcnn.isHidden(name))
          .containsExactlyInAnyOrder(
              "backbone.body.conv1.weight",
              "rpn.head.cls_logits.weight",
              "rpn.head.bbox_pred.weight",
              "roi_heads.box_predictor.cls_score.weight",
              "roi_heads.box_predictor.bbox_pred.weight",
              "roi_heads.mask_predictor.mask_fcn_logits.weight",
              "roi_heads.landmark_predictor.0.weight",
              "roi_heads.match_predictor.similarity.weight");
    }
  }

  @Test
  void equal_seeds_give_equal_weights_losses_and_gradients_with_two_threads() {
    Batch batch = DrawnBatches.of(4, 2, 1);
    try (MatchRcnn first = new MatchRcnn(narrow(), 7);
        MatchRcnn second = new MatchRcnn(narrow(), 7)) {
      NativeLibrary.start(2);
      List<float[]> once = step(first, batch, 3);
      assertSame(step(second, batch, 3), once);
      assertSame(step(second, batch, 3), once);
      assertThat(step(second, batch, 4).getFirst()).isNotEqualTo(once.getFirst());
    } finally {
      NativeLibrary.start(1);
    }
  }

  @Test
  void weights_of_a_head_do_not_depend_on_other_heads() {
    Streams few = new Streams(true, false, false, true);
    try (MatchRcnn all = new MatchRcnn(narrow(), 7);
        MatchRcnn some = new MatchRcnn(DrawnBatches.narrow(few), 7);
        var scope = NativeScope.open()) {
      Map<String, Tensor> expected = all.state();
      assertThat(some.state()).hasSizeLessThan(expected.size());
      some.state()
          .forEach((name, tensor) ->
              assertThat(TensorData.floats(tensor))
                  .as(name)
                  .isEqualTo(TensorData.floats(Objects.requireNonNull(expected.get(name)))));
    }
  }

  @Test
  void losses_have_the_parts_of_the_heads_that_there_are() {
    for (String name : List.of("class", "pose", "mask", "pose+class", "mask+class", "detection")) {
      Streams streams = Streams.of(name);
      try (MatchRcnn net = new MatchRcnn(DrawnBatches.narrow(streams), 1);
          var scope = NativeScope.open()) {
        List<String> expected =
            new ArrayList<>(List.of("objectness", "rpn_box", "category", "box"));
        if (streams.mask()) {
          expected.add("mask");
        }
        if (streams.landmark()) {
          expected.add("landmark");
        }
        if (streams.match()) {
          expected.add("match");
        }
        Losses losses = net.losses(DrawnBatches.of(2, 2, 1), 1);
        assertThat(losses.parts().keySet()).containsExactlyElementsOf(expected);
        losses.parts().forEach((part, loss) -> assertThat(loss.item_float()).as(part).isPositive());
      }
    }
  }

  @Test
  void images_without_items_teach_only_that_there_is_nothing() {
    try (MatchRcnn net = new MatchRcnn(narrow(), 1)) {
      List<float[]> numbers = step(net, DrawnBatches.of(2, 0, 1), 1);
      Map<String, Float> parts = new HashMap<>();
      for (int i = 0; i < ALL_PARTS.length; i++) {
        parts.put(ALL_PARTS[i], numbers.get(i)[0]);
      }
      assertThat(parts.get("objectness")).isPositive();
      assertThat(parts.get("category")).isPositive();
      assertThat(List.of("rpn_box", "box", "mask", "landmark", "match"))
          .allSatisfy(part -> assertThat(parts.get(part)).isZero());
    }
  }

  /** The same images, where the items of every image but the first so many have no polygons. */
  private static Batch withMasksOn(Batch batch, int images) {
    List<ImageTargets> targets = new ArrayList<>();
    for (ImageTargets image : batch.targets()) {
      boolean kept = targets.size() < images;
      List<ItemTarget> items =
          image.items().stream()
              .map(item ->
                  kept
                      ? item
                      : new ItemTarget(
                          item.category(),
                          item.box(),
                          new PolygonMask(List.of()),
                          item.landmarks(),
                          item.style()))
              .toList();
      targets.add(
          new ImageTargets(
              image.imageId(),
              image.width(),
              image.height(),
              image.source(),
              image.pairId(),
              items));
    }
    return new Batch(batch.pixels(), batch.height(), batch.width(), targets);
  }

  @Test
  void items_without_polygons_do_not_train_the_mask_head() {
    Batch drawn = DrawnBatches.of(2, 2, 1);
    Batch first =
        new Batch(
            Arrays.copyOf(drawn.pixels(), drawn.pixels().length / 2),
            drawn.height(),
            drawn.width(),
            List.of(drawn.targets().getFirst()));
    try (MatchRcnn net = new MatchRcnn(narrow(), 1);
        var scope = NativeScope.open()) {
      assertThat(maskLoss(net, withMasksOn(drawn, 0))).isZero();
      // What the first image alone gives, its regions drawn first by the same seed.
      assertThat(maskLoss(net, withMasksOn(drawn, 1)))
          .isCloseTo(maskLoss(net, withMasksOn(first, 1)), Offset.offset(1e-2f));
    }
    try (MatchRcnn net = new MatchRcnn(narrow(), 1)) {
      assertThat(step(net, withMasksOn(drawn, 0), 1)).isNotEmpty(); // all have gradients
    }
  }

  private static float maskLoss(MatchRcnn net, Batch batch) {
    return Objects.requireNonNull(net.losses(batch, 1).parts().get("mask")).item_float();
  }

  private static float matchLoss(MatchRcnn net, Batch batch) {
    return Objects.requireNonNull(net.losses(batch, 1).parts().get("match")).item_float();
  }

  @Test
  void items_that_are_in_no_pair_do_not_train_the_match_head() {
    // Only shops' photos.
    Batch pairs = DrawnBatches.of(4, 2, 1);
    Batch shops =
        new Batch(
            Arrays.copyOf(pairs.pixels(), pairs.pixels().length / 4),
            pairs.height(),
            pairs.width(),
            List.of(pairs.targets().getFirst()));
    try (MatchRcnn net = new MatchRcnn(narrow(), 1);
        var scope = NativeScope.open()) {
      assertThat(matchLoss(net, pairs)).isPositive();
      assertThat(matchLoss(net, shops)).isZero();
    }
  }

  @Test
  void the_total_is_the_sum_of_the_losses_times_their_weights() {
    Batch batch = DrawnBatches.of(4, 2, 1);
    Config config =
        narrow()
            .with(
                Map.of(
                    "training.lossWeights.category", "3",
                    "training.lossWeights.landmark", "0.25",
                    "training.lossWeights.match", "0"));
    try (MatchRcnn net = new MatchRcnn(config, 1);
        var scope = NativeScope.open()) {
      Losses losses = net.losses(batch, 1);
      double expected = 0;
      for (var part : losses.parts().entrySet()) {
        double weight = config.training().lossWeights().of(part.getKey());
        expected += weight * part.getValue().item_float();
      }
      assertThat(losses.total().item_float()).isCloseTo((float) expected, within(1e-4f));
      losses.total().backward();
      Tensor unused =
          Objects.requireNonNull(net.parameters().get("roi_heads.match_head.0.0.weight"));
      assertThat(TensorData.floats(unused.grad())).containsOnly(0);
    }
    assertThatThrownBy(() -> config.training().lossWeights().of("none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no loss none");
  }

  @Test
  void losses_in_16_bits_are_those_in_32_bits_roughly_and_have_32_bits() {
    Batch batch = DrawnBatches.of(4, 2, 1);
    try (MatchRcnn net = new MatchRcnn(narrow(), 1);
        var scope = NativeScope.open()) {
      float expected = net.losses(batch, 1).total().item_float();
      torch.set_autocast_dtype(DeviceType.CPU, ScalarType.BFloat16);
      torch.set_autocast_enabled(DeviceType.CPU, true);
      Losses half;
      try {
        half = net.losses(batch, 1);
      } finally {
        torch.set_autocast_enabled(DeviceType.CPU, false);
        torch.clear_cache();
      }
      half.parts()
          .values()
          .forEach(loss -> assertThat(loss.scalar_type().intern()).isEqualTo(ScalarType.Float));
      half.total().backward();
      assertThat(half.total().item_float()).isNotEqualTo(expected).isCloseTo(expected, within(.5f));
    }
  }

  private static Offset<Float> within(float offset) {
    return Offset.offset(offset);
  }

  @Test
  void native_memory_does_not_grow() {
    Batch batch = DrawnBatches.of(2, 1, 1);
    try (MatchRcnn net = new MatchRcnn(narrow(), 1)) {
      long before = 0;
      for (int i = 0; i < 120; i++) {
        try (var scope = NativeScope.open()) {
          net.losses(batch, i).total().backward();
        }
        if (i == 20) {
          net.detect(batch);
          before = Pointer.totalCount();
        }
      }
      net.detect(batch);
      // What is kept does not depend on the number of steps; other tests' garbage may go.
      assertThat(Pointer.totalCount()).isLessThanOrEqualTo(before + 10);
    }
  }

  @Test
  void an_empty_batch_has_no_detections() {
    try (MatchRcnn net = new MatchRcnn(narrow(), 1)) {
      assertThat(net.detect(new Batch(new float[0], 64, 64, List.of()))).isEmpty();
    }
  }

  @Test
  void detections_have_what_the_heads_say() {
    try (MatchRcnn net = new MatchRcnn(narrow(), 1)) {
      List<List<ImageDetection>> found = net.detect(DrawnBatches.of(2, 2, 1));
      assertThat(found).hasSize(2);
      List<ImageDetection> all = found.stream().flatMap(List::stream).toList();
      assertThat(all).isNotEmpty();
      for (ImageDetection detection : all) {
        int landmarks = Category.ofId(detection.category()).orElseThrow().landmarks().count();
        assertThat(detection.landmarks()).hasSize(3 * landmarks);
        assertThat(detection.landmarkCategory()).isEqualTo(detection.category());
        assertThat(detection.mask()).hasSize(144);
        double length = 0;
        for (float number : detection.embedding()) {
          length += (double) number * number;
        }
        assertThat(length).isCloseTo(1, Offset.offset(1e-5));
      }
    }
  }

  @Test
  void without_categories_the_clearest_landmarks_are_taken() {
    try (MatchRcnn net = new MatchRcnn(DrawnBatches.narrow(Streams.of("pose")), 1)) {
      List<ImageDetection> all =
          net.detect(DrawnBatches.of(2, 2, 1)).stream().flatMap(List::stream).toList();
      assertThat(all).isNotEmpty();
      for (ImageDetection detection : all) {
        assertThat(detection.category()).isZero();
        assertThat(detection.mask()).isEmpty();
        int landmarks =
            Category.ofId(detection.landmarkCategory()).orElseThrow().landmarks().count();
        assertThat(detection.landmarks()).hasSize(3 * landmarks);
      }
    }
  }

  @Test
  void a_network_learns_a_few_drawings_by_heart() {
    Batch batch = DrawnBatches.of(4, 2, 1);
    try (MatchRcnn net = new MatchRcnn(narrow(), 1)) {
      TensorVector parameters = new TensorVector(net.parameters().values().toArray(new Tensor[0]));
      AdamW optimizer = new AdamW(parameters, new AdamWOptions(5e-3));
      Map<String, Float> last = new HashMap<>();
      for (int i = 0; i < 150; i++) {
        try (var scope = NativeScope.open()) {
          optimizer.zero_grad();
          Losses losses = net.losses(batch, i);
          losses.total().backward();
          optimizer.step();
          losses.parts().forEach((name, loss) -> last.put(name, loss.item_float()));
        }
      }
      optimizer.close();
      assertThat(last.get("match")).isLessThan(.3f);
      assertThat(last.get("mask")).isLessThan(.4f);
      assertThat(last.get("landmark")).isLessThan(3f);
      List<List<ImageDetection>> found = net.detect(batch);
      for (int image = 0; image < batch.size(); image++) {
        for (var item : batch.targets().get(image).items()) {
          assertThat(found.get(image))
              .anySatisfy(detection -> {
                assertThat(detection.category()).isEqualTo(item.category().id());
                assertThat(detection.score()).isGreaterThan(.5f);
                assertThat(detection.box().iou(item.box())).isGreaterThan(.7);
              });
        }
      }
    }
  }
}
