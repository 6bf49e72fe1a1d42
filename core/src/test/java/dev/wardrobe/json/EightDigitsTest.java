package dev.wardrobe.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EightDigitsTest {
  private static long word(byte[] text) {
    return ByteBuffer.wrap(text).order(ByteOrder.LITTLE_ENDIAN).getLong() ^ 0x3030303030303030L;
  }

  @Test
  void digits_before_any_other_byte_are_counted_and_valued() {
    Random random = new Random(8);
    for (int i = 0; i < 200_000; i++) {
      byte[] text = new byte[8];
      random.nextBytes(text);
      int count = random.nextInt(9);
      long value = 0;
      for (int j = 0; j < count; j++) {
        int digit = random.nextInt(10);
        text[j] = (byte) ('0' + digit);
        value = 10 * value + digit;
      }
      if (count < 8) {
        while (text[count] >= '0' && text[count] <= '9') {
          text[count] = (byte) random.nextInt();
        }
      }
      assertThat(EightDigits.count(word(text))).isEqualTo(count);
      assertThat(EightDigits.value(word(text), count)).isEqualTo(value);
    }
  }

  @Test
  void bytes_beside_the_digits_are_none() {
    for (int other = 0; other < 256; other++) {
      byte[] text = "12345678".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      text[3] = (byte) other;
      boolean digit = other >= '0' && other <= '9';
      assertThat(EightDigits.count(word(text))).isEqualTo(digit ? 8 : 3);
    }
  }
}
