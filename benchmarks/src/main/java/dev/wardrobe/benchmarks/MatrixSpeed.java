package dev.wardrobe.benchmarks;

import dev.wardrobe.model.tensor.NativeScope;
import dev.wardrobe.model.tensor.TensorData;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** What the processor computes at its best: large products of matrices. */
final class MatrixSpeed {
  private static final int SIDE = 2048;
  private static final int TIMES = 7;

  private MatrixSpeed() {}

  /** The most floating point operations a second of several products, in 32 bits or bfloat16. */
  static double flops(boolean bfloat16) {
    double least = Double.POSITIVE_INFINITY;
    ScalarType type = bfloat16 ? ScalarType.BFloat16 : ScalarType.Float;
    try (var scope = NativeScope.open()) {
      Tensor ones = TensorData.empty(type, SIDE, SIDE).fill_(new Scalar(1.0));
      for (int i = 0; i < TIMES; i++) {
        long start = System.nanoTime();
        torch.mm(ones, ones).close();
        least = Math.min(least, (System.nanoTime() - start) / 1e9);
      }
    }
    return 2.0 * SIDE * SIDE * SIDE / least;
  }
}
