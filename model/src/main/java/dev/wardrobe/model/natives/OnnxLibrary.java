package dev.wardrobe.model.natives;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import dev.wardrobe.files.DatasetException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;

/**
 * Loads ONNX Runtime's native code. By itself it unpacks 30 MB at every start; here, at the first
 * start only, into JavaCPP's cache.
 */
final class OnnxLibrary {
  private static final String PATH = "onnxruntime.native.path";

  private static @Nullable OrtEnvironment environment;

  private OnnxLibrary() {}

  /**
   * The environment that all sessions share; loads the native code at the first call.
   *
   * @throws DatasetException if there is no native code for this machine
   */
  static synchronized OrtEnvironment environment() {
    if (environment == null) {
      environment = load();
    }
    return environment;
  }

  private static OrtEnvironment load() {
    NativeCode.prepare();
    try {
      if (System.getProperty(PATH) == null) {
        System.setProperty(PATH, unpacked().toString());
      }
      return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "wardrobe");
    } catch (IOException | LinkageError | IllegalStateException e) {
      throw new DatasetException(
          "Cannot start ONNX Runtime on %s %s: %s; needed is 64-bit Linux or Windows, or macOS (ARM), and about 30 MB in %s"
              .formatted(
                  System.getProperty("os.name"),
                  System.getProperty("os.arch"),
                  NativeErrors.firstLine(e),
                  "the home folder's .javacpp/cache"),
          e);
    }
  }

  /** The folder with both libraries. */
  private static Path unpacked() throws IOException {
    String folder = "/ai/onnxruntime/native/" + system() + "-" + processor() + "/";
    Path first = cached(folder + System.mapLibraryName("onnxruntime"));
    cached(folder + System.mapLibraryName("onnxruntime4j_jni"));
    return Objects.requireNonNull(first.getParent());
  }

  private static Path cached(String resource) throws IOException {
    File file = Loader.cacheResource(OrtEnvironment.class, resource);
    if (file == null) {
      throw new IOException("there is no " + resource);
    }
    return file.toPath();
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.contains("win") ? "win" : name.contains("mac") ? "osx" : "linux";
  }

  private static String processor() {
    String name = System.getProperty("os.arch");
    return name.equals("amd64") || name.equals("x86_64") ? "x64" : name;
  }
}
