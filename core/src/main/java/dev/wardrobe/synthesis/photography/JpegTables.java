package dev.wardrobe.synthesis.photography;

import java.util.HexFormat;

/** The tables of ITU-T T.81, Annex K, and the quality scale of the Independent JPEG Group. */
final class JpegTables {
  /** Place in a block, row by row, of each coefficient in zigzag order. */
  static final byte[] ZIGZAG = {
    0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20,
    13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59,
    52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63
  };

  /** Steps of the luminance, row by row, at quality 50: table K.1. */
  static final byte[] LUMINANCE = {
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113,
    92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99
  };

  /** Steps of both chrominances, row by row, at quality 50: table K.2. */
  static final byte[] CHROMINANCE = {
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
    99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99
  };

  /** How many codes of 1 to 16 bits there are: tables K.3 to K.6. */
  static final byte[] DC_LUMINANCE_COUNTS = {0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0};

  static final byte[] DC_CHROMINANCE_COUNTS = {0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0};
  static final byte[] AC_LUMINANCE_COUNTS = {0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125};
  static final byte[] AC_CHROMINANCE_COUNTS = {0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 119};

  /** What the codes stand for, in their order, as pairs of hexadecimal digits. */
  static final byte[] DC_SYMBOLS = bytes("000102030405060708090a0b");

  static final byte[] AC_LUMINANCE_SYMBOLS =
      bytes(
          "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a"
              + "25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778"
              + "797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7"
              + "c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa");

  static final byte[] AC_CHROMINANCE_SYMBOLS =
      bytes(
          "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f117"
              + "18191a262728292a35363738393a434445464748494a535455565758595a636465666768696a7374757677"
              + "78797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5"
              + "c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa");

  private JpegTables() {}

  /**
   * The quantiser steps of a quality, row by row, each 1 to 255.
   *
   * @throws IllegalArgumentException if the quality is not 1 to 100
   */
  static int[] steps(byte[] table, int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("JPEG quality " + quality + ", expected 1 to 100");
    }
    int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
    int[] steps = new int[64];
    for (int i = 0; i < 64; i++) {
      steps[i] = Math.max(1, Math.min(255, (table[i] * percent + 50) / 100));
    }
    return steps;
  }

  /** For each symbol its code times 32 plus the number of its bits. */
  static int[] codes(byte[] counts, byte[] symbols) {
    int[] codes = new int[256];
    int code = 0;
    int next = 0;
    for (int bits = 1; bits <= 16; bits++) {
      for (int i = 0; i < counts[bits - 1]; i++) {
        codes[symbols[next++] & 255] = (code++ << 5) | bits;
      }
      code <<= 1;
    }
    return codes;
  }

  private static byte[] bytes(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
