package dev.wardrobe.retrieval;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A JSON file as it is, in gzip or alone in a zip, told apart by its first bytes. */
final class PackedFile {
  private static final int BUFFER = 1 << 16;
  private static final String MAC_EXTRAS = "__MACOSX/";

  private PackedFile() {}

  /**
   * Opens a file; to be closed by the caller.
   *
   * @throws DatasetException if it cannot be opened, or a zip holds not exactly one JSON file
   */
  static InputStream open(Path file) {
    try {
      return unpacked(file);
    } catch (IOException e) {
      throw new DatasetException("Cannot read %s: %s".formatted(file, IoReason.of(e)), e);
    }
  }

  private static InputStream unpacked(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder, expected a file");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(4);
    }
    if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] <= 8 && head[3] <= 8) {
      return onlyEntry(file);
    }
    InputStream in = Files.newInputStream(file);
    if (head.length < 2 || (head[0] & 0xff) != 0x1f || (head[1] & 0xff) != 0x8b) {
      return in;
    }
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static InputStream onlyEntry(Path file) throws IOException {
    ZipFile zip = new ZipFile(file.toFile());
    try {
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(entry -> entry.getName().endsWith(".json"))
              .filter(entry -> !entry.getName().startsWith(MAC_EXTRAS))
              .toList();
      if (entries.size() != 1) {
        throw new IOException(
            "the zip has %d files that end in .json, expected 1".formatted(entries.size()));
      }
      return new FilterInputStream(
          new BufferedInputStream(zip.getInputStream(entries.getFirst()), BUFFER)) {
        @Override
        public void close() throws IOException {
          zip.close(); // its streams close with it
        }
      };
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }
}
