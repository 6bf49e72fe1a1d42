package dev.wardrobe.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * Writes a file whole or not at all: into a temporary file beside the target, which is renamed once
 * complete. A killed run leaves the target as it was.
 */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the content. */
  @FunctionalInterface
  public interface Body {
    /**
     * Writes to an unbuffered stream, which the caller closes.
     *
     * @throws IOException if writing fails; an UncheckedIOException is taken for one
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes or replaces a file; missing parent folders are made.
   *
   * @throws DatasetException if it cannot be written; then the target is as it was
   */
  public static void write(Path target, Body body) {
    try {
      if (Files.isDirectory(target)) {
        throw new DatasetException(
            "Cannot write %s: it is a folder; name a file in it".formatted(target));
      }
      Files.createDirectories(folderOf(target));
      if (!Files.exists(target)) {
        replace(target, body);
      } else if (Files.isRegularFile(target)) {
        replace(target.toRealPath(), body); // what a link points to, not the link
      } else {
        try (FileOutputStream out = new FileOutputStream(target.toFile())) {
          body.writeTo(out); // a pipe or a device
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new DatasetException("Cannot write %s: %s".formatted(target, IoReason.of(e)), e);
    }
  }

  private static void replace(Path target, Body body) throws IOException {
    Path part = temporaryFile(target);
    try {
      // Opened without truncating: after a truncation ext4 would write all blocks on closing.
      try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "rw");
          FileOutputStream out = new FileOutputStream(file.getFD())) {
        body.writeTo(out);
      }
      move(part, target);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The folder a file lies in, as an absolute path; a file without parent lies in the root. */
  static Path folderOf(Path file) {
    Path absolute = file.toAbsolutePath();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder;
  }

  /** A new, empty file beside the target; deleted when the process ends, if it is still there. */
  static Path temporaryFile(Path target) throws IOException {
    String name = ".%s.%s.part".formatted(target.getFileName(), UUID.randomUUID());
    Path part = Files.createFile(folderOf(target).resolve(name));
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
}
