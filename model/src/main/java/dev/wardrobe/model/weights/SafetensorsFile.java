package dev.wardrobe.model.weights;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.InputFile;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;

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
  private final ByteSource source;
  private final SafetensorsHeader header;

  private SafetensorsFile(Path path, ByteSource source, SafetensorsHeader header) {
    this.path = path;
    this.source = source;
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
      return of(path, ByteSource.of(FileChannel.open(path)));
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    }
  }

  /**
   * Opens what lies elsewhere than in a file, and closes it where its header is wrong.
   *
   * @param path what to call it
   * @throws DatasetException if its header is wrong
   */
  static SafetensorsFile of(Path path, ByteSource source) throws IOException {
    try {
      return new SafetensorsFile(path, source, SafetensorsHeader.read(path, source));
    } catch (IOException | RuntimeException e) {
      source.close();
      throw e;
    }
  }

  /** Where it lies, or what it is called. */
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

  /**
   * Reads a tensor into an array.
   *
   * @throws DatasetException if there is none of the name, or it cannot be read
   */
  public RawTensor read(String name) {
    TensorEntry entry = entry(name);
    if (entry.bytes() > Integer.MAX_VALUE - 8) {
      throw new DatasetException(
          "Cannot read %s: tensor %s has %,d bytes, which no array holds"
              .formatted(path, Wording.name(name), entry.bytes()));
    }
    MemorySegment bytes = MemorySegment.ofArray(new byte[(int) entry.bytes()]);
    read(name, bytes);
    return new RawTensor(entry.type(), entry.shape(), bytes);
  }

  /**
   * Reads a tensor's bytes: little-endian, the last axis fastest.
   *
   * @param target as long as the tensor
   * @throws DatasetException if there is none of the name, or it cannot be read
   */
  public void read(String name, MemorySegment target) {
    TensorEntry entry = entry(name);
    if (target.byteSize() != entry.bytes()) {
      throw new IllegalArgumentException(
          "Expected memory of %d bytes, but got %d".formatted(entry.bytes(), target.byteSize()));
    }
    try {
      source.read(header.dataStart() + entry.begin(), target);
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    }
  }

  /**
   * What the header says of a tensor.
   *
   * @throws DatasetException if there is none of the name
   */
  public TensorEntry entry(String name) {
    TensorEntry entry = header.entries().get(name);
    if (entry == null) {
      throw new DatasetException(
          "%s has no tensor %s: found %s"
              .formatted(path, Wording.name(name), Wording.names(names())));
    }
    return entry;
  }

  /** Closes the file; tensors that were read stay. */
  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw InputFile.unreadable(path, e);
    }
  }
}
