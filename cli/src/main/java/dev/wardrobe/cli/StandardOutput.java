package dev.wardrobe.cli;

import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** Bytes to the standard output, for results too large for a string. */
final class StandardOutput {
  private static final int BUFFER = 1 << 16;

  private StandardOutput() {}

  /**
   * Writes a result. Where nobody reads on, as in {@code | head}, that is the end and no error.
   *
   * @return whether all of it was read
   * @throws DatasetException if the output cannot be written for another reason
   */
  static boolean write(AtomicFile.Body body) {
    try {
      OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
      body.writeTo(out);
      out.flush();
      return true;
    } catch (IOException | UncheckedIOException e) {
      if (!isUnread(e)) {
        throw new DatasetException(problem(e), e);
      }
      return false;
    }
  }

  /** Whether writing failed only because nobody reads on. */
  static boolean isUnread(Exception failure) {
    return IoReason.of(failure).contains("Broken pipe");
  }

  /** A failure in one line. */
  static String problem(Exception failure) {
    return "Cannot write to the standard output: " + IoReason.of(failure);
  }
}
