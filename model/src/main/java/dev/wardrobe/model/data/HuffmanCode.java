package dev.wardrobe.model.data;

import java.io.IOException;
import java.util.Arrays;

/** One Huffman code of a JPEG (ITU-T T.81, annex C): which bits stand for which symbol. */
final class HuffmanCode {
  private static final int QUICK = 8;
  private static final int LONGEST = 16;

  /** By the next 8 bits: length * 256 + symbol; 0 for a longer code. */
  private final short[] quick = new short[1 << QUICK];

  /** By length: one more than the last code, -1 where there is none. */
  private final int[] ends = new int[LONGEST + 1];

  /** By length: what is to be added to a code for the index of its symbol. */
  private final int[] offsets = new int[LONGEST + 1];

  private final byte[] symbols;

  /**
   * A code.
   *
   * @param file holds the 16 numbers of codes by length, from {@code at} on, then the symbols
   * @throws IOException if there are more codes than bits allow
   */
  HuffmanCode(byte[] file, int at, int symbolCount) throws IOException {
    symbols = new byte[symbolCount];
    System.arraycopy(file, at + LONGEST, symbols, 0, symbolCount);
    int code = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      int count = file[at + length - 1] & 255;
      if (code + count > 1 << length) {
        throw new IOException("a JPEG with an impossible Huffman table");
      }
      offsets[length] = index - code;
      ends[length] = count == 0 ? -1 : code + count;
      for (int i = 0; i < count && length <= QUICK; i++) {
        int from = (code + i) << (QUICK - length);
        short entry = (short) (length << 8 | (symbols[index + i] & 255));
        Arrays.fill(quick, from, from + (1 << (QUICK - length)), entry);
      }
      index += count;
      code = (code + count) << 1;
    }
  }

  /**
   * The symbol at the start of some bits.
   *
   * @param bits the next 16
   * @return length * 256 + symbol; -1 if no code starts so
   */
  int lookUp(int bits) {
    short found = quick[bits >> (LONGEST - QUICK)];
    if (found != 0) {
      return found;
    }
    for (int length = QUICK + 1; length <= LONGEST; length++) {
      int code = bits >> (LONGEST - length);
      if (code < ends[length]) {
        return length << 8 | (symbols[code + offsets[length]] & 255);
      }
    }
    return -1;
  }
}
