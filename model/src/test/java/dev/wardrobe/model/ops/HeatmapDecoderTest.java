package dev.wardrobe.model.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Landmarks;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatmapDecoderTest {
  private static final int SIZE = 28;

  /** As many pixels as cells, so that errors are in cells. */
  private static final Box BOX = new Box(100, 200, 100 + SIZE, 200 + SIZE);

  @ParameterizedTest
  @ValueSource(doubles = {.6, 1, 2})
  void finds_the_centre_of_a_gaussian_to_a_fiftieth_of_a_cell(double sigma) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 200; i++) {
      double far = 4 * Math.hypot(sigma, 1.4); // nearer to the edges some of it is cut off
      double x = SIZE / 2. + random.nextDouble(-1, 1) * Math.max(SIZE / 2. - far, 1);
      double y = SIZE / 2. + random.nextDouble(-1, 1) * Math.max(SIZE / 2. - far, 1);
      double slant = random.nextDouble(-.8, .8);
      float[] found = HeatmapDecoder.decode(gaussian(x, y, sigma, slant), 1, SIZE, BOX);
      assertThat(found[0] - 100).isCloseTo((float) x, within(2e-2f));
      assertThat(found[1] - 200).isCloseTo((float) y, within(2e-2f));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.3, .5, 1, 2})
  void finds_what_a_perfect_network_would_say(double sigma) {
    // The chance of a cell is the part of a Gaussian that lies over it; logits are a bit off.
    SplittableRandom random = new SplittableRandom(2);
    double error = 0;
    double biasX = 0;
    double biasY = 0;
    int rounds = 1000;
    for (int i = 0; i < rounds; i++) {
      double x = random.nextDouble(3, SIZE - 3);
      double y = random.nextDouble(3, SIZE - 3);
      float[] logits = overCells(x, y, sigma);
      for (int j = 0; j < logits.length; j++) {
        logits[j] += (float) (.03 * random.nextGaussian() + 3);
      }
      float[] found = HeatmapDecoder.decode(logits, 1, SIZE, BOX);
      error += Math.hypot(found[0] - 100 - x, found[1] - 200 - y) / rounds;
      biasX += (found[0] - 100 - x) / rounds;
      biasY += (found[1] - 200 - y) / rounds;
    }
    assertThat(error).isLessThan(.2);
    assertThat(biasX).isCloseTo(0, within(.02));
    assertThat(biasY).isCloseTo(0, within(.02));
  }

  @Test
  void a_sure_network_gives_the_centre_of_the_cell_of_the_target() {
    SplittableRandom random = new SplittableRandom(3);
    Box region = new Box(12.5, 7.25, 80, 140);
    double sumX = 0;
    double sumY = 0;
    int rounds = 4000;
    for (int i = 0; i < rounds; i++) {
      double x = random.nextDouble(region.x1(), region.x2());
      double y = random.nextDouble(region.y1(), region.y2());
      long cell = HeatmapTargets.of(Landmarks.of(x, y, 2), region, SIZE)[0];
      float[] logits = new float[SIZE * SIZE];
      logits[(int) cell] = 40;
      float[] found = HeatmapDecoder.decode(logits, 1, SIZE, region);
      assertThat(found[0]).isCloseTo((float) x, within((float) region.width() / SIZE / 2 + 1e-3f));
      assertThat(found[1]).isCloseTo((float) y, within((float) region.height() / SIZE / 2 + 1e-3f));
      assertThat(found[2]).isCloseTo(1, within(1e-6f));
      sumX += (found[0] - x) / region.width() * SIZE;
      sumY += (found[1] - y) / region.height() * SIZE;
    }
    // The standard deviation of the mean of this many uniform errors is .0046 cells.
    assertThat(sumX / rounds).isCloseTo(0, within(.02));
    assertThat(sumY / rounds).isCloseTo(0, within(.02));
  }

  @Test
  void agrees_with_torchvision_where_a_peak_stands_out() {
    // Of noise, the interpolation there often prefers another peak. Box 1 is smaller than a pixel.
    Golden golden = Golden.of("keypoints");
    float[] boxes = golden.floats("decode.boxes");
    float[] points = golden.floats("decode.points");
    float[] logits = golden.floats("logits");
    int compared = 0;
    for (int i : new int[] {0, 2}) {
      Box box = new Box(boxes[4 * i], boxes[4 * i + 1], boxes[4 * i + 2], boxes[4 * i + 3]);
      for (int j = 9 * i; j < 9 * i + 9; j++) {
        float[] map = Arrays.copyOfRange(logits, j * 196, (j + 1) * 196);
        if (lead(map, 14) > .5) {
          float[] found = HeatmapDecoder.decode(map, 1, 14, box);
          float cellWidth = (float) box.width() / 14;
          float cellHeight = (float) box.height() / 14;
          assertThat(found[0]).isCloseTo(points[3 * j], within(.5f * cellWidth));
          assertThat(found[1]).isCloseTo(points[3 * j + 1], within(.5f * cellHeight));
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(4);
  }

  /** By how much the highest cell exceeds all but its neighbours. */
  private static double lead(float[] map, int size) {
    int peak = 0;
    for (int i = 0; i < map.length; i++) {
      peak = map[i] > map[peak] ? i : peak;
    }
    double lead = Double.POSITIVE_INFINITY;
    for (int i = 0; i < map.length; i++) {
      boolean near = Math.abs(i % size - peak % size) <= 1 && Math.abs(i / size - peak / size) <= 1;
      lead = near ? lead : Math.min(lead, map[peak] - map[i]);
    }
    return lead;
  }

  @Test
  void a_peak_on_the_edge_stays_near_it() {
    float[] logits = gaussian(.2, 10.8, 1, 0);
    float[] found = HeatmapDecoder.decode(logits, 1, SIZE, BOX);
    assertThat(found[0]).isBetween(100f, 101.5f);
    assertThat(found[1]).isCloseTo(210.8f, within(1e-3f));
  }

  @Test
  void finds_the_place_of_the_highest_expected_similarity() {
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 20; round++) {
      float[] logits = new float[SIZE * SIZE];
      for (int blob = 0; blob < 4; blob++) {
        double x = random.nextDouble(6, SIZE - 6);
        double y = random.nextDouble(6, SIZE - 6);
        float[] one = gaussian(x, y, random.nextDouble(.8, 3), random.nextDouble(-.5, .5));
        double weight = random.nextDouble(.2, 1);
        for (int i = 0; i < logits.length; i++) {
          logits[i] += (float) (weight * Math.exp(one[i]));
        }
      }
      for (int i = 0; i < logits.length; i++) {
        logits[i] = (float) Math.log(logits[i] + 1e-9);
      }
      float[] found = HeatmapDecoder.decode(logits, 1, SIZE, BOX);
      double best = highest(logits);
      assertThat(expectedSimilarity(logits, found[0] - 100, found[1] - 200))
          .isCloseTo(best, within(.01));
      assertThat((double) found[2]).isCloseTo(best, within(.05 * best)).isBetween(0., 1.);
    }
  }

  /** By trying places all over the map, and then more around the best one. */
  private static double highest(float[] logits) {
    double best = 0;
    double bestX = 0;
    double bestY = 0;
    for (double x = 0; x < SIZE; x += .5) {
      for (double y = 0; y < SIZE; y += .5) {
        double similarity = expectedSimilarity(logits, x, y);
        if (similarity > best) {
          best = similarity;
          bestX = x;
          bestY = y;
        }
      }
    }
    for (double x = bestX - .5; x < bestX + .5; x += .1) {
      for (double y = bestY - .5; y < bestY + .5; y += .1) {
        best = Math.max(best, expectedSimilarity(logits, x, y));
      }
    }
    return best;
  }

  /** The mean of exp(-d^2 / 2 s^2) over cells by their chance, s a twentieth of the map. */
  private static double expectedSimilarity(float[] logits, double x, double y) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < logits.length; i++) {
      int row = i / SIZE;
      double away = Math.hypot(i % SIZE + .5 - x, row + .5 - y) / (.05 * SIZE);
      sum += Math.exp(logits[i] - away * away / 2);
      all += Math.exp(logits[i]);
    }
    return sum / all;
  }

  @Test
  void a_flat_map_gives_its_middle_and_little_hope() {
    float[] found = HeatmapDecoder.decode(new float[SIZE * SIZE], 1, SIZE, BOX);
    assertThat(found[0]).isBetween(100f, 128f);
    assertThat(found[1]).isBetween(200f, 228f);
    // The Gaussian's area over the map's: 2 pi (1.4)^2 / 28^2.
    assertThat(found[2]).isCloseTo((float) (2 * Math.PI * 1.4 * 1.4 / SIZE / SIZE), within(2e-4f));
  }

  @Test
  void huge_logits_and_several_landmarks_are_fine() {
    float[] logits = new float[2 * 9];
    logits[4] = 1e30f;
    logits[9 + 8] = (float) Math.log(3);
    float[] found = HeatmapDecoder.decode(logits, 2, 3, new Box(0, 0, 3, 6));
    assertThat(found[0]).isEqualTo(1.5f);
    assertThat(found[1]).isEqualTo(3);
    assertThat(found[2]).isEqualTo(1);
    assertThat(found[3]).isEqualTo(2.5f);
    assertThat(found[4]).isEqualTo(5);
    assertThat(found[5]).isCloseTo(3 / 11f, within(1e-6f));
  }

  @Test
  void a_logit_too_few_is_refused() {
    assertThatThrownBy(() -> HeatmapDecoder.decode(new float[8], 1, 3, BOX))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** The logarithm of a Gaussian at the centres of the cells. */
  private static float[] gaussian(double x, double y, double sigma, double slant) {
    float[] logits = new float[SIZE * SIZE];
    for (int i = 0; i < logits.length; i++) {
      int row = i / SIZE;
      double right = (i % SIZE + .5 - x) / sigma;
      double down = (row + .5 - y) / sigma;
      logits[i] = (float) (-(right * right + down * down - 2 * slant * right * down) / 2);
    }
    return logits;
  }

  /** The logarithm of how much of a Gaussian lies over each cell, by adding up fine steps. */
  private static float[] overCells(double x, double y, double sigma) {
    double[] across = overCells(x, sigma);
    double[] along = overCells(y, sigma);
    float[] logits = new float[SIZE * SIZE];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) Math.log(across[i % SIZE] * along[i / SIZE] + 1e-9);
    }
    return logits;
  }

  private static double[] overCells(double centre, double sigma) {
    int steps = 50;
    double[] parts = new double[SIZE];
    for (int i = 0; i < SIZE * steps; i++) {
      double away = ((i + .5) / steps - centre) / sigma;
      parts[i / steps] += Math.exp(-away * away / 2) / steps / sigma / Math.sqrt(2 * Math.PI);
    }
    return parts;
  }
}
