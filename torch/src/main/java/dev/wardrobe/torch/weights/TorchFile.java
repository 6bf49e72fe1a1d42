package dev.wardrobe.torch.weights;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.model.weights.Dtype;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Files that PyTorch's torch.save writes, with a state dict in them: a map of tensors, maybe in
 * other maps or lists; their names are joined by dots, as in {@code model.conv1.weight}. Numbers,
 * strings and the like are left out.
 *
 * <p>Such files are pickles, programs for a machine that can call any function. Here only those are
 * known that make tensors and maps; a file that names anything else is refused, and no code of a
 * file is ever run. Nothing is believed of sizes either: tensors must lie within their storages,
 * and storages within the file.
 *
 * <p>Both formats are read, the zip and the one before PyTorch 1.6, with numbers of the types of
 * {@link Dtype}, little-endian.
 */
public final class TorchFile {
  /** Views of one storage, each with memory of its own, may take this many times the file. */
  private static final long VIEWS_OF_FILE = 4;

  private static final long SMALL = 1 << 24;

  private TorchFile() {}

  /**
   * Reads all tensors, each with memory of its own; the caller closes them.
   *
   * @throws DatasetException if the file cannot be read, is refused, or holds no tensor by name
   */
  public static NamedTensors read(Path path) {
    try (TorchContent content = isZip(path) ? TorchZip.open(path) : TorchLegacy.open(path)) {
      Map<String, TorchTensor> tensors = TorchTree.tensors(content.root());
      requireAffordable(tensors, Files.size(path));
      return load(path, content, tensors);
    } catch (TorchFormatException e) {
      throw new DatasetException(
          "Cannot read %s as a file of PyTorch: %s".formatted(path, e.getMessage()), e);
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    }
  }

  private static boolean isZip(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new DatasetException("Cannot read %s: found a folder, expected a file".formatted(path));
    }
    try (var in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 'P' && start[1] == 'K';
    }
  }

  /**
   * Before memory is taken: storages lie within the file, and views do not repeat them for ever.
   */
  private static void requireAffordable(Map<String, TorchTensor> tensors, long fileBytes)
      throws IOException {
    Map<String, Long> stored = new HashMap<>();
    tensors.values().stream()
        .map(TorchTensor::storage)
        .forEach(storage -> stored.merge(storage.key(), storage.bytes(), Math::max));
    requireAtMost(fileBytes, stored.values(), fileBytes);
    requireAtMost(
        VIEWS_OF_FILE * fileBytes + SMALL,
        tensors.values().stream().map(TorchTensor::bytes).toList(),
        fileBytes);
  }

  private static void requireAtMost(long most, Collection<Long> parts, long fileBytes)
      throws IOException {
    long left = most;
    for (long part : parts) {
      if (part > left) {
        throw new TorchFormatException(
            "its tensors need more than %d bytes, but the file has only %d"
                .formatted(most, fileBytes));
      }
      left -= part;
    }
  }

  private static NamedTensors load(
      Path path, TorchContent content, Map<String, TorchTensor> tensors) throws IOException {
    Map<TorchStorage, Map<String, TorchTensor>> byStorage = new LinkedHashMap<>();
    tensors.forEach((name, tensor) ->
        byStorage.computeIfAbsent(tensor.storage(), s -> new LinkedHashMap<>()).put(name, tensor));
    Map<String, Tensor> loaded = new LinkedHashMap<>();
    try {
      for (Map.Entry<TorchStorage, Map<String, TorchTensor>> entry : byStorage.entrySet()) {
        loadViews(content, entry.getKey(), entry.getValue(), loaded);
      }
    } catch (IOException | RuntimeException e) {
      loaded.values().forEach(Tensor::close);
      throw e;
    }
    NamedTensors all = new NamedTensors(path.toString());
    tensors.keySet().forEach(name -> all.add(name, Objects.requireNonNull(loaded.get(name))));
    return all;
  }

  private static void loadViews(
      TorchContent content,
      TorchStorage storage,
      Map<String, TorchTensor> views,
      Map<String, Tensor> loaded)
      throws IOException {
    try (var scope = NativeScope.open()) {
      Tensor numbers = TensorData.empty(NativeTypes.of(storage.type()), storage.count());
      content.read(storage, TensorData.memory(numbers));
      for (Map.Entry<String, TorchTensor> view : views.entrySet()) {
        boolean alone = views.size() == 1 && view.getValue().isWhole();
        Tensor tensor = view(numbers, view.getValue());
        loaded.put(view.getKey(), NativeScope.keep(alone ? tensor : copy(tensor, view.getValue())));
      }
    }
  }

  private static Tensor view(Tensor numbers, TorchTensor view) {
    return numbers.as_strided(
        array(view.shape()), array(view.strides()), new LongOptional(view.offset()));
  }

  private static Tensor copy(Tensor view, TorchTensor like) {
    return TensorData.empty(NativeTypes.of(like.storage().type()), array(like.shape())).copy_(view);
  }

  private static long[] array(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }
}
