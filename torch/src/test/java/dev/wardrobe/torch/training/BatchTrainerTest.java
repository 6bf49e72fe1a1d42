package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchTrainerTest {
  private static final int SIDE = 64;
  private static final int STEPS = 30;

  @BeforeEach
  void start() {
    NativeLibrary.start(1);
  }

  private static Config config(int accumulate) {
    return TestConfigs.narrow(TestConfigs.training(2, 2, STEPS, 100))
        .withStreams(new Streams(true, true, false, false))
        .with("training.accumulate", String.valueOf(accumulate));
  }

  /** Photos of noise with a square to find. */
  private static Batch batch(int images, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] pixels = new float[3 * SIDE * SIDE * images];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) random.nextDouble(-2, 2);
    }
    ItemTarget item =
        new ItemTarget(
            Category.SKIRT,
            new Box(10, 20, 42, 52),
            new PolygonMask(List.of(Coordinates.ofIntegers(10, 20, 42, 20, 42, 52, 10, 52))),
            Landmarks.of(new double[3 * Category.SKIRT.landmarks().count()]),
            0);
    ImageTargets targets = new ImageTargets(1, SIDE, SIDE, Optional.empty(), 0, List.of(item));
    return new Batch(pixels, SIDE, SIDE, Collections.nCopies(images, targets));
  }

  private static List<Double> losses(Config config, long seed, Batch batch) {
    List<Double> losses = new ArrayList<>();
    try (BatchTrainer trainer = new BatchTrainer(config, seed, TensorDevice.CPU, STEPS)) {
      for (int i = 0; i < STEPS; i++) {
        losses.add(trainer.step(() -> batch).getOrDefault("loss", Double.NaN));
      }
    }
    return losses;
  }

  @Test
  void a_batch_is_learned() {
    List<Double> losses = losses(config(1), 3, batch(2, 1));
    assertThat(losses.getLast()).isLessThan(.9 * losses.getFirst());
  }

  @Test
  void equal_seeds_give_equal_losses() {
    assertThat(losses(config(1), 3, batch(2, 1))).isEqualTo(losses(config(1), 3, batch(2, 1)));
    assertThat(losses(config(1), 3, batch(2, 1))).isNotEqualTo(losses(config(1), 4, batch(2, 1)));
  }

  @Test
  void each_part_of_a_batch_is_asked_for() {
    List<Batch> parts = new ArrayList<>(List.of(batch(1, 1), batch(1, 2)));
    try (BatchTrainer trainer = new BatchTrainer(config(2), 3, TensorDevice.CPU, STEPS)) {
      assertThat(trainer.step(parts::removeFirst)).containsKeys("loss_mask", "gradient_norm");
    }
    assertThat(parts).isEmpty();
  }
}
