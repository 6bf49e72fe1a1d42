package dev.wardrobe.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds the orientation tag in a JPEG's APP1 segment. */
final class ExifOrientation {
  private static final byte[] PREFIX = {'E', 'x', 'i', 'f', 0, 0};
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;

  private ExifOrientation() {}

  /** The orientation 1 to 8, or the given one if the segment is not EXIF, is broken or has none. */
  static int of(byte[] segment, int otherwise) {
    for (int i = 0; i < PREFIX.length; i++) {
      if (i >= segment.length || segment[i] != PREFIX[i]) {
        return otherwise;
      }
    }
    if (segment.length < PREFIX.length + 8) {
      return otherwise;
    }
    ByteBuffer tiff = ByteBuffer.wrap(segment, PREFIX.length, segment.length - PREFIX.length);
    tiff = tiff.slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int directory = tiff.getInt(4);
    if (directory < 0 || directory > tiff.limit() - 2) {
      return otherwise;
    }
    int entries = tiff.getShort(directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + i * ENTRY;
      if (at > tiff.limit() - ENTRY) {
        return otherwise;
      }
      if ((tiff.getShort(at) & 0xFFFF) == TAG) {
        int value = tiff.getShort(at + 8) & 0xFFFF;
        return value >= 1 && value <= 8 ? value : otherwise;
      }
    }
    return otherwise;
  }
}
