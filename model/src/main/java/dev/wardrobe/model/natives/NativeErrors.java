package dev.wardrobe.model.natives;

/** Native errors arrive with a long native trace; users need its first line. */
public final class NativeErrors {
  private NativeErrors() {}

  /** The first line of an error's message; its type where it has none. */
  public static String firstLine(Throwable error) {
    String message = error.getMessage();
    return message == null
        ? error.getClass().getSimpleName()
        : message.lines().findFirst().orElse("").strip();
  }

  /** Whether an error says that a device has no memory left. */
  public static boolean isOutOfMemory(Throwable error) {
    return error instanceof OutOfMemoryError
        || firstLine(error).contains("out of memory")
        || firstLine(error).contains("can't allocate memory");
  }
}
