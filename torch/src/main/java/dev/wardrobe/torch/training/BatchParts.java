package dev.wardrobe.torch.training;

import dev.wardrobe.model.config.TrainingConfig;
import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.bytedeco.pytorch.global.torch;

/**
 * Computes the parts of a batch side by side: on a processor, parts on threads of their own scale
 * better than threads inside operations, most of which are small. Parts are handed over in order,
 * so that sums do not depend on the number of threads.
 */
final class BatchParts implements AutoCloseable {
  private final int lanes;
  private final ExecutorService threads;

  /**
   * Ready to compute.
   *
   * @param lanes how many parts at once; 1 computes them on the caller's thread
   * @param threadsEach threads that one operation of a part is spread over, where there are lanes
   */
  BatchParts(int lanes, int threadsEach) {
    this.lanes = lanes;
    threads =
        Executors.newFixedThreadPool(
            lanes,
            task ->
                Thread.ofPlatform()
                    .daemon()
                    .name("wardrobe-part")
                    .unstarted(() -> {
                      torch.set_num_threads(threadsEach); // of this thread's operations
                      task.run();
                    }));
  }

  /**
   * As a training needs it: on a processor as many lanes as there are parts and threads; a GPU is
   * busy with one.
   */
  static BatchParts of(TrainingConfig config, TensorDevice device) {
    int threads = NativeLibrary.threads();
    boolean processor = device.type() == TensorDevice.Type.CPU;
    int lanes = processor ? Math.min(config.accumulate(), threads) : 1;
    return new BatchParts(lanes, threads / lanes);
  }

  /** How many parts are computed at once. */
  int lanes() {
    return lanes;
  }

  /**
   * Computes parts.
   *
   * @param task gives what computes a part; asked on this thread, in order
   * @param sink gets each part's outcome on this thread, in order, also those computed beside one
   *     that failed; none is under way any more when this returns or throws
   */
  <T> void forEach(int parts, IntFunction<Supplier<T>> task, Consumer<T> sink) {
    if (lanes == 1) {
      for (int part = 0; part < parts; part++) {
        sink.accept(task.apply(part).get());
      }
      return;
    }
    Deque<Future<T>> running = new ArrayDeque<>();
    try {
      for (int part = 0; part < parts; part++) {
        running.add(threads.submit(task.apply(part)::get));
        if (running.size() == lanes) {
          sink.accept(outcome(running.remove()));
        }
      }
      while (!running.isEmpty()) {
        sink.accept(outcome(running.remove()));
      }
    } catch (RuntimeException | Error e) {
      // The network must not be freed under parts that still compute.
      for (Future<T> part : running) {
        try {
          sink.accept(outcome(part));
        } catch (RuntimeException | Error another) {
          e.addSuppressed(another);
        }
      }
      throw e;
    }
  }

  private static <T> T outcome(Future<T> part) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return part.get();
        } catch (InterruptedException e) {
          interrupted = true; // native code cannot be left half-way
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      } else if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    threads.close();
  }
}
