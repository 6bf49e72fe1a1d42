package dev.wardrobe;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/** Unpacks a compressed tar file of plain files with short names. */
public final class TarFiles {
  private static final int BLOCK = 512;

  private TarFiles() {}

  /** Unpacks the files whose names are wanted. */
  public static void unpack(Path tgz, Path into, Predicate<String> wanted) throws IOException {
    try (InputStream in = Files.newInputStream(tgz)) {
      for (Map.Entry<String, byte[]> entry : read(in, wanted).entrySet()) {
        Path file = into.resolve(entry.getKey()).normalize();
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, entry.getValue());
      }
    }
  }

  /** Reads the files whose names are wanted, by name and in their order. */
  public static Map<String, byte[]> read(InputStream tgz, Predicate<String> wanted)
      throws IOException {
    InputStream in = new BufferedInputStream(new GZIPInputStream(tgz), 1 << 16);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (byte[] head = in.readNBytes(BLOCK);
        head.length == BLOCK && head[0] != 0;
        head = in.readNBytes(BLOCK)) {
      String name = text(head, 0, 100);
      long size = Long.parseLong(text(head, 124, 12).strip(), 8);
      byte[] content = in.readNBytes((int) size);
      in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      char type = (char) head[156];
      if ((type == '0' || type == 0) && wanted.test(name)) {
        files.put(name, content);
      }
    }
    return files;
  }

  private static String text(byte[] head, int from, int length) {
    int end = from;
    while (end < from + length && head[end] != 0) {
      end++;
    }
    return new String(head, from, end - from, StandardCharsets.US_ASCII);
  }
}
