package dev.wardrobe.model.weights;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;

/** Bytes that are read from any place on: those of a file, or an array. */
interface ByteSource extends Closeable {
  /** How many bytes there are. */
  long size() throws IOException;

  /**
   * Fills the memory with the bytes from a place on.
   *
   * @throws java.io.EOFException if a file ends before
   */
  void read(long from, MemorySegment target) throws IOException;

  /** The bytes of a file; closing this closes the channel. */
  static ByteSource of(FileChannel channel) {
    return new ByteSource() {
      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public void read(long from, MemorySegment target) throws IOException {
        FileBytes.read(channel, from, target);
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }

  /** The bytes of an array, which is not copied; closing this does nothing. */
  static ByteSource of(byte[] bytes) {
    return new ByteSource() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public void read(long from, MemorySegment target) {
        target.copyFrom(MemorySegment.ofArray(bytes).asSlice(from, target.byteSize()));
      }

      @Override
      public void close() {}
    };
  }
}
