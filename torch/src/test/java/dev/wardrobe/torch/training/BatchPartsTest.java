package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.config.TrainingConfig;
import dev.wardrobe.torch.rcnn.DrawnBatches;
import dev.wardrobe.torch.rcnn.MatchRcnn;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class BatchPartsTest {
  private static final int STEPS = 3;

  @BeforeEach
  void start() {
    NativeLibrary.start(1);
  }

  @ParameterizedTest
  @EnumSource(value = TrainingConfig.Precision.class, mode = Mode.EXCLUDE, names = "AUTO")
  void two_lanes_give_the_same_bits_as_one(TrainingConfig.Precision precision) {
    Config config =
        DrawnBatches.narrow(Streams.ALL)
            .with(
                Map.of(
                    "training.accumulate", "2",
                    "training.batchSize", "4",
                    "training.clipNorm", "1",
                    "training.precision", precision.name()));
    Map<String, float[]> expected = new LinkedHashMap<>();
    Map<String, float[]> found = new LinkedHashMap<>();
    List<Map<String, Double>> expectedValues = trained(config, 1, expected);
    assertThat(trained(config, 2, found)).isEqualTo(expectedValues);
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, numbers) -> assertThat(found.get(name)).as(name).isEqualTo(numbers));
  }

  /** Trains a few steps; gives what they measured, and the weights afterwards. */
  private static List<Map<String, Double>> trained(
      Config config, int lanes, Map<String, float[]> weights) {
    List<Map<String, Double>> values = new ArrayList<>();
    try (MatchRcnn network = new MatchRcnn(config, 5);
        Optimizer optimizer = Optimizer.of(config.training(), network.parameters());
        BatchParts parts = new BatchParts(lanes, 1)) {
      TrainingStep step =
          new TrainingStep(
              network::losses,
              optimizer,
              new LearningRate(config.training(), 100),
              ForwardPrecision.of(config.training().precision(), TensorDevice.CPU),
              3,
              parts);
      AtomicInteger batch = new AtomicInteger();
      for (int i = 0; i < STEPS; i++) {
        values.add(step.run(60 + i, () -> DrawnBatches.of(2, 2, batch.incrementAndGet())).values());
      }
      try (var scope = NativeScope.open()) {
        network.state().forEach((name, tensor) -> weights.put(name, TensorData.floats(tensor)));
      }
    }
    return values;
  }

  @Test
  void outcomes_come_in_order_whichever_part_is_ready_first() {
    CountDownLatch second = new CountDownLatch(1);
    List<Integer> outcomes = new ArrayList<>();
    try (BatchParts parts = new BatchParts(2, 1)) {
      parts.forEach(
          5,
          part ->
              () -> {
                if (part == 0) {
                  await(second);
                } else {
                  second.countDown();
                }
                return part;
              },
          outcomes::add);
    }
    assertThat(outcomes).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void a_part_that_fails_leaves_no_other_under_way() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicInteger underWay = new AtomicInteger();
    List<Integer> outcomes = new ArrayList<>();
    try (BatchParts parts = new BatchParts(3, 1)) {
      assertThatThrownBy(() ->
              parts.forEach(
                  3,
                  part ->
                      () -> {
                        underWay.incrementAndGet();
                        try {
                          if (part < 2) {
                            throw new IllegalStateException("part " + part);
                          }
                          await(failed);
                          return part;
                        } finally {
                          failed.countDown();
                          underWay.decrementAndGet();
                        }
                      },
                  outcomes::add))
          .hasMessage("part 0")
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
      assertThat(underWay).hasValue(0);
      assertThat(outcomes).containsExactly(2);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
