package dev.wardrobe.synthesis.photography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.synthesis.chance.Dice;
import org.junit.jupiter.api.Test;

class BlockTransformTest {

  private static int[] random(long seed) {
    var dice = new Dice(seed);
    int[] block = new int[64];
    for (int i = 0; i < 64; i++) {
      block[i] = dice.below(256) - 128;
    }
    return block;
  }

  @Test
  void coefficients_are_those_of_the_definition() {
    for (long seed = 0; seed < 20; seed++) {
      int[] samples = random(seed);
      int[] coefficients = samples.clone();
      BlockTransform.forward(coefficients);
      for (int v = 0; v < 8; v++) {
        for (int u = 0; u < 8; u++) {
          assertThat(coefficients[v * 8 + u] / 8.0).isCloseTo(defined(samples, u, v), within(.5));
        }
      }
    }
  }

  /** ITU-T T.81, A.3.3. */
  private static double defined(int[] samples, int u, int v) {
    double sum = 0;
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        sum +=
            samples[y * 8 + x]
                * StrictMath.cos((2 * x + 1) * u * Math.PI / 16)
                * StrictMath.cos((2 * y + 1) * v * Math.PI / 16);
      }
    }
    double root = Math.sqrt(.5);
    return sum * (u == 0 ? root : 1) * (v == 0 ? root : 1) / 4;
  }

  @Test
  void the_inverse_takes_back() {
    for (long seed = 20; seed < 60; seed++) {
      int[] samples = random(seed);
      int[] block = samples.clone();
      BlockTransform.forward(block);
      for (int i = 0; i < 64; i++) {
        block[i] = (int) Math.rint(block[i] / 8.0);
      }
      BlockTransform.inverse(block);
      for (int i = 0; i < 64; i++) {
        assertThat(block[i]).isCloseTo(samples[i], within(2));
      }
    }
  }
}
