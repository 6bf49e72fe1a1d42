package dev.wardrobe.files;

import java.io.Serial;

/**
 * A data set, or a file made from one, that cannot be used at all. The message is one line for the
 * user: what, where, found and expected, what to do.
 */
public final class DatasetException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /** An exception with a message for the user. */
  public DatasetException(String message) {
    super(message);
  }

  /** An exception with a message for the user, and what caused it. */
  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
