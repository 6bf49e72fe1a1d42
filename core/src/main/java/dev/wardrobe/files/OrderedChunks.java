package dev.wardrobe.files;

import java.util.ArrayDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/**
 * Works on consecutive ranges of indices in parallel and hands the results over in order. At most
 * {@link #AHEAD} ranges a thread are under way or waiting, which bounds the memory.
 */
final class OrderedChunks {
  /** How many indices one task has. */
  static final int SIZE = 64;

  private static final int AHEAD = 2;

  private OrderedChunks() {}

  /** Work on the indices from (inclusive) to (exclusive); runs on a worker thread. */
  interface Task<T> {
    T run(int from, int to);
  }

  /**
   * Runs all ranges of {@code 0 .. count - 1}.
   *
   * @param ordered gets each range's result, in order, on the calling thread
   */
  static <T> void run(int count, int threads, Task<T> task, Consumer<T> ordered) {
    ThreadFactory daemons = Thread.ofPlatform().daemon().name("wardrobe-read-", 1).factory();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads, daemons)) {
      ArrayDeque<Future<T>> pending = new ArrayDeque<>();
      try {
        int next = 0;
        while (next < count || !pending.isEmpty()) {
          while (next < count && pending.size() < AHEAD * threads) {
            int from = next;
            int to = Math.min(count, from + SIZE);
            pending.add(pool.submit(() -> task.run(from, to)));
            next = to;
          }
          ordered.accept(take(pending.remove()));
        }
      } finally {
        // Not interrupted while running: that would close the zip that other reads share.
        pending.forEach(future -> future.cancel(false));
      }
    }
  }

  private static <T> T take(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasetException("Reading was interrupted", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }
}
