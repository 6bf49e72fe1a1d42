package dev.wardrobe.model.weights;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Bytes of a file into memory. Read rather than mapped: a mapped file that another program cuts
 * short ends the process.
 */
public final class FileBytes {
  /** A buffer holds no more than 2 GB, and larger reads than this gain nothing. */
  private static final long CHUNK = 1 << 26;

  private FileBytes() {}

  /**
   * Fills the memory with the bytes from a place on.
   *
   * @throws EOFException if the file ends before
   */
  public static void read(FileChannel channel, long from, MemorySegment target) throws IOException {
    long done = 0;
    while (done < target.byteSize()) {
      long count = Math.min(CHUNK, target.byteSize() - done);
      ByteBuffer chunk = target.asSlice(done, count).asByteBuffer();
      int read = channel.read(chunk, from + done);
      if (read < 0) {
        throw new EOFException();
      }
      done += read;
    }
  }
}
