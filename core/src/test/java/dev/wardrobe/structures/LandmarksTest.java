package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LandmarksTest {
  private static final Landmarks THREE = Landmarks.of(10, 20.5, 2, 30, 40, 1, 0, 0, 0);

  @Test
  void points_are_read_in_order() {
    assertThat(THREE.count()).isEqualTo(3);
    assertThat(THREE.x(1)).isEqualTo(30);
    assertThat(THREE.y(0)).isEqualTo(20.5);
    assertThat(THREE.visibility(0)).isEqualTo(Landmarks.VISIBLE);
    assertThat(THREE.visibility(1)).isEqualTo(Landmarks.OCCLUDED);
    assertThat(THREE.visibility(2)).isEqualTo(Landmarks.NOT_LABELLED);
  }

  @Test
  void visibilities_are_counted() {
    assertThat(THREE.countOf(Landmarks.VISIBLE)).isEqualTo(1);
    assertThat(THREE.countOf(Landmarks.OCCLUDED)).isEqualTo(1);
    assertThat(THREE.countOf(Landmarks.NOT_LABELLED)).isEqualTo(1);
    assertThat(THREE.labelledCount()).isEqualTo(2);
    assertThat(Landmarks.of().labelledCount()).isZero();
  }

  @Test
  void visible_only_clears_the_occluded_points() {
    assertThat(THREE.visibleOnly()).isEqualTo(Landmarks.of(10, 20.5, 2, 0, 0, 0, 0, 0, 0));
    assertThat(THREE.labelledCount()).as("unchanged").isEqualTo(2);
  }

  @Test
  void changing_an_array_does_not_change_the_landmarks() {
    double[] given = {1, 2, 2};
    Landmarks landmarks = Landmarks.of(given);
    given[0] = 9;
    landmarks.toArray()[1] = 9;
    assertThat(landmarks).isEqualTo(Landmarks.of(1, 2, 2)).hasToString("[1.0, 2.0, 2.0]");
    assertThat(landmarks).hasSameHashCodeAs(Landmarks.of(1, 2, 2));
    assertThat(landmarks.equals((Object) "[1.0, 2.0, 2.0]")).isFalse();
  }

  @Test
  void visibility_minus_zero_is_zero() {
    assertThat(Landmarks.of(1, 2, -0.0)).isEqualTo(Landmarks.of(1, 2, 0));
  }

  @Test
  void incomplete_point_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Landmarks.of(1, 2, 2, 3))
        .withMessageContaining("4 numbers");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 3, 1.5, Double.NaN})
  void impossible_visibility_is_refused(double visibility) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Landmarks.of(1, 2, 2, 1, 2, visibility))
        .withMessage("Expected visibility 0, 1 or 2, but landmark 2 has " + visibility);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void coordinate_that_is_not_finite_is_refused(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Landmarks.of(value, 2, 2))
        .withMessageContaining("landmark 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Landmarks.of(1, value, 2));
  }
}
