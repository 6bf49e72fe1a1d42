package dev.wardrobe.torch.rcnn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Gradients of each loss in all weights against differences of the loss, in 64 bits. The proposals
 * are held: like torchvision's, gradients do not go through them.
 */
class GradientTest {
  /** Small, because of the kinks of ReLU; 64 bits are enough for it. */
  private static final double STEP = 1e-8;

  private static final Batch BATCH = DrawnBatches.of(2, 2, 1);

  @BeforeAll
  static void start() {
    NativeLibrary.start(1);
  }

  private static MatchRcnn net() {
    MatchRcnn net = new MatchRcnn(DrawnBatches.narrow(Streams.ALL), 1);
    net.to(ScalarType.Double);
    return net;
  }

  private static List<float[]> proposals(MatchRcnn net) {
    try (var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      RpnOutput output = net.rpn().forward(net.features(BATCH), 64, 64);
      return net.rpn().proposals(output, BATCH.targets(), true);
    }
  }

  private static Tensor loss(MatchRcnn net, List<float[]> proposals, String part) {
    List<Tensor> levels = net.features(BATCH);
    Map<String, Tensor> parts = new LinkedHashMap<>();
    RpnOutput output = net.rpn().forward(levels, 64, 64);
    List<float[]> items = BATCH.targets().stream().map(RegionSampler::boxes).toList();
    RpnLoss.Parts first = net.rpn().losses(output, items, new SplittableRandom(1));
    parts.put("objectness", first.objectness());
    parts.put("rpn_box", first.box());
    RoiLosses heads = new RoiLosses(net.heads());
    parts.putAll(heads.of(levels, proposals, BATCH.targets(), new SplittableRandom(2)));
    return Objects.requireNonNull(parts.get(part));
  }

  private static double value(MatchRcnn net, List<float[]> proposals, String part) {
    try (var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      return TensorData.doubles(loss(net, proposals, part))[0];
    }
  }

  private static void move(MatchRcnn net, Map<String, double[]> direction, double step) {
    net.parameters()
        .forEach((name, parameter) -> {
          MemorySegment memory = TensorData.memory(parameter);
          double[] own = Objects.requireNonNull(direction.get(name));
          for (int i = 0; i < own.length; i++) {
            double old = memory.getAtIndex(ValueLayout.JAVA_DOUBLE, i);
            memory.setAtIndex(ValueLayout.JAVA_DOUBLE, i, old + step * own[i]);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"objectness", "rpn_box", "category", "box", "mask", "landmark", "match"})
  void gradients_are_what_the_loss_changes_by(String part) {
    try (MatchRcnn net = net()) {
      List<float[]> proposals = proposals(net);
      SplittableRandom random = new SplittableRandom(part.hashCode());
      Map<String, double[]> direction = new LinkedHashMap<>();
      double expected = 0;
      try (var scope = NativeScope.open()) {
        loss(net, proposals, part).backward();
        for (var entry : net.parameters().entrySet()) {
          double[] own = random.doubles(entry.getValue().numel(), -1, 1).toArray();
          direction.put(entry.getKey(), own);
          Tensor gradient = entry.getValue().grad();
          if (gradient.defined()) {
            double[] numbers = TensorData.doubles(gradient);
            for (int i = 0; i < own.length; i++) {
              expected += own[i] * numbers[i];
            }
          }
        }
      }
      move(net, direction, STEP);
      double above = value(net, proposals, part);
      move(net, direction, -2 * STEP);
      double below = value(net, proposals, part);
      assertThat(Math.abs(expected)).isPositive();
      assertThat((above - below) / (2 * STEP))
          .isCloseTo(expected, Offset.offset(2e-4 * Math.abs(expected) + 1e-7));
    }
  }

  @Test
  void losses_in_64_bits_are_those_in_32_bits() {
    try (MatchRcnn single = new MatchRcnn(DrawnBatches.narrow(Streams.ALL), 1);
        MatchRcnn twice = net();
        var scope = NativeScope.open()) {
      double expected = TensorData.doubles(twice.losses(BATCH, 1).total())[0];
      double found = TensorData.doubles(single.losses(BATCH, 1).total())[0];
      assertThat(found).isCloseTo(expected, Offset.offset(1e-4 * expected));
    }
  }
}
