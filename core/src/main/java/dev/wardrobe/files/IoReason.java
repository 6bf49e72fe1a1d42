package dev.wardrobe.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file could not be read or written; Java's own messages are often a path. */
public final class IoReason {
  private IoReason() {}

  /** The reason of an IOException, or of one inside an UncheckedIOException. */
  public static String of(Exception problem) {
    if (problem instanceof UncheckedIOException
        && problem.getCause() instanceof IOException cause) {
      return of(cause);
    }
    return switch (problem) {
      case AccessDeniedException denied -> "permission denied";
      case NoSuchFileException missing -> "no such file or folder";
      case FileAlreadyExistsException exists -> exists.getFile() + " is no folder";
      default -> {
        String message = problem.getMessage();
        yield message == null ? "an input or output error" : message;
      }
    };
  }
}
