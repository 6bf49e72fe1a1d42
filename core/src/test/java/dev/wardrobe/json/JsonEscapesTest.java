package dev.wardrobe.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonEscapesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "plain, plain",
        "\\\\, \\",
        "a\\\\\\\"b, a\\\"b",
        "\\/, /",
        "\\u0041x, Ax",
        "\\u00E9, é",
        "\\ud83d\\ude00, 😀",
        "\\u00g1, u00g1",
        "\\u12, u12",
        "\\u００４１, u００４１",
        "\\x, x",
        "end\\, end\\"
      })
  void escapes_stand_for_characters_and_unknown_ones_for_their_letter(String raw, String text) {
    assertThat(JsonEscapes.resolve(raw)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"b, 8", "t, 9", "n, 10", "f, 12", "r, 13"})
  void letters_stand_for_control_characters(String letter, int code) {
    assertThat(JsonEscapes.resolve("\\" + letter)).isEqualTo(Character.toString(code));
  }
}
