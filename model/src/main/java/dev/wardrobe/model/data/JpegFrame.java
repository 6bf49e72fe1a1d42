package dev.wardrobe.model.data;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a JPEG's segments say about its scans, and the walk through a sequential one. */
final class JpegFrame {
  private static final int TABLES = 4;
  private static final int MOST_COMPONENTS = 4;

  private final @Nullable HuffmanCode[] dc = new HuffmanCode[TABLES];
  private final @Nullable HuffmanCode[] ac = new HuffmanCode[TABLES];
  private int restartInterval;

  /** Empty unless the frame is sequential. */
  private int[] ids = {};

  private int[] across = {};
  private int[] down = {};
  private int width;
  private int height;

  /** The codes of a block of pixels. */
  private record Block(HuffmanCode dc, HuffmanCode ac) {}

  /** How many steps a scan has, and the blocks that each is made of. */
  private record Steps(long count, List<Block> blocks) {}

  void readFrame(byte[] file, int body, int end, boolean sequential) {
    ids = new int[0];
    int count = end - body >= 6 ? file[body + 5] & 255 : 0;
    if (!sequential || count < 1 || count > MOST_COMPONENTS || end < body + 6 + 3 * count) {
      return;
    }
    height = unsignedShort(file, body + 1);
    width = unsignedShort(file, body + 3);
    ids = new int[count];
    across = new int[count];
    down = new int[count];
    for (int i = 0; i < count; i++) {
      ids[i] = file[body + 6 + 3 * i] & 255;
      across[i] = Math.clamp((file[body + 7 + 3 * i] >> 4) & 15, 1, 4);
      down[i] = Math.clamp(file[body + 7 + 3 * i] & 15, 1, 4);
    }
  }

  void readRestartInterval(byte[] file, int body, int end) {
    restartInterval = end - body >= 2 ? unsignedShort(file, body) : 0;
  }

  void readTables(byte[] file, int body, int end) throws IOException {
    int at = body;
    while (at + 17 <= end) {
      int symbols = 0;
      for (int i = 1; i <= 16; i++) {
        symbols += file[at + i] & 255;
      }
      int id = file[at] & 15;
      if (symbols > 256 || at + 17 + symbols > end || id >= TABLES) {
        throw new IOException("a JPEG with an impossible Huffman table");
      }
      HuffmanCode code = new HuffmanCode(file, at + 1, symbols);
      ((file[at] & 0xF0) == 0 ? dc : ac)[id] = code;
      at += 17 + symbols;
    }
  }

  /**
   * Walks through a scan.
   *
   * @param body the scan header's first byte
   * @param end the first byte of the scan's data
   * @return where to look for the next marker
   * @throws IOException if the data end early or have a code that no table has
   */
  int walkScan(byte[] file, int body, int end) throws IOException {
    @Nullable Steps steps = steps(file, body, end);
    if (steps == null) {
      return end;
    }
    JpegBits bits = new JpegBits(file, end);
    long untilRestart = restartInterval == 0 ? Long.MAX_VALUE : restartInterval;
    int restart = 0;
    for (long i = 0; i < steps.count; i++) {
      if (untilRestart-- == 0) {
        bits.restart(restart);
        restart = (restart + 1) % 8;
        untilRestart = restartInterval - 1L;
      }
      for (Block block : steps.blocks) {
        bits.skipBlock(block.dc, block.ac);
      }
    }
    return bits.end();
  }

  /** Null where the scan is not sequential or unusual, which is left to the decoder. */
  private @Nullable Steps steps(byte[] file, int body, int end) {
    int count = end > body ? file[body] & 255 : 0;
    if (ids.length == 0 || count < 1 || count > ids.length || end < body + 1 + 2 * count) {
      return null;
    }
    List<Block> blocks = new ArrayList<>();
    int component = 0;
    for (int i = 0; i < count; i++) {
      component = indexOf(file[body + 1 + 2 * i] & 255);
      int tables = file[body + 2 + 2 * i];
      HuffmanCode one = dc[(tables >> 4) & 3];
      HuffmanCode other = ac[tables & 3];
      if (component < 0 || one == null || other == null) {
        return null;
      }
      int size = count == 1 ? 1 : across[component] * down[component];
      blocks.addAll(Collections.nCopies(size, new Block(one, other)));
    }
    return new Steps(blocksOf(count == 1 ? component : -1), blocks);
  }

  private int indexOf(int id) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }

  /** How many blocks a component has on its own; for -1, how many steps all have together. */
  private long blocksOf(int component) {
    int mostAcross = Arrays.stream(across).max().orElse(1);
    int mostDown = Arrays.stream(down).max().orElse(1);
    if (component < 0) {
      return (long) Math.ceilDiv(width, 8 * mostAcross) * Math.ceilDiv(height, 8 * mostDown);
    }
    int columns = Math.ceilDiv(width * across[component], mostAcross);
    int rows = Math.ceilDiv(height * down[component], mostDown);
    return (long) Math.ceilDiv(columns, 8) * Math.ceilDiv(rows, 8);
  }

  private static int unsignedShort(byte[] file, int at) {
    return (file[at] & 255) << 8 | (file[at + 1] & 255);
  }
}
