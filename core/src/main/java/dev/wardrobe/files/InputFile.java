package dev.wardrobe.files;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Opens a file that may be packed: as it is, gzipped, or the only file in a zip. Told apart by the
 * first bytes, not by the name.
 */
public final class InputFile {
  private static final int BUFFER = 1 << 16;

  private InputFile() {}

  /** Opens a file; to be closed. */
  public static InputStream open(Path path) {
    return open(path, done -> {});
  }

  /**
   * All bytes of a file.
   *
   * @throws DatasetException if it cannot be read
   */
  public static byte[] readAll(Path path) {
    try (InputStream in = open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Opens a file; to be closed.
   *
   * @param progress gets the number of bytes of the file read so far, packed as they are
   * @throws DatasetException if it cannot be opened, or a zip holds no file or several
   */
  public static InputStream open(Path path, LongConsumer progress) {
    try {
      if (Files.isDirectory(path)) {
        throw new DatasetException(
            "Cannot read %s: found a folder, expected a file".formatted(path));
      }
      InputStream in = Files.newInputStream(path);
      byte[] start = start(in);
      if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 'P', 'K', 5, 6)) {
        in.close();
        return openZip(path, progress);
      }
      // Opened once only: a pipe does not give its first bytes again.
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(start), in);
      InputStream plain = new Counted(whole, progress);
      return startsWith(start, 0x1f, 0x8b) ? gunzipped(plain) : plain;
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static byte[] start(InputStream in) throws IOException {
    try {
      return in.readNBytes(4);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static InputStream gunzipped(InputStream plain) throws IOException {
    try {
      return new GZIPInputStream(new BufferedInputStream(plain, BUFFER), BUFFER);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /** How many bytes the file has, packed as they are: what progress counts to. */
  public static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** What to say when reading from a file fails. */
  public static DatasetException unreadable(Path path, IOException problem) {
    return new DatasetException(
        "Cannot read %s: %s".formatted(path, IoReason.of(problem)), problem);
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xff) != magic[i]) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("MustBeClosedChecker")
  private static InputStream openZip(Path path, LongConsumer progress) throws IOException {
    ZipFile zip = new ZipFile(path.toFile());
    try {
      List<? extends ZipEntry> files =
          zip.stream()
              .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/"))
              .toList();
      if (files.size() != 1) {
        throw new DatasetException(
            "Cannot read %s: found %d files in the zip, expected one; unpack the right one"
                .formatted(path, files.size()));
      }
      ZipEntry entry = files.getFirst();
      double packed = entry.getCompressedSize() / (double) Math.max(1, entry.getSize());
      InputStream content =
          new Counted(zip.getInputStream(entry), done -> progress.accept((long) (done * packed)));
      return new FilterInputStream(content) {
        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
          return in.read(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
          try (zip) {
            super.close();
          }
        }
      };
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  /** Counts what is read. */
  private static final class Counted extends FilterInputStream {
    private final LongConsumer progress;
    private long count;

    Counted(InputStream in, LongConsumer progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b >= 0) {
        progress.accept(++count);
      }
      return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      if (read > 0) {
        count += read;
        progress.accept(count);
      }
      return read;
    }
  }
}
