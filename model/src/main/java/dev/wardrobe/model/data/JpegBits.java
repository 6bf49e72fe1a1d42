package dev.wardrobe.model.data;

import java.io.IOException;

/** The bits of a sequential scan's data, block by block. */
final class JpegBits {
  private final byte[] file;
  private int at;
  private long buffer;
  private int left;

  /** How many of the last bits were made up, since a marker or the file's end was reached. */
  private int madeUp;

  JpegBits(byte[] file, int from) {
    this.file = file;
    this.at = from;
  }

  /** Passes over the 64 coefficients of a block. */
  void skipBlock(HuffmanCode dc, HuffmanCode ac) throws IOException {
    skip(symbol(dc) & 15);
    for (int k = 1; k < 64; k++) {
      int symbol = symbol(ac);
      int run = symbol >> 4;
      int size = symbol & 15;
      if (size == 0 && run != 15) {
        break;
      }
      k += run;
      if (k > 63) {
        throw new IOException("a JPEG with too many numbers in a block of pixels");
      }
      skip(size);
    }
    if (left < madeUp) {
      throw new IOException("a JPEG whose pixels end early");
    }
  }

  private int symbol(HuffmanCode code) throws IOException {
    if (left < 32) {
      fill();
    }
    int found = code.lookUp((int) (buffer >> (left - 16)) & 0xFFFF);
    if (found < 0) {
      throw new IOException("a JPEG with damaged pixels");
    }
    left -= found >> 8;
    return found & 255;
  }

  private void skip(int bits) {
    left -= bits;
  }

  private void fill() {
    while (left <= 48) {
      int value = 0;
      if (at < file.length && file[at] != -1) {
        value = file[at++] & 255;
      } else if (at + 1 < file.length && file[at + 1] == 0) {
        value = 255;
        at += 2;
      } else {
        madeUp += 8;
      }
      buffer = buffer << 8 | value;
      left += 8;
    }
  }

  /** Goes on after a restart marker with a number from 0 to 7. */
  void restart(int number) throws IOException {
    while (at + 1 < file.length) {
      int code = file[at + 1] & 255;
      if (file[at] == -1 && code != 0 && code != 255) {
        if (code != 0xD0 + number) {
          break;
        }
        at += 2;
        left = 0;
        madeUp = 0;
        return;
      }
      at++;
    }
    throw new IOException("a JPEG with a restart marker missing");
  }

  /**
   * Ends the scan and returns where the next marker is to be sought. Zeros may fill the space
   * before it, as some cameras have it; anything else was not read, so something before it is
   * damaged.
   */
  int end() throws IOException {
    int unread = (left - madeUp) / 8 * 8;
    boolean zeros = ((buffer >>> madeUp) & ((1L << unread) - 1)) == 0;
    while (zeros && at < file.length && file[at] == 0) {
      at++;
    }
    if (!zeros || (at + 1 < file.length && (file[at] != -1 || file[at + 1] == 0))) {
      throw new IOException("a JPEG with damaged pixels");
    }
    return at;
  }
}
