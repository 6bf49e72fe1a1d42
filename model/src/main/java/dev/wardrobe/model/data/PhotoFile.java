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
  private static final long PNG = 0x89504E470D0A1A0AL;
  private static final int IHDR = 0x49484452;
  private static final int IEND = 0x49454E44;

  private PhotoFile() {}

  /**
   * The size that the header of a JPEG, PNG or WebP file tells.
   *
   * @throws IOException if it is none, or its header is broken or ends early
   */
  static ImageSize size(byte[] file) throws IOException {
    if (isPng(file)) {
      return pngSize(ByteBuffer.wrap(file));
    }
    return isWebp(file)
        ? webpSize(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN))
        : ImageHeader.read(new ByteArrayInputStream(file)).size();
  }

  /**
   * Does nothing if the file is all there.
   *
   * @throws IOException if it ends early, or is broken in a way that can be seen without decoding
   */
  static void requireWhole(byte[] file) throws IOException {
    if (isPng(file)) {
      requireWholePng(file, ByteBuffer.wrap(file));
    } else if (!isWebp(file)) {
      JpegFile.requireWhole(file);
    }
  }

  private static boolean isPng(byte[] file) {
    return file.length >= Long.BYTES && ByteBuffer.wrap(file).getLong(0) == PNG;
  }

  private static boolean isWebp(byte[] file) {
    return isText(file, 0, "RIFF") && isText(file, 8, "WEBP");
  }

  private static boolean isText(byte[] file, int at, String text) {
    return file.length >= at + text.length()
        && new String(file, at, text.length(), StandardCharsets.ISO_8859_1).equals(text);
  }

  private static ImageSize pngSize(ByteBuffer file) throws IOException {
    if (file.limit() < 24) {
      throw new IOException("a PNG that ends early");
    }
    if (file.getInt(12) != IHDR) {
      throw new IOException("a PNG whose size does not come first");
    }
    return size("PNG", file.getInt(16), file.getInt(20));
  }

  private static void requireWholePng(byte[] bytes, ByteBuffer file) throws IOException {
    CRC32 crc = new CRC32();
    int at = Long.BYTES;
    while (at + 12L <= file.limit()) {
      int length = file.getInt(at);
      if (length < 0 || at + 12L + length > file.limit()) {
        break;
      }
      crc.reset();
      crc.update(bytes, at + 4, length + 4);
      if ((int) crc.getValue() != file.getInt(at + 8 + length)) {
        throw new IOException("a PNG with a wrong checksum");
      }
      if (file.getInt(at + 4) == IEND) {
        return;
      }
      at += 12 + length;
    }
    throw new IOException("a PNG that ends early");
  }

  private static ImageSize webpSize(ByteBuffer file) throws IOException {
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
