package dev.wardrobe.synthesis.photography;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * Writes baseline JFIF files in plain Java: the encoder that comes with a JDK may be linked to
 * another native library elsewhere, but here the same image gives the same bytes on every machine.
 * Chroma is averaged over 2x2 pixels (4:2:0); tables are those of ITU-T T.81 Annex K, scaled by
 * quality as the Independent JPEG Group does. No EXIF and no comment.
 */
public final class JpegEncoder {
  /** Places of the samples of a unit of 16x16 pixels: four blocks of Y, then Cb, then Cr. */
  private static final int CB = 4;

  private static final int CR = 5;
  private static final int LARGEST_SIDE = 65_535;
  private static final int[] DC_Y =
      JpegTables.codes(JpegTables.DC_LUMINANCE_COUNTS, JpegTables.DC_SYMBOLS);
  private static final int[] AC_Y =
      JpegTables.codes(JpegTables.AC_LUMINANCE_COUNTS, JpegTables.AC_LUMINANCE_SYMBOLS);
  private static final int[] DC_C =
      JpegTables.codes(JpegTables.DC_CHROMINANCE_COUNTS, JpegTables.DC_SYMBOLS);
  private static final int[] AC_C =
      JpegTables.codes(JpegTables.AC_CHROMINANCE_COUNTS, JpegTables.AC_CHROMINANCE_SYMBOLS);

  private final BitSink sink;
  private final Quantiser luminance;
  private final Quantiser chrominance;
  private final int[][] blocks = new int[6][64];
  private final int[] previous = new int[6];

  private JpegEncoder(int pixels, int quality) {
    sink = new BitSink(1024 + pixels / 4);
    luminance = new Quantiser(JpegTables.steps(JpegTables.LUMINANCE, quality));
    chrominance = new Quantiser(JpegTables.steps(JpegTables.CHROMINANCE, quality));
  }

  /**
   * The bytes of a JPEG file.
   *
   * @param rgb read as RGB; fastest as {@link BufferedImage#TYPE_INT_RGB}; at most 65535 pixels
   *     wide and high
   * @param quality 1 (smallest) to 100 (best)
   * @throws IllegalArgumentException if the quality or the size is out of range
   */
  public static byte[] encode(BufferedImage rgb, int quality) {
    int width = rgb.getWidth();
    int height = rgb.getHeight();
    if (width > LARGEST_SIDE || height > LARGEST_SIDE) {
      throw new IllegalArgumentException(
          "image of " + width + " x " + height + " pixels, expected at most 65535 a side");
    }
    var encoder = new JpegEncoder(width * height, quality);
    encoder.head(width, height);
    int[] band = new int[width * 16];
    for (int y = 0; y < height; y += 16) {
      int rows = Math.min(16, height - y);
      Pixels.read(rgb, y, rows, band);
      for (int row = rows; row < 16; row++) {
        System.arraycopy(band, (rows - 1) * width, band, row * width, width);
      }
      for (int x = 0; x < width; x += 16) {
        encoder.unit(band, x, width);
      }
    }
    return encoder.sink.end();
  }

  private void unit(int[] band, int x, int width) {
    if (x + 16 <= width) {
      YccBlocks.load(band, x, width, blocks);
    } else {
      int[] copy = new int[256];
      for (int i = 0; i < 256; i++) {
        copy[i] = band[(i >> 4) * width + Math.min(width - 1, x + (i & 15))];
      }
      YccBlocks.load(copy, 0, 16, blocks);
    }
    for (int i = 0; i < CB; i++) {
      block(i, 0, luminance, DC_Y, AC_Y);
    }
    block(CB, CB, chrominance, DC_C, AC_C);
    block(CR, CR, chrominance, DC_C, AC_C);
  }

  private void block(int index, int component, Quantiser quantiser, int[] dc, int[] ac) {
    int[] block = blocks[index];
    BlockTransform.forward(block);
    int level = quantiser.quantised(block[0], 0);
    int difference = level - previous[component];
    previous[component] = level;
    int size = bits(difference);
    sink.put(dc[size]);
    sink.put(difference, size);
    int run = 0;
    for (int k = 1; k < 64; k++) {
      int value = block[JpegTables.ZIGZAG[k]];
      if (quantiser.vanishes(value, k)) {
        run++;
        continue;
      }
      for (; run > 15; run -= 16) {
        sink.put(ac[0xF0]);
      }
      int quantised = quantiser.quantised(value, k);
      size = bits(quantised);
      sink.put(ac[(run << 4) | size], quantised, size);
      run = 0;
    }
    if (run > 0) {
      sink.put(ac[0]);
    }
  }

  /** How many bits the size of a number needs. */
  private static int bits(int value) {
    return 32 - Integer.numberOfLeadingZeros(Math.abs(value));
  }

  private void head(int width, int height) {
    sink.bytes(0xFF, 0xD8);
    sink.bytes(0xFF, 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
    steps(0, luminance);
    steps(1, chrominance);
    sink.bytes(0xFF, 0xC0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3);
    sink.bytes(1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1);
    codes(0x00, JpegTables.DC_LUMINANCE_COUNTS, JpegTables.DC_SYMBOLS);
    codes(0x10, JpegTables.AC_LUMINANCE_COUNTS, JpegTables.AC_LUMINANCE_SYMBOLS);
    codes(0x01, JpegTables.DC_CHROMINANCE_COUNTS, JpegTables.DC_SYMBOLS);
    codes(0x11, JpegTables.AC_CHROMINANCE_COUNTS, JpegTables.AC_CHROMINANCE_SYMBOLS);
    sink.bytes(0xFF, 0xDA, 0, 12, 3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0);
  }

  private void steps(int number, Quantiser quantiser) {
    sink.bytes(0xFF, 0xDB, 0, 67, number);
    for (int k = 0; k < 64; k++) {
      sink.bytes(quantiser.step(k));
    }
  }

  private void codes(int number, byte[] counts, byte[] symbols) {
    sink.bytes(0xFF, 0xC4, 0, 19 + symbols.length, number);
    sink.bytes(counts);
    sink.bytes(symbols);
  }

  /** Divides coefficients by their steps, rounding halves away from zero. */
  private static final class Quantiser {
    /** Enough for exact results: coefficients times 8 stay below 2^15, steps times 8 below 2^11. */
    private static final int SHIFT = 30;

    private final int[] steps = new int[64];
    private final int[] half = new int[64];
    private final long[] reciprocal = new long[64];

    /** From the steps row by row; everything here is in zigzag order. */
    Quantiser(int[] steps) {
      for (int k = 0; k < 64; k++) {
        int step = steps[JpegTables.ZIGZAG[k]];
        this.steps[k] = step;
        half[k] = step * 4;
        reciprocal[k] = (1L << SHIFT) / (step * 8L) + 1;
      }
    }

    int step(int k) {
      return steps[k];
    }

    boolean vanishes(int value, int k) {
      return value < half[k] && -value < half[k];
    }

    int quantised(int value, int k) {
      int size = (int) (((Math.abs(value) + half[k]) * reciprocal[k]) >> SHIFT);
      return value < 0 ? -size : size;
    }
  }

  /** Bytes and bits of a JPEG file; a byte FF among bits is followed by 00. */
  private static final class BitSink {
    private byte[] bytes;
    private int length;
    private long buffer;
    private int filled;

    BitSink(int capacity) {
      bytes = new byte[capacity];
    }

    void bytes(int... values) {
      reserve(values.length);
      for (int value : values) {
        bytes[length++] = (byte) value;
      }
    }

    void bytes(byte[] values) {
      reserve(values.length);
      System.arraycopy(values, 0, bytes, length, values.length);
      length += values.length;
    }

    /** A code as {@link JpegTables#codes} gives it. */
    void put(int code) {
      buffer = (buffer << (code & 31)) | (code >>> 5);
      filled += code & 31;
      drain();
    }

    /** The lower bits of a number, or of the number less 1 if it is negative. */
    void put(int value, int size) {
      buffer = (buffer << size) | ((value + (value >> 31)) & ((1L << size) - 1));
      filled += size;
      drain();
    }

    void put(int code, int value, int size) {
      buffer = (buffer << (code & 31)) | (code >>> 5);
      buffer = (buffer << size) | ((value + (value >> 31)) & ((1L << size) - 1));
      filled += (code & 31) + size;
      drain();
    }

    private void drain() {
      if (filled < 32) {
        return;
      }
      reserve(8);
      filled -= 32;
      int word = (int) (buffer >>> filled);
      for (int shift = 24; shift >= 0; shift -= 8) {
        stuffed(word >>> shift);
      }
    }

    private void stuffed(int value) {
      bytes[length++] = (byte) value;
      if ((value & 255) == 255) {
        bytes[length++] = 0;
      }
    }

    byte[] end() {
      reserve(16);
      for (; filled >= 8; filled -= 8) {
        stuffed((int) (buffer >>> (filled - 8)));
      }
      if (filled > 0) {
        stuffed((int) ((buffer << (8 - filled)) | (255 >>> filled)));
      }
      bytes(0xFF, 0xD9);
      return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
      if (length + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
      }
    }
  }
}
