package dev.wardrobe.model.data;

import dev.wardrobe.files.ImageHeader;
import dev.wardrobe.structures.ImageSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What can be said of a photo's file without decoding it: its size, and whether it is all there.
 * Decoders fill what is missing with grey and print a line on the console; neither may happen.
 */
final class PhotoFile {
  private static final int MOST_SCANS = 200;
  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int START_OF_SCAN = 0xDA;
  private static final int END_OF_IMAGE = 0xD9;
  private static final int IHDR = 0x49484452;
  private static final int IEND = 0x49454E44;

  private PhotoFile() {}

  /**
   * The size of a complete JPEG, PNG or WebP file.
   *
   * @throws IOException if it is none, or ends early, or is broken in a way that can be seen
   *     without decoding
   */
  static ImageSize check(byte[] file) throws IOException {
    if (file.length >= 16 && ByteBuffer.wrap(file).getLong(0) == PNG) {
      return png(file, ByteBuffer.wrap(file));
    }
    if (isText(file, 0, "RIFF") && isText(file, 8, "WEBP")) {
      return webp(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
    }
    ImageSize size = ImageHeader.read(new ByteArrayInputStream(file)).size();
    requireWholeJpeg(file);
    return size;
  }

  private static boolean isText(byte[] file, int at, String text) {
    return file.length >= at + text.length()
        && new String(file, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }

  /** Goes from marker to marker; inside a scan, to the next marker. */
  private static void requireWholeJpeg(byte[] file) throws IOException {
    int scans = 0;
    int at = nextMarker(file, 2);
    while ((file[at] & 255) != END_OF_IMAGE) {
      int marker = file[at] & 255;
      at++;
      if (marker != 0x01) {
        if (at + 1 >= file.length) {
          throw early();
        }
        at += (file[at] & 255) << 8 | (file[at + 1] & 255);
      }
      if (marker == START_OF_SCAN && ++scans > MOST_SCANS) {
        throw new IOException("a JPEG of over " + MOST_SCANS + " scans");
      }
      at = nextMarker(file, at);
    }
    if (scans == 0) {
      throw new IOException("a JPEG without pixels");
    }
  }

  /** Where the next marker's code is; zeros and restarts after FF belong to a scan's data. */
  private static int nextMarker(byte[] file, int from) throws IOException {
    for (int i = from; i + 1 < file.length; i++) {
      if (file[i] == -1) {
        int code = file[i + 1] & 255;
        if (code != 0 && code != 255 && (code < 0xD0 || code > 0xD7)) {
          return i + 1;
        }
      }
    }
    throw early();
  }

  private static IOException early() {
    return new IOException("a JPEG that ends early");
  }

  private static ImageSize png(byte[] bytes, ByteBuffer file) throws IOException {
    CRC32 crc = new CRC32();
    int at = Long.BYTES;
    boolean first = true;
    while (at + 12L <= file.limit()) {
      int length = file.getInt(at);
      int type = file.getInt(at + 4);
      if (length < 0 || at + 12L + length > file.limit()) {
        break;
      }
      crc.reset();
      crc.update(bytes, at + 4, length + 4);
      if ((int) crc.getValue() != file.getInt(at + 8 + length)) {
        throw new IOException("a PNG with a wrong checksum");
      }
      if (first && (type != IHDR || length < 8)) {
        throw new IOException("a PNG whose size does not come first");
      }
      if (type == IEND) {
        return size("PNG", file.getInt(16), file.getInt(20));
      }
      first = false;
      at += 12 + length;
    }
    throw new IOException("a PNG that ends early");
  }

  private static ImageSize webp(ByteBuffer file) throws IOException {
    if (file.limit() < 30 || Integer.toUnsignedLong(file.getInt(4)) + 8 > file.limit()) {
      throw new IOException("a WebP that ends early");
    }
    return switch (file.getInt(12)) {
      case 0x20385056 -> // "VP8 "
          size("WebP", file.getShort(26) & 0x3FFF, file.getShort(28) & 0x3FFF);
      case 0x4C385056 -> { // "VP8L"
        int bits = file.getInt(21);
        yield size("WebP", (bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
      }
      case 0x58385056 -> // "VP8X"
          size("WebP", (file.getInt(24) & 0xFFFFFF) + 1, (file.getInt(26) >>> 8) + 1);
      default -> throw new IOException("a WebP of an unknown kind");
    };
  }

  private static ImageSize size(String format, int width, int height) throws IOException {
    if (width < 1 || height < 1) {
      throw new IOException("a %s of %d x %d pixels".formatted(format, width, height));
    }
    return new ImageSize(width, height);
  }
}
