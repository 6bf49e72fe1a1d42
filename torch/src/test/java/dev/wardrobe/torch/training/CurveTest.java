package dev.wardrobe.torch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void few_points_stay_as_they_are() {
    Curve curve = Curve.of("c", new double[] {1, 2, 3}, new double[] {5, Double.NaN, 7});
    assertThat(curve.points())
        .containsExactly(new Curve.Point(1, 5, 5, 5), new Curve.Point(3, 7, 7, 7));
  }

  @Test
  void many_points_become_means_with_their_range() {
    double[] x = IntStream.range(0, 1600).asDoubleStream().toArray();
    double[] y = Arrays.stream(x).map(v -> v % 10).toArray();
    Curve curve = Curve.of("c", x, y);
    assertThat(curve.points()).hasSize(160);
    assertThat(curve.points())
        .allSatisfy(point -> {
          assertThat(point.mean()).isEqualTo(4.5, within(1e-12));
          assertThat(point.least()).isZero();
          assertThat(point.greatest()).isEqualTo(9);
        });
    assertThat(curve.points().getFirst().x()).isEqualTo(4.5);
  }

  @Test
  void nothing_gives_no_points() {
    assertThat(Curve.of("c", new double[0], new double[0]).points()).isEmpty();
  }

  @Test
  void intervals_are_round() {
    assertThat(LineChart.interval(4000)).isEqualTo(1000);
    assertThat(LineChart.interval(.7)).isEqualTo(.2, within(1e-12));
    assertThat(LineChart.interval(1)).isEqualTo(.2, within(1e-12));
    assertThat(LineChart.interval(12)).isEqualTo(5);
  }

  @Test
  void numbers_have_three_digits() {
    assertThat(LineChart.number(.0015)).isEqualTo("0.0015");
    assertThat(LineChart.number(1234.5)).isEqualTo("1230");
    assertThat(LineChart.number(10.46)).isEqualTo("10.5");
    assertThat(LineChart.number(.00002)).isEqualTo("2e-5");
    assertThat(LineChart.number(0)).isEqualTo("0");
  }
}
