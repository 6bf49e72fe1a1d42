package dev.wardrobe.model.weights;

import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.StrictJson;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The safetensors format: tensors by name, and nothing that is run when they are read.
 *
 * <table>
 * <caption>Bytes of a file</caption>
 * <tr><th>Bytes</th><th>What</th></tr>
 * <tr><td>0 to 7</td><td>N, the length of the header: unsigned, little-endian, at most
 * 100,000,000</td></tr>
 * <tr><td>8 to N + 7</td><td>the header: a JSON object in UTF-8, maybe followed by blanks</td></tr>
 * <tr><td>N + 8 to the end</td><td>the tensors' numbers, little-endian, the last axis fastest,
 * without gaps</td></tr>
 * </table>
 *
 * <p>The header has a field for each tensor, {@code "name": {"dtype": "F32", "shape": [64, 3, 7,
 * 7], "data_offsets": [begin, end]}}, where offsets are counted from byte N + 8, and may have
 * {@code "__metadata__"}, an object of strings. Types are those of {@link Dtype}; other types of
 * the format (8-bit floating point, complex, unsigned above 8 bits) are refused.
 *
 * <p>Files written here have metadata first and tensors in the order given; their bytes are sorted
 * by the size of a number, largest first, and the header is padded to a multiple of 8 bytes, so
 * each number lies at a multiple of its size. The official library reads them, and the other way
 * round.
 */
public final class Safetensors {
  private static final long CHUNK = 1 << 26;

  private Safetensors() {}

  /**
   * Writes or replaces a file, whole or not at all: the bytes go to a new file beside it, are
   * brought to the disk, and only then take its place. Missing folders are made.
   *
   * @param metadata notes by name
   * @param tensors by name; written in the order of the map
   * @throws DatasetException if it cannot be written, for instance on a full disk; an old file is
   *     then as it was
   */
  public static void write(
      Path path, Map<String, String> metadata, Map<String, TensorContent> tensors) {
    if (tensors.containsKey(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException("A tensor cannot be named " + SafetensorsHeader.METADATA);
    }
    byte[] header = header(metadata, tensors);
    boolean device = Files.exists(path) && !Files.isRegularFile(path);
    AtomicFile.write(
        path,
        out -> {
          writeTo(out, header, tensors);
          if (!device && Channels.newChannel(out) instanceof FileChannel file) {
            // Otherwise a power cut could leave a renamed file without its bytes.
            file.force(true);
          }
        });
  }

  private static byte[] header(Map<String, String> metadata, Map<String, TensorContent> tensors) {
    Map<String, Long> begins = new LinkedHashMap<>();
    long end = 0;
    for (Map.Entry<String, TensorContent> entry : largestNumbersFirst(tensors)) {
      begins.put(entry.getKey(), end);
      end += bytes(entry.getValue());
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!metadata.isEmpty()) {
      fields.put(SafetensorsHeader.METADATA, metadata);
    }
    tensors.forEach((name, tensor) -> {
      long begin = begins.getOrDefault(name, 0L);
      Map<String, Object> field = new LinkedHashMap<>();
      field.put("dtype", tensor.type().name());
      field.put("shape", tensor.shape());
      field.put("data_offsets", List.of(begin, begin + bytes(tensor)));
      fields.put(name, field);
    });
    byte[] json = StrictJson.write(fields).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  private static List<Map.Entry<String, TensorContent>> largestNumbersFirst(
      Map<String, TensorContent> tensors) {
    return tensors.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().type().bytes()))
        .toList();
  }

  private static long bytes(TensorContent tensor) {
    return tensor.bytes();
  }

  private static void writeTo(OutputStream out, byte[] header, Map<String, TensorContent> tensors)
      throws IOException {
    out.write(
        ByteBuffer.allocate(Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(header.length)
            .array());
    out.write(header);
    WritableByteChannel channel = Channels.newChannel(out);
    for (Map.Entry<String, TensorContent> entry : largestNumbersFirst(tensors)) {
      entry.getValue().give(bytes -> write(channel, bytes));
    }
  }

  private static void write(WritableByteChannel channel, MemorySegment memory) throws IOException {
    for (long done = 0; done < memory.byteSize(); done += CHUNK) {
      long count = Math.min(CHUNK, memory.byteSize() - done);
      ByteBuffer chunk = memory.asSlice(done, count).asByteBuffer();
      while (chunk.hasRemaining()) {
        channel.write(chunk);
      }
    }
  }
}
