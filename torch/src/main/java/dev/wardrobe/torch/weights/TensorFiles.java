package dev.wardrobe.torch.weights;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.weights.Dtype;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.model.weights.Safetensors;
import dev.wardrobe.model.weights.SafetensorsFile;
import dev.wardrobe.model.weights.TensorContent;
import dev.wardrobe.model.weights.TensorEntry;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;

/** Tensors into safetensors files and model files, and out of them. */
public final class TensorFiles {
  private TensorFiles() {}

  /**
   * Reads all tensors of a safetensors file; the caller closes them.
   *
   * @throws DatasetException if the file cannot be read or is wrong
   */
  public static NamedTensors read(Path path) {
    try (SafetensorsFile file = SafetensorsFile.open(path)) {
      return read(file, file.names(), UnaryOperator.identity(), path.toString());
    }
  }

  /** Reads the weights of a model; the caller closes them. */
  public static NamedTensors weights(ModelFile model) {
    String source = model.path().toString();
    return read(model.tensors(), model.weightNames(), UnaryOperator.identity(), source);
  }

  /**
   * Reads a group of a model's other tensors; the caller closes them. None where there is no such
   * group.
   *
   * @param prefix such as "training/optimizer/"; left out of the names of the result
   */
  public static NamedTensors group(ModelFile model, String prefix) {
    List<String> names = model.names().stream().filter(name -> name.startsWith(prefix)).toList();
    return read(
        model.tensors(),
        names,
        name -> name.substring(prefix.length()),
        model.path() + " " + prefix);
  }

  /** Reads some tensors of a file; the caller closes them. */
  static NamedTensors read(
      SafetensorsFile file, Collection<String> names, UnaryOperator<String> called, String source) {
    NamedTensors tensors = new NamedTensors(source);
    try {
      names.forEach(name -> tensors.add(called.apply(name), load(file, name)));
      return tensors;
    } catch (RuntimeException e) {
      tensors.close();
      throw e;
    }
  }

  /**
   * Reads a tensor into native memory on the CPU, outside every scope; the caller closes it.
   *
   * @throws DatasetException if there is none of the name, or it cannot be read
   */
  static Tensor load(SafetensorsFile file, String name) {
    TensorEntry entry = file.entry(name);
    long[] shape = entry.shape().stream().mapToLong(Long::longValue).toArray();
    try (var scope = NativeScope.open()) {
      Tensor tensor = TensorData.empty(NativeTypes.of(entry.type()), shape);
      file.read(name, TensorData.memory(tensor));
      return NativeScope.keep(tensor);
    }
  }

  /**
   * Writes or replaces a safetensors file, as {@link Safetensors#write} does.
   *
   * @param tensors by name, on any device, in any layout
   * @throws IllegalArgumentException if files cannot hold a tensor's type of numbers
   * @throws DatasetException if it cannot be written
   */
  public static void write(Path path, Map<String, String> metadata, Map<String, Tensor> tensors) {
    Safetensors.write(path, metadata, contents(tensors));
  }

  /**
   * Writes or replaces a model, as {@link ModelFile#write} does.
   *
   * @param tensors weights by name, and groups of others by prefix and name
   */
  public static void writeModel(
      Path path, Config config, Map<String, ?> provenance, Map<String, Tensor> tensors) {
    ModelFile.write(path, config, provenance, contents(tensors));
  }

  private static Map<String, TensorContent> contents(Map<String, Tensor> tensors) {
    Map<String, TensorContent> contents = new LinkedHashMap<>();
    tensors.forEach((name, tensor) -> contents.put(name, Content.of(tensor)));
    return contents;
  }

  /** A tensor that is fetched from its device when its bytes are asked for. */
  private record Content(Dtype type, List<Long> shape, Tensor tensor) implements TensorContent {
    static Content of(Tensor tensor) {
      List<Long> shape = LongStream.of(tensor.shape()).boxed().toList();
      return new Content(NativeTypes.of(tensor.scalar_type()), shape, tensor);
    }

    @Override
    public void give(Taker taker) throws IOException {
      try (var scope = NativeScope.open()) {
        taker.take(TensorData.memory(tensor.detach().cpu().contiguous()));
      }
    }
  }
}
