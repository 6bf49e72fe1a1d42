package dev.wardrobe.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file whole or not at all: into a temporary file beside the target, which is renamed once
 * complete. A killed run leaves the target as it was.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content. */
  @FunctionalInterface
  public interface Body {
    /** Writes to an unbuffered stream, which the caller closes. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes or replaces a file; missing parent folders are made.
   *
   * @throws DatasetException if it cannot be written; then the target is as it was
   */
  public static void write(Path target, Body body) {
    @Nullable Path part = null;
    try {
      if (Files.isDirectory(target)) {
        throw new DatasetException(
            "Cannot write %s: it is a folder; name a file in it".formatted(target));
      }
      Files.createDirectories(folderOf(target));
      part = temporaryFile(target);
      try (FileOutputStream out = new FileOutputStream(part.toFile())) {
        body.writeTo(out);
      }
      move(part, target);
    } catch (IOException e) {
      throw failure(target, e);
    } catch (UncheckedIOException e) {
      throw failure(target, Objects.requireNonNull(e.getCause()));
    } finally {
      delete(part);
    }
  }

  private static DatasetException failure(Path target, IOException problem) {
    return new DatasetException(
        "Cannot write %s: %s".formatted(target, IoReason.of(problem)), problem);
  }

  /** The folder a file lies in, as an absolute path; a file without parent lies in the root. */
  public static Path folderOf(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }

  /** An empty file beside the target; deleted when the process ends, if it is still there. */
  static Path temporaryFile(Path target) throws IOException {
    Path part = Files.createTempFile(folderOf(target), "." + target.getFileName() + ".", ".part");
    part.toFile().setReadable(true, false);
    part.toFile().deleteOnExit();
    return part;
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void delete(@Nullable Path part) {
    if (part != null) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException e) {
        part.toFile().deleteOnExit();
      }
    }
  }
}
