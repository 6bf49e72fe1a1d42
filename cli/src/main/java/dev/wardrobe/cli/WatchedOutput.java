package dev.wardrobe.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Remembers why writing failed: a PrintWriter in front of it would keep that to itself. */
final class WatchedOutput extends FilterOutputStream {
  private Optional<IOException> failure = Optional.empty();

  WatchedOutput(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      failure = Optional.of(e);
      throw e;
    }
  }

  /** What went wrong; nothing where only nobody reads on, as in {@code | head}. */
  Optional<IOException> failure() {
    return failure.filter(e -> !StandardOutput.isUnread(e));
  }
}
