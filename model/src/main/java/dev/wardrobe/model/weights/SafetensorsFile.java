package dev.wardrobe.model.weights;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import dev.wardrobe.model.tensor.NativeScope;
import dev.wardrobe.model.tensor.TensorData;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.bytedeco.pytorch.Tensor;

/**
 * An open safetensors file: its header is read and checked, its tensors are read when asked for.
 * The file stays open until this is closed, so one that is replaced meanwhile is still read as it
 * was.
 *
 * <p>Not safe for use by several threads.
 *
 * @see Safetensors
 */
public final class SafetensorsFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;
  private final SafetensorsHeader header;

  private SafetensorsFile(Path path, FileChannel channel, SafetensorsHeader header) {
    this.path = path;
    this.channel = channel;
    this.header = header;
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws DatasetException if it cannot be read or its header is wrong
   */
  @SuppressWarnings("MustBeClosedChecker") // the caller closes it
  public static SafetensorsFile open(Path path) {
    if (Files.isDirectory(path)) {
      throw new DatasetException("Cannot read %s: found a folder, expected a file".formatted(path));
    }
    try {
      FileChannel channel = FileChannel.open(path);
      try {
        return new SafetensorsFile(path, channel, SafetensorsHeader.read(path, channel));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    }
  }

  /** Where it lies. */
  public Path path() {
    return path;
  }

  /** What its writer noted, by name; empty if there is none. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  /** What the header says of each tensor, by name, in the order of the header. */
  public Map<String, TensorEntry> entries() {
    return Collections.unmodifiableMap(header.entries());
  }

  /** The names of its tensors, in the order of the header. */
  public Set<String> names() {
    return entries().keySet();
  }

  /** Reads all tensors; the caller closes them. */
  public NamedTensors loadAll() {
    return load(names());
  }

  /**
   * Reads some tensors; the caller closes them.
   *
   * @throws DatasetException if there is none of a name, or it cannot be read
   */
  public NamedTensors load(Collection<String> names) {
    NamedTensors tensors = new NamedTensors(path.toString());
    try {
      names.forEach(name -> tensors.add(name, load(name)));
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
  public Tensor load(String name) {
    TensorEntry entry = header.entries().get(name);
    if (entry == null) {
      throw new DatasetException(
          "%s has no tensor %s: found %s"
              .formatted(path, Wording.name(name), Wording.names(names())));
    }
    long[] shape = entry.shape().stream().mapToLong(Long::longValue).toArray();
    try (var scope = NativeScope.open()) {
      Tensor tensor = TensorData.empty(entry.type().toNative(), shape);
      FileBytes.read(channel, header.dataStart() + entry.begin(), TensorData.memory(tensor));
      return NativeScope.keep(tensor);
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    }
  }

  /** Closes the file; tensors that were read stay. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    }
  }
}
