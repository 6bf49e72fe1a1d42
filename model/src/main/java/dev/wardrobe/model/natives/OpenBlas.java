package dev.wardrobe.model.natives;

import org.bytedeco.openblas.global.openblas_nolapack;

/** Products of matrices in 64 bits, on the calling thread. */
public final class OpenBlas {
  static {
    NativeCode.prepare();
    openblas_nolapack.blas_set_num_threads(1);
  }

  private OpenBlas() {}

  /**
   * A matrix times another one transposed; the last axis of all is the fastest.
   *
   * @param a rows x length
   * @param b columns x length
   * @param product gets rows x columns
   */
  public static void productWithTransposed(
      double[] a, int rows, double[] b, int columns, int length, double[] product) {
    if (rows == 0 || columns == 0) {
      return;
    }
    openblas_nolapack.cblas_dgemm(
        openblas_nolapack.CblasRowMajor,
        openblas_nolapack.CblasNoTrans,
        openblas_nolapack.CblasTrans,
        rows,
        columns,
        length,
        1,
        a,
        length,
        b,
        length,
        0,
        product,
        columns);
  }
}
