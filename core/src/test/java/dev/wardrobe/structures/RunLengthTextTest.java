package dev.wardrobe.structures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunLengthTextTest {
  @Test
  void small_counts_are_one_character_each() {
    assertThat(RunLengthText.encode(new int[] {0, 1, 15})).isEqualTo("01?");
    assertThat(RunLengthText.encode(new int[] {})).isEmpty();
    assertThat(RunLengthText.decode("")).isEmpty();
  }

  @Test
  void fourth_count_is_a_difference_to_the_second() {
    assertThat(RunLengthText.encode(new int[] {1, 5, 1, 5})).isEqualTo("1510");
    assertThat(RunLengthText.encode(new int[] {1, 5, 1, 4})).isEqualTo("151O");
  }

  @Test
  void sixteen_needs_a_second_character_for_its_sign() {
    assertThat(RunLengthText.encode(new int[] {16})).isEqualTo("`0");
  }

  @Test
  void any_counts_survive_a_round_trip() {
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 2_000; round++) {
      int[] counts = new int[random.nextInt(20)];
      for (int i = 0; i < counts.length; i++) {
        counts[i] = random.nextInt() >>> (1 + random.nextInt(31));
      }
      assertThat(RunLengthText.decode(RunLengthText.encode(counts)))
          .as("seed %d, round %d", seed, round)
          .containsExactly(counts);
    }
  }

  @Test
  void largest_counts_survive_a_round_trip() {
    int[] counts = {Integer.MAX_VALUE, 0, Integer.MAX_VALUE, Integer.MAX_VALUE, 0, 0};
    assertThat(RunLengthText.decode(RunLengthText.encode(counts))).containsExactly(counts);
  }

  @ParameterizedTest
  @ValueSource(strings = {"P", "1P", "`", "ooo", "111Q"})
  void text_that_ends_inside_a_number_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunLengthText.decode(text))
        .withMessage("The run lengths end inside a number");
  }

  @ParameterizedTest
  @CsvSource({"1/1,1", "p,0", "1~,1", "'1 1',1", "1P\u00e9,2", "\u4e2d,0", "\uffff,0"})
  void foreign_character_is_refused_with_its_position(String text, int position) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunLengthText.decode(text))
        .withMessage(
            "Expected characters '0' to 'o' in run lengths, but got '%s' at position %d",
            text.charAt(position), position);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PPPPPPP0", "oooooooo0", "PPPPPPPPPPPPPPPPPPPPPPPP1"})
  void number_of_more_than_35_bits_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunLengthText.decode(text))
        .withMessage(
            "Expected at most 7 characters a number in run lengths, but got more at position 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"O", "101O", "PPPPPP2", "PPPPPP?", "PPPPPP@"})
  void count_that_is_negative_or_beyond_an_int_is_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RunLengthText.decode(text))
        .withMessageStartingWith("Expected runs of 0 to 2^31 - 1 pixels, but run ");
  }

  @Test
  void random_text_decodes_or_is_refused() {
    long seed = 6;
    SplittableRandom random = new SplittableRandom(seed);
    int refused = 0;
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append((char) (46 + random.nextInt(68)));
      }
      try {
        for (int count : RunLengthText.decode(text.toString())) {
          assertThat(count).as("seed %d, %s", seed, text).isNotNegative();
        }
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).isBetween(1, 19_999);
  }
}
