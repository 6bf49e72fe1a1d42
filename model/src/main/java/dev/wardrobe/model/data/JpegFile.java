package dev.wardrobe.model.data;

import java.io.IOException;

/**
 * Walks through a JPEG (ITU-T T.81) to see whether its pixels are all there: from marker to marker
 * to the end, and inside sequential scans from Huffman code to Huffman code. What is missing or
 * impossible there a decoder would fill with grey, and print a line on the console. Scans of
 * progressive and arithmetic JPEGs are passed over.
 */
final class JpegFile {
  private static final int MOST_SCANS = 200;

  private static final int END_OF_IMAGE = 0xD9;
  private static final int START_OF_SCAN = 0xDA;
  private static final int TABLES = 0xC4;
  private static final int RESTART_INTERVAL = 0xDD;

  private final byte[] file;
  private final JpegFrame frame = new JpegFrame();
  private int scans;

  private JpegFile(byte[] file) {
    this.file = file;
  }

  /**
   * Does nothing if the file is whole.
   *
   * @throws IOException if not; the message says in a few words what was found
   */
  static void requireWhole(byte[] file) throws IOException {
    new JpegFile(file).walk();
  }

  private void walk() throws IOException {
    int at = nextMarker(file, 2);
    while (at(at) != END_OF_IMAGE) {
      int marker = at(at);
      int body = at + 3;
      int end = at + 1;
      if (marker != 0x01) {
        end += at(at + 1) << 8 | at(at + 2);
        at(end - 1);
      }
      at = nextMarker(file, segment(marker, body, Math.max(body, end)));
    }
    if (scans == 0) {
      throw new IOException("a JPEG without pixels");
    }
  }

  /** Reads a segment, and the scan after it, and returns where the next marker is to be sought. */
  private int segment(int marker, int body, int end) throws IOException {
    switch (marker) {
      case 0xC0, 0xC1, 0xC2 -> frame.readFrame(file, body, end, marker != 0xC2);
      case TABLES -> frame.readTables(file, body, end);
      case RESTART_INTERVAL -> frame.readRestartInterval(file, body, end);
      case START_OF_SCAN -> {
        if (++scans > MOST_SCANS) {
          throw new IOException("a JPEG of over " + MOST_SCANS + " scans");
        }
        return frame.walkScan(file, body, end);
      }
      default -> {}
    }
    return end;
  }

  private int at(int index) throws IOException {
    if (index < 0 || index >= file.length) {
      throw early();
    }
    return file[index] & 255;
  }

  /** Where the next marker's code is; zeros and restarts after FF belong to a scan's data. */
  static int nextMarker(byte[] file, int from) throws IOException {
    for (int i = from; i + 1 < file.length; i++) {
      if (file[i] == -1) {
        int code = file[i + 1] & 255;
        if (code != 0 && code != 255 && !isRestart(code)) {
          return i + 1;
        }
      }
    }
    throw early();
  }

  static boolean isRestart(int code) {
    return code >= 0xD0 && code <= 0xD7;
  }

  private static IOException early() {
    return new IOException("a JPEG that ends early");
  }
}
