package dev.wardrobe.model.tensor;

import dev.wardrobe.files.DatasetException;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** PyTorch's native code: loading it, and how many threads it computes with. */
public final class NativeLibrary {
  private static final String LOAD_LIBRARIES = "org.bytedeco.javacpp.loadLibraries";

  private NativeLibrary() {}

  /**
   * Loads the native code, at the first call unpacking it into a cache in the user's home (about
   * 430 MB, a few seconds), and sets the number of threads that one operation is spread over. To be
   * called before anything else of this module.
   *
   * @param threads at least 1
   * @throws DatasetException if there is no native code for this machine
   */
  public static void start(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("Expected at least 1 thread, but got " + threads);
    }
    // Otherwise native memory is limited to four times the heap, and then refused.
    if (System.getProperty("org.bytedeco.javacpp.maxPhysicalBytes") == null) {
      System.setProperty("org.bytedeco.javacpp.maxPhysicalBytes", "0");
      System.setProperty("org.bytedeco.javacpp.maxBytes", "0");
    }
    try {
      acceptOpenBlas();
      torch.set_num_threads(threads);
      // A second pool of threads would fight the first one.
      openblas_nolapack.blas_set_num_threads(1);
    } catch (LinkageError e) {
      throw new DatasetException(
          "Cannot start PyTorch on %s %s: %s; needed is 64-bit Linux, Windows or macOS (ARM), and about 430 MB in %s"
              .formatted(
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  NativeErrors.firstLine(e),
                  "the home folder's .javacpp/cache"),
          e);
    }
  }

  /**
   * Loads the class that compares the version of OpenBLAS with JavaCPP's, and would print a warning
   * at every start: the two are a release apart on purpose, and tested together (pom.xml). Whether
   * it warns is decided by the switch of loading native code, which nothing needs at that moment.
   */
  private static void acceptOpenBlas() {
    String before = System.getProperty(LOAD_LIBRARIES);
    System.setProperty(LOAD_LIBRARIES, "false");
    try {
      Class.forName(
          org.bytedeco.openblas.presets.openblas_nolapack.class.getName(),
          true,
          NativeLibrary.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new NoClassDefFoundError(e.getMessage());
    } finally {
      if (before == null) {
        System.clearProperty(LOAD_LIBRARIES);
      } else {
        System.setProperty(LOAD_LIBRARIES, before);
      }
    }
  }

  /** How many threads an operation is spread over. */
  public static int threads() {
    return torch.get_num_threads();
  }
}
