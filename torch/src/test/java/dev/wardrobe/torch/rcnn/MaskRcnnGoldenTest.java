package dev.wardrobe.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.HeadsConfig;
import dev.wardrobe.model.config.RoiConfig;
import dev.wardrobe.model.config.RpnConfig;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import dev.wardrobe.model.prediction.ImageDetection;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.RleMask;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything that torchvision's Mask R-CNN has too, number by number. */
class MaskRcnnGoldenTest {
  private static final int EVERYTHING = 1_000_000;

  private static Golden detect;
  private static Golden losses;
  private static MatchRcnn net;

  @BeforeAll
  static void start() {
    NativeLibrary.start(1);
    detect = Golden.read("mask-rcnn-detect");
    losses = Golden.read("mask-rcnn-losses");
    net = new MatchRcnn(config(), 1);
    try (Golden state = Golden.read("mask-rcnn")) {
      state.load(net);
    }
  }

  @AfterAll
  static void end() {
    detect.close();
    losses.close();
    net.close();
  }

  /** As in mask-rcnn.json. */
  private static Config config() {
    Config tiny = Config.tiny();
    return new Config(
        "golden",
        new Streams(true, true, false, false),
        new BackboneConfig(
            BackboneConfig.Block.BASIC,
            List.of(1, 1, 1, 1),
            4,
            BackboneConfig.Norm.FROZEN_BATCH,
            0,
            8),
        new RpnConfig(
            List.of(8, 12, 20, 32, 48),
            List.of(.5, 1.0, 2.0),
            .7,
            .3,
            EVERYTHING,
            .5,
            100,
            60,
            50,
            40,
            .7),
        new RoiConfig(48, 7, 24, .5, EVERYTHING, .5, EVERYTHING, .15, .5, 8),
        new HeadsConfig(14, 0, 4, 8, 1, 8, 1, 1, 8, 8),
        tiny.input(),
        tiny.training());
  }

  private static Batch batch(boolean secondEmpty) {
    Tensor pixels = detect.get("in.batch");
    float[] sizes = detect.floats("in.image_sizes");
    List<ImageTargets> targets = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      ImageSize size = new ImageSize((int) sizes[2 * i + 1], (int) sizes[2 * i]);
      List<ItemTarget> items = i == 1 && secondEmpty ? List.of() : items(i, size);
      targets.add(new ImageTargets(i, size.width(), size.height(), Optional.empty(), 0, items));
    }
    return new Batch(
        detect.floats("in.batch"), (int) pixels.size(2), (int) pixels.size(3), targets);
  }

  private static List<ItemTarget> items(int image, ImageSize size) {
    String prefix = "in.image%d.".formatted(image);
    float[] boxes = losses.floats(prefix + "boxes");
    float[] labels = losses.floats(prefix + "labels");
    float[] masks = losses.floats(prefix + "masks");
    List<ItemTarget> items = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      Box box = new Box(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
      Category category = Category.ALL.get((int) labels[i] - 1);
      items.add(new ItemTarget(category, box, mask(masks, i, size), Landmarks.of(), 0));
    }
    return items;
  }

  private static RleMask mask(float[] masks, int index, ImageSize size) {
    List<Integer> counts = new ArrayList<>(List.of(0));
    int area = size.width() * size.height();
    for (int i = 0; i < area; i++) {
      int row = i % size.height();
      int column = i / size.height();
      boolean set = masks[index * area + row * size.width() + column] > 0;
      if (set != (counts.size() % 2 == 0)) {
        counts.add(0);
      }
      counts.set(counts.size() - 1, counts.getLast() + 1);
    }
    return RleMask.ofCounts(size, counts.stream().mapToInt(c -> c).toArray());
  }

  @Test
  void pyramid_and_what_is_said_of_all_anchors() {
    try (var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      List<Tensor> levels = net.features(batch(false));
      assertThat(levels).hasSize(5);
      RpnOutput output = net.rpn().forward(levels, 64, 64);
      int first = 0;
      for (int i = 0; i < 5; i++) {
        Tensor level = levels.get(i);
        detect.assertSame("out.level" + i, level);
        Tensor own =
            output
                .values()
                .narrow(1, first, output.places()[i])
                .transpose(1, 2)
                .reshape(2, 15, level.size(2), level.size(3));
        detect.assertSame("out.objectness" + i, own.narrow(1, 0, 3));
        detect.assertSame("out.deltas" + i, own.narrow(1, 3, 12));
        first += output.places()[i];
      }
    }
  }

  @Test
  void proposals_and_what_the_box_head_says_of_them() {
    try (var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      List<Tensor> levels = net.features(batch(false));
      RpnOutput output = net.rpn().forward(levels, 64, 64);
      List<float[]> proposals = net.rpn().proposals(output, batch(false).targets(), false);
      for (int i = 0; i < 2; i++) {
        String name = "out.proposals" + i;
        Golden.assertClose(name, proposals.get(i), detect.floats(name));
      }
      Tensor features = net.heads().boxFeatures(levels, Regions.of(proposals));
      BoxHead.Output boxes = net.heads().box().forward(features);
      detect.assertSame("out.class_logits", boxes.logits());
      detect.assertSame("out.box_regression", boxes.deltas());
    }
  }

  @Test
  void detections() {
    List<List<ImageDetection>> found = net.detect(batch(false));
    for (int image = 0; image < 2; image++) {
      String prefix = "out.image%d.".formatted(image);
      float[] boxes = detect.floats(prefix + "boxes");
      float[] labels = detect.floats(prefix + "labels");
      float[] scores = detect.floats(prefix + "scores");
      float[] masks = detect.floats(prefix + "masks");
      List<ImageDetection> own = found.get(image);
      assertThat(own).hasSameSizeAs(scores);
      for (int i = 0; i < scores.length; i++) {
        ImageDetection detection = own.get(i);
        assertThat(detection.category()).isEqualTo((int) labels[i]);
        assertThat((double) detection.score()).isCloseTo(scores[i], within(1e-4));
        Box box = detection.box();
        float[] corners = {(float) box.x1(), (float) box.y1(), (float) box.x2(), (float) box.y2()};
        Golden.assertClose("box", corners, Arrays.copyOfRange(boxes, 4 * i, 4 * i + 4));
        float[] mask = Arrays.copyOfRange(masks, 784 * i, 784 * (i + 1));
        Golden.assertClose("mask", detection.mask(), mask);
        assertThat(detection.landmarks()).isEmpty();
        assertThat(detection.embedding()).isEmpty();
      }
    }
  }

  private static Losses losses(boolean secondEmpty) {
    // Everything is chosen, so the seed does not matter.
    RoiLosses heads = new RoiLosses(net.heads(), TorchvisionMaskGrid::of);
    return net.losses(batch(secondEmpty), 5, heads);
  }

  private static void assertLosses(Losses found, String prefix) {
    assertThat(found.parts().keySet())
        .containsExactly("objectness", "rpn_box", "category", "box", "mask");
    assertLoss(found, "objectness", prefix + "loss_objectness");
    assertLoss(found, "rpn_box", prefix + "loss_rpn_box_reg");
    assertLoss(found, "category", prefix + "loss_classifier");
    assertLoss(found, "box", prefix + "loss_box_reg");
    assertLoss(found, "mask", prefix + "loss_mask");
  }

  private static void assertLoss(Losses found, String part, String name) {
    losses.assertSame(name, Objects.requireNonNull(found.parts().get(part)));
  }

  @Test
  void losses_and_the_gradient_of_every_parameter() {
    try (var scope = NativeScope.open()) {
      Losses found = losses(false);
      assertLosses(found, "out.");
      found.total().backward();
      net.parameters()
          .forEach((name, parameter) -> {
            losses.assertSame("gradient." + name, parameter.grad());
            parameter.grad().zero_();
          });
    }
  }

  @Test
  void losses_where_an_image_has_no_items() {
    try (var scope = NativeScope.open()) {
      assertLosses(losses(true), "out.second_empty.");
    }
  }

  private static Offset<Double> within(double offset) {
    return Offset.offset(offset);
  }

  @Test
  void total_is_the_sum_of_the_parts() {
    try (var scope = NativeScope.open()) {
      Losses found = losses(false);
      double sum = found.parts().values().stream().mapToDouble(t -> TensorData.doubles(t)[0]).sum();
      assertThat(TensorData.doubles(found.total())[0]).isCloseTo(sum, within(1e-5));
    }
  }
}
