package dev.wardrobe.files;

import dev.wardrobe.structures.ImageSize;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a JPEG's header says, read without decoding pixels.
 *
 * @param size of the stored pixel grid, before any rotation
 * @param components 1 grey, 3 colour, 4 CMYK
 * @param orientation the EXIF orientation, 1 to 8; 1 if there is none: shown as stored
 */
public record ImageHeader(ImageSize size, int components, int orientation) {
  private static final int SEGMENT_LIMIT = 100_000;

  /**
   * Reads markers up to the first frame header.
   *
   * @param in at the first byte; neither buffered nor closed here
   * @throws IOException if it is no JPEG, ends early, or has an impossible size
   */
  public static ImageHeader read(InputStream in) throws IOException {
    int first = in.read();
    int second = in.read();
    if (first != 0xFF || second != 0xD8) {
      throw new IOException(
          second < 0
              ? first < 0 ? "an empty file" : "a file of one byte"
              : "a file that starts with %02X %02X instead of FF D8".formatted(first, second));
    }
    int orientation = 1;
    for (int segments = 0; segments < SEGMENT_LIMIT; segments++) {
      int marker = nextMarker(in);
      if (marker == 0xD9 || marker == 0xDA) {
        throw new IOException("a JPEG whose pixels come before its size");
      }
      if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7)) {
        continue;
      }
      int length = unsignedShort(in) - 2;
      if (length < 0) {
        throw new IOException("a JPEG segment of negative length");
      }
      if (isFrame(marker)) {
        return frame(in, orientation);
      }
      if (marker == 0xE1) {
        orientation = ExifOrientation.of(in.readNBytes(length), orientation);
      } else {
        skip(in, length);
      }
    }
    throw new IOException("a JPEG with over " + SEGMENT_LIMIT + " header segments");
  }

  private static ImageHeader frame(InputStream in, int orientation) throws IOException {
    byte[] frame = in.readNBytes(6);
    if (frame.length < 6) {
      throw new EOFException("a JPEG that ends in its header");
    }
    int height = ((frame[1] & 255) << 8) | (frame[2] & 255);
    int width = ((frame[3] & 255) << 8) | (frame[4] & 255);
    if (height == 0 || width == 0) {
      throw new IOException("a JPEG of %d x %d pixels".formatted(width, height));
    }
    return new ImageHeader(new ImageSize(width, height), frame[5] & 255, orientation);
  }

  private static int nextMarker(InputStream in) throws IOException {
    int value = in.read();
    if (value < 0) {
      throw new EOFException("a JPEG that ends in its header");
    }
    if (value != 0xFF) {
      throw new IOException("a JPEG with byte %02X where a marker should be".formatted(value));
    }
    while (value == 0xFF) {
      value = in.read();
    }
    if (value < 0) {
      throw new EOFException("a JPEG that ends in its header");
    }
    return value;
  }

  private static void skip(InputStream in, int length) throws IOException {
    try {
      in.skipNBytes(length);
    } catch (EOFException e) {
      throw new IOException("a JPEG that ends in its header", e);
    }
  }

  private static boolean isFrame(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  private static int unsignedShort(InputStream in) throws IOException {
    int high = in.read();
    int low = in.read();
    if (low < 0) {
      throw new EOFException("a JPEG that ends in its header");
    }
    return (high << 8) | low;
  }
}
