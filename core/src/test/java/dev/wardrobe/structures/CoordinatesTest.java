package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinatesTest {
  @Test
  void integers_and_reals_differ_even_where_the_numbers_are_equal() {
    Coordinates integers = Coordinates.ofIntegers(1, 2);
    Coordinates reals = Coordinates.ofReals(1, 2);
    assertThat(integers).isNotEqualTo(reals).isEqualTo(Coordinates.ofIntegers(1, 2));
    assertThat(reals).isNotEqualTo(integers).isEqualTo(Coordinates.ofReals(1, 2));
    assertThat(integers).hasSameHashCodeAs(Coordinates.ofIntegers(1, 2));
    assertThat(integers).isNotEqualTo(Coordinates.ofIntegers(1, 3));
    assertThat(integers.equals((Object) "[1, 2]")).isFalse();
  }

  @Test
  void minus_zero_is_not_zero() {
    assertThat(Coordinates.ofReals(-0.0)).isNotEqualTo(Coordinates.ofReals(0.0));
  }

  @Test
  void text_shows_integers_without_fraction() {
    assertThat(Coordinates.builder().addInteger(3).addReal(4).addReal(-.5).build())
        .hasToString("[3, 4.0, -0.5]");
    assertThat(Coordinates.ofIntegers()).hasToString("[]");
  }

  @Test
  void changing_an_array_does_not_change_the_sequence() {
    double[] given = {1, 2};
    Coordinates coordinates = Coordinates.ofReals(given);
    given[0] = 9;
    coordinates.toArray()[1] = 9;
    assertThat(coordinates).isEqualTo(Coordinates.ofReals(1, 2));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void number_that_is_not_finite_is_refused(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> Coordinates.ofReals(0, value));
    assertThatIllegalArgumentException().isThrownBy(() -> Coordinates.builder().addReal(value));
  }

  @Test
  void index_outside_is_refused() {
    for (Coordinates two : List.of(Coordinates.ofIntegers(1, 2), Coordinates.ofReals(1, 2))) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> two.get(2));
      assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> two.isInteger(2));
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> two.isInteger(-1));
    }
  }

  @Test
  void built_sequence_does_not_change_with_its_builder() {
    Coordinates.Builder builder = Coordinates.builder().addInteger(1).addReal(2);
    Coordinates first = builder.build();
    builder.clear();
    assertThat(builder.size()).isZero();
    builder.addReal(7).addInteger(8);
    assertThat(first).isEqualTo(Coordinates.builder().addInteger(1).addReal(2).build());
    assertThat(builder.toArray()).containsExactly(7, 8);
    assertThat(builder.build().isInteger(0)).isFalse();
    assertThat(builder.build().isInteger(1)).isTrue();
  }

  @Test
  void reused_builder_remembers_kinds_of_any_length() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    Coordinates.Builder builder = Coordinates.builder();
    for (int round = 0; round < 300; round++) {
      builder.clear();
      List<Boolean> kinds = new ArrayList<>();
      int size = random.nextInt(400);
      for (int i = 0; i < size; i++) {
        boolean integer = random.nextInt(1 + round % 3) == 0;
        kinds.add(integer);
        if (integer) {
          builder.addInteger(i);
        } else {
          builder.addReal(i);
        }
      }
      Coordinates built = builder.build();
      assertThat(built.size()).isEqualTo(size);
      for (int i = 0; i < size; i++) {
        assertThat(built.isInteger(i)).as("seed %d, index %d", seed, i).isEqualTo(kinds.get(i));
        assertThat(built.get(i)).isEqualTo(i);
      }
    }
  }
}
