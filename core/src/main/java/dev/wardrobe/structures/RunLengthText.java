package dev.wardrobe.structures;

import java.util.Arrays;

/**
 * COCO's text form of run lengths. Each number is cut into groups of five bits, lowest first, one
 * character a group from {@code 0} (48) on; a sixth bit says that more follow and the fifth bit of
 * the last group is the sign. From the fourth number on, the difference to the number two places
 * before is written.
 */
final class RunLengthText {
  private static final int FIRST = 48;
  private static final int MORE = 32;
  private static final int SIGN = 16;

  /** Characters that a difference of two ints can need. */
  private static final int LONGEST = 7;

  private RunLengthText() {}

  static String encode(int[] counts) {
    StringBuilder text = new StringBuilder(counts.length * 2);
    for (int i = 0; i < counts.length; i++) {
      long rest = i > 2 ? (long) counts[i] - counts[i - 2] : counts[i];
      boolean more = true;
      while (more) {
        int group = (int) (rest & 31);
        rest >>= 5;
        more = (group & SIGN) != 0 ? rest != -1 : rest != 0;
        text.append((char) (FIRST + (more ? group | MORE : group)));
      }
    }
    return text.toString();
  }

  static int[] decode(String text) {
    int[] counts = new int[text.length()];
    int length = 0;
    int at = 0;
    while (at < text.length()) {
      long value = 0;
      int shift = 0;
      int group;
      do {
        if (at == text.length()) {
          throw new IllegalArgumentException("The run lengths end inside a number");
        }
        if (shift == 5 * LONGEST) {
          throw new IllegalArgumentException(
              "Expected at most %d characters a number in run lengths, but got more at position %d"
                  .formatted(LONGEST, at));
        }
        group = text.charAt(at) - FIRST;
        if (group < 0 || group >= 2 * MORE) {
          throw new IllegalArgumentException(
              "Expected characters '0' to 'o' in run lengths, but got '%s' at position %d"
                  .formatted(text.charAt(at), at));
        }
        value |= (long) (group & 31) << shift;
        shift += 5;
        at++;
      } while ((group & MORE) != 0);
      if ((group & SIGN) != 0) {
        value |= -1L << shift;
      }
      if (length > 2) {
        value += counts[length - 2];
      }
      if (value < 0 || value > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "Expected runs of 0 to 2^31 - 1 pixels, but run %d has %d"
                .formatted(length + 1, value));
      }
      counts[length++] = (int) value;
    }
    return Arrays.copyOf(counts, length);
  }
}
