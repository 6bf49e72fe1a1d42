package dev.wardrobe.files;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.zip.ZipException;

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
      case FileSystemException failed when failed.getReason() != null -> failed.getReason();
      case FileNotFoundException missing -> inParentheses(plain(missing));
      case EOFException early -> "the file ends early";
      case ZipException damaged -> "the packed file is damaged (" + plain(damaged) + ")";
      default -> plain(problem);
    };
  }

  private static String plain(Exception problem) {
    String message = problem.getMessage();
    return message == null || message.isBlank()
        ? "an input or output error"
        : message.replaceFirst("^([a-z]+\\.)+[A-Za-z]+Exception: ", "");
  }

  /** Java says "path (reason)"; the path is said already. */
  private static String inParentheses(String message) {
    int start = message.lastIndexOf('(');
    return start >= 0 && message.endsWith(")")
        ? message.substring(start + 1, message.length() - 1)
        : message;
  }
}
