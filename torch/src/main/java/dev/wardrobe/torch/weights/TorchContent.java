package dev.wardrobe.torch.weights;

import java.io.IOException;
import java.lang.foreign.MemorySegment;

/** A file of PyTorch's in one of its two formats: the value it holds, and storages to read. */
interface TorchContent extends AutoCloseable {
  /** What was saved, as {@link PickleMachine} gives it. */
  Object root();

  /**
   * Fills memory of the storage's size with its numbers, little-endian.
   *
   * @throws TorchFormatException if the file has another number of bytes for it
   */
  void read(TorchStorage storage, MemorySegment target) throws IOException;

  @Override
  void close() throws IOException;
}
