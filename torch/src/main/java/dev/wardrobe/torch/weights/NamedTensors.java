package dev.wardrobe.torch.weights;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.weights.Wording;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * Tensors that were read from a file, by name, on the CPU. They live outside every scope until this
 * is closed, which frees them all.
 */
public final class NamedTensors implements AutoCloseable {
  private final String source;
  private final Map<String, Tensor> tensors = new LinkedHashMap<>();

  /** None so far. */
  NamedTensors(String source) {
    this.source = source;
  }

  /** Takes a tensor that no scope frees. */
  void add(String name, Tensor tensor) {
    Tensor before = tensors.put(name, tensor);
    if (before != null) {
      before.close();
    }
  }

  /** The file they were read from, for messages. */
  public String source() {
    return source;
  }

  /** The tensors by name, in the order of the file. */
  public Map<String, Tensor> asMap() {
    return Collections.unmodifiableMap(tensors);
  }

  /** Their names, in the order of the file. */
  public Set<String> names() {
    return asMap().keySet();
  }

  /**
   * A tensor, which remains this object's.
   *
   * @throws DatasetException if there is none of that name
   */
  public Tensor get(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new DatasetException(
          "%s has no tensor %s: found %s"
              .formatted(source, Wording.name(name), Wording.names(names())));
    }
    return tensor;
  }

  /** Frees all of them. */
  @Override
  public void close() {
    tensors.values().forEach(Tensor::close);
    tensors.clear();
  }
}
