package dev.wardrobe.benchmarks;

import dev.wardrobe.torch.tensor.NativeLibrary;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.Collections;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * What the processor computes at its best: large products of matrices, as many side by side as
 * there are threads, because OpenBLAS has one thread for each.
 */
final class MatrixSpeed {
  private static final int SIDE = 2048;
  private static final int TIMES = 5;
  private static final int REPEATS = 8;

  private MatrixSpeed() {}

  /** The most floating point operations a second, of all threads, in 32 bits or bfloat16. */
  static double flops(boolean bfloat16) {
    int threads = NativeLibrary.threads();
    double least = Double.POSITIVE_INFINITY;
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < TIMES; i++) {
        long start = System.nanoTime();
        for (Future<?> each :
            workers.invokeAll(
                Collections.nCopies(threads, Executors.callable(() -> multiply(bfloat16))))) {
          each.get();
        }
        least = Math.min(least, (System.nanoTime() - start) / 1e9);
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return 2.0 * SIDE * SIDE * SIDE * REPEATS * threads / least;
  }

  private static void multiply(boolean bfloat16) {
    torch.set_num_threads(1); // of this thread's operations
    try (var scope = NativeScope.open()) {
      Tensor ones =
          TensorData.empty(bfloat16 ? ScalarType.BFloat16 : ScalarType.Float, SIDE, SIDE)
              .fill_(new Scalar(1.0));
      for (int i = 0; i < REPEATS; i++) {
        torch.mm(ones, ones).close();
      }
    }
  }
}
