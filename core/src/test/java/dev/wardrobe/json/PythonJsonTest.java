package dev.wardrobe.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wardrobe.GoldenLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonJsonTest {
  private static final int NUMBERS = 200_000;

  private final PythonJson json = new PythonJson();

  @Test
  void golden_strings_are_as_python_escapes_them() throws IOException {
    List<String> cases = GoldenLines.read(PythonJsonTest.class, "strings.txt");
    assertThat(cases).hasSizeGreaterThan(90);
    for (String line : cases) {
      int blank = line.indexOf(' ');
      String units = line.substring(0, blank);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i + 4 <= units.length(); i += 4) {
        text.append((char) HexFormat.fromHexDigits(units, i, i + 4));
      }
      json.clear();
      assertThat(json.string(text.toString())).as(line).hasToString(line.substring(blank + 1));
    }
  }

  @Test
  void decimals_of_up_to_six_places_are_the_shortest_text() {
    long seed = 21;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < NUMBERS; i++) {
      long digits = random.nextLong() >> (1 + random.nextInt(63));
      double value = BigDecimal.valueOf(digits, random.nextInt(7)).doubleValue();
      requireRepr(value, seed);
    }
  }

  @Test
  void random_doubles_are_the_shortest_text() {
    long seed = 22;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < NUMBERS; i++) {
      requireRepr(
          i % 2 == 0
              ? Double.longBitsToDouble(random.nextLong())
              : random.nextDouble(-2_000, 2_000),
          seed);
    }
  }

  @Test
  void neighbours_of_short_decimals_are_the_shortest_text() {
    long seed = 23;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < NUMBERS / 4; i++) {
      double value =
          BigDecimal.valueOf(random.nextLong(1L << (1 + random.nextInt(50))), random.nextInt(7))
              .doubleValue();
      requireRepr(Math.nextUp(value), seed);
      requireRepr(Math.nextDown(value), seed);
    }
  }

  /** Without AssertJ, which is too slow for so many. */
  private void requireRepr(double value, long seed) {
    json.clear();
    String text = json.real(value).toString();
    if (!text.equals(PythonFloat.repr(value))
        || Double.doubleToLongBits(Double.parseDouble(text)) != Double.doubleToLongBits(value)) {
      fail("seed %d: %s is written %s".formatted(seed, Double.toHexString(value), text));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 7, -7, 10, 99, 100, -1_000_000, Long.MAX_VALUE, Long.MIN_VALUE})
  void integers_are_plain(long value) {
    assertThat(json.integer(value)).hasToString(Long.toString(value));
  }

  @Test
  void random_integers_are_plain() {
    long seed = 24;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      long value = random.nextLong() >> random.nextInt(64);
      json.clear();
      if (!json.integer(value).toString().equals(Long.toString(value))) {
        fail("seed %d: %d is written %s".formatted(seed, value, json));
      }
    }
    for (long power = 1; power > 0 && power < Long.MAX_VALUE / 10; power *= 10) {
      json.clear();
      assertThat(json.integer(power).raw(" ").integer(power - 1))
          .hasToString(power + " " + (power - 1));
    }
  }

  @Test
  void text_grows_beyond_its_first_memory() throws IOException {
    StringBuilder expected = new StringBuilder();
    byte[] raw = "0123456789".getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 3_000; i++) {
      json.raw("[").integer(i).raw(raw).raw(raw, 2, 3).real(i + .5).string("x").raw("]");
      expected
          .append('[')
          .append(i)
          .append("0123456789")
          .append("234")
          .append(i)
          .append(".5\"x\"]");
    }
    assertThat(json).hasToString(expected.toString());
    assertThat(json.length()).isEqualTo(expected.length());
    assertThat(json.toByteArray()).asString(StandardCharsets.US_ASCII).isEqualTo(json.toString());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    json.writeTo(out, 5, 25);
    assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo(expected.substring(5, 25));
    json.clear();
    assertThat(json.length()).isZero();
    assertThat(json.toByteArray()).isEmpty();
  }
}
