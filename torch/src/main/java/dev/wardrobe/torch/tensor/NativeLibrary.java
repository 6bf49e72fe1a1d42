package dev.wardrobe.torch.tensor;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.natives.NativeCode;
import dev.wardrobe.model.natives.NativeErrors;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas_nolapack;
import org.bytedeco.pytorch.global.torch;

/** PyTorch's native code: loading it, and how many threads it computes with. */
public final class NativeLibrary {
  /**
   * How many compiled operations oneDNN keeps. Each shape needs its own, and numbers of regions
   * differ from step to step: with its usual 1,024 it would compile most of them again and again.
   */
  private static final String KEPT_OPERATIONS = "ONEDNN_PRIMITIVE_CACHE_CAPACITY";

  private static final String MANY = "8192";

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
    NativeCode.prepare();
    keepOperations();
    try {
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
   * Before the native code is loaded, which looks at the environment once. What the user has set
   * stays; where there is no such function, as on Windows, training is a little slower.
   */
  private static void keepOperations() {
    Linker linker = Linker.nativeLinker();
    linker
        .defaultLookup()
        .find("setenv")
        .ifPresent(address -> {
          FunctionDescriptor type =
              FunctionDescriptor.of(
                  ValueLayout.JAVA_INT,
                  ValueLayout.ADDRESS,
                  ValueLayout.ADDRESS,
                  ValueLayout.JAVA_INT);
          MethodHandle setenv = linker.downcallHandle(address, type);
          try (Arena arena = Arena.ofConfined()) {
            int failed =
                (int)
                    setenv.invokeExact(
                        arena.allocateFrom(KEPT_OPERATIONS), arena.allocateFrom(MANY), 0);
            if (failed != 0) {
              throw new IllegalStateException("setenv failed");
            }
          } catch (RuntimeException | Error e) {
            throw e;
          } catch (Throwable e) {
            throw new IllegalStateException(e);
          }
        });
  }

  /** Whether this build has PyTorch's code for GPUs; asking loads nothing. */
  public static boolean isBuiltForGpus() {
    String folder = "/org/bytedeco/pytorch/" + Loader.getPlatform() + "-gpu/";
    return NativeLibrary.class.getResource(folder + System.mapLibraryName("jnitorch")) != null;
  }

  /** How many threads an operation is spread over. */
  public static int threads() {
    return torch.get_num_threads();
  }
}
