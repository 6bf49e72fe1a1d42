package dev.wardrobe.cli;

import dev.wardrobe.files.InputFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Says how far a long job is: one line drawn over and over on a terminal, a plain line every ten
 * seconds elsewhere, nothing for jobs under a second.
 */
final class Progress implements IntConsumer, AutoCloseable {
  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final long LINE_NANOS = 10_000_000_000L;

  /** Work from which the time left can be told, by time or by share: the start is slow. */
  private static final double TELLING_SECONDS = 5;

  private static final double TELLING_SHARE = .01;
  private static final int WIDTH = 10;
  private static final long MEGABYTE = 1_000_000;

  private final PrintWriter err;
  private final String what;
  private final String unit;
  private final int total;
  private final boolean terminal;
  private final LongSupplier nanoTime;
  private final long start;
  private long next;
  private boolean drawn;
  private boolean rated;

  /**
   * Starts the clock.
   *
   * @param what the job in a word or two, such as "Reading train"
   * @param unit what is counted, such as "photos"
   */
  Progress(PrintWriter err, String what, String unit, int total) {
    this(err, what, unit, total, Boolean.getBoolean("wardrobe.terminal"), System::nanoTime);
  }

  Progress(
      PrintWriter err,
      String what,
      String unit,
      int total,
      boolean terminal,
      LongSupplier nanoTime) {
    this.err = err;
    this.what = what;
    this.unit = unit;
    this.total = total;
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
    this.next = start + (terminal ? FIRST_NANOS : LINE_NANOS);
  }

  /** For reading a file: its size in megabytes is the whole. */
  static Progress ofFile(PrintWriter err, String what, Path file) {
    return new Progress(err, what, "MB", (int) (InputFile.size(file) / MEGABYTE));
  }

  /** Also a terminal is told how many a second. */
  Progress rated() {
    rated = true;
    return this;
  }

  /** Takes bytes, for {@link #ofFile}. */
  LongConsumer bytes() {
    return bytes -> accept((int) (bytes / MEGABYTE));
  }

  @Override
  public void accept(int done) {
    long now = nanoTime.getAsLong();
    if (now < next || total == 0) {
      return;
    }
    next = now + (terminal ? REDRAW_NANOS : LINE_NANOS);
    double share = Math.min(1, done / (double) total);
    double seconds = (now - start) / 1e9;
    String left = left(seconds, share);
    if (terminal) {
      // Fits 80 columns, or the terminal would wrap it and not take it back.
      int filled = (int) Math.round(share * WIDTH);
      err.print(
          "\r\u001b[K[%s%s] %3.0f %% %s %,d/%,d %s%s%s"
              .formatted(
                  "#".repeat(filled),
                  "-".repeat(WIDTH - filled),
                  100 * share,
                  what,
                  done,
                  total,
                  unit,
                  rated && !left.isEmpty() ? ", %s/s".formatted(rate(done / seconds)) : "",
                  left));
      drawn = true;
    } else {
      err.println(
          "%s %,d of %,d %s, %s a second%s"
              .formatted(what, done, total, unit, rate(done / seconds), left));
    }
    err.flush();
  }

  private static String rate(double perSecond) {
    return (perSecond < 10 ? "%.1f" : "%.0f").formatted(perSecond);
  }

  private static String left(double seconds, double share) {
    return share == 0 || (seconds < TELLING_SECONDS && share < TELLING_SHARE)
        ? ""
        : ", %s left".formatted(duration(Math.round(seconds * (1 - share) / share)));
  }

  /** Removes the line from the terminal. */
  @Override
  public void close() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  /** Seconds as a person says them. */
  static String duration(long seconds) {
    if (seconds < 60) {
      return seconds + " s";
    }
    return seconds < 3600
        ? "%d min %02d s".formatted(seconds / 60, seconds % 60)
        : "%d h %02d min".formatted(seconds / 3600, seconds / 60 % 60);
  }
}
