package dev.wardrobe.model.natives;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.wardrobe.files.DatasetException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A network that ONNX Runtime computes; may be run by several threads at once. To be closed. */
public final class OnnxSession implements AutoCloseable {
  private final OrtSession session;

  private OnnxSession(OrtSession session) {
    this.session = session;
  }

  /** Makes a session of something. */
  @FunctionalInterface
  private interface Opener {
    OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions options)
        throws OrtException;
  }

  /**
   * A network from the bytes of an ONNX file.
   *
   * @param source where they come from, for messages
   * @param threads that one run is spread over, at least 1
   * @throws DatasetException if it is no network that can be computed
   */
  public static OnnxSession of(byte[] graph, Path source, int threads) {
    return open(
        source, threads, (environment, options) -> environment.createSession(graph, options));
  }

  /**
   * A network from an ONNX file, which may have others beside it.
   *
   * @param threads that one run is spread over, at least 1
   * @throws DatasetException if it is no network that can be computed
   */
  public static OnnxSession of(Path file, int threads) {
    String path = file.toString();
    return open(file, threads, (environment, options) -> environment.createSession(path, options));
  }

  private static OnnxSession open(Path source, int threads, Opener opener) {
    OrtEnvironment environment = OnnxLibrary.environment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      return new OnnxSession(opener.open(environment, options));
    } catch (OrtException e) {
      throw new DatasetException(
          "Cannot read the network %s: %s".formatted(source, NativeErrors.firstLine(e)), e);
    }
  }

  /** The names of its inputs. */
  public Set<String> inputs() {
    return session.getInputNames();
  }

  /** The names of its outputs. */
  public Set<String> outputs() {
    return session.getOutputNames();
  }

  /** Computes all outputs; to be closed. */
  public OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
    return session.run(inputs);
  }

  /** A tensor of 32-bit numbers for an input; to be closed. */
  public static OnnxTensor tensor(float[] values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(OnnxLibrary.environment(), FloatBuffer.wrap(values), shape);
  }

  /** The numbers of a floating point tensor, the last axis fastest. */
  public static float[] floats(OnnxTensor tensor) {
    FloatBuffer buffer = tensor.getFloatBuffer();
    float[] values = new float[buffer.remaining()];
    buffer.get(values);
    return values;
  }

  /** Frees the network. */
  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
