package dev.wardrobe.synthesis.painting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.wardrobe.synthesis.chance.Dice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoxBlurTest {
  private static final int WIDTH = 13;
  private static final int HEIGHT = 9;

  @ParameterizedTest
  @ValueSource(floats = {0, .4f, 1, 2.7f, 6, 20.3f})
  void each_value_becomes_the_weighted_mean_of_its_square(float radius) {
    Dice dice = new Dice(5);
    float[] values = new float[WIDTH * HEIGHT];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) dice.next();
    }
    float[] before = values.clone();
    BoxBlur.once(values, WIDTH, HEIGHT, radius);
    for (int i = 0; i < values.length; i++) {
      float expected = mean(before, i % WIDTH, i / WIDTH, radius);
      assertThat(values[i]).isCloseTo(expected, offset(1e-4f));
    }
  }

  private static float mean(float[] values, int x, int y, float radius) {
    int reach = (int) radius + 1;
    double sum = 0;
    double weights = 0;
    for (int down = -reach; down <= reach; down++) {
      for (int right = -reach; right <= reach; right++) {
        double weight = weight(down, radius) * weight(right, radius);
        int column = Math.max(0, Math.min(WIDTH - 1, x + right));
        int row = Math.max(0, Math.min(HEIGHT - 1, y + down));
        sum += weight * values[row * WIDTH + column];
        weights += weight;
      }
    }
    return (float) (sum / weights);
  }

  private static double weight(int step, float radius) {
    return Math.max(0, Math.min(1, radius - Math.abs(step) + 1));
  }
}
