package dev.wardrobe.torch.weights;

import dev.wardrobe.model.weights.FileBytes;
import dev.wardrobe.model.weights.Wording;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The format of torch.save before PyTorch 1.6: the pickles of a magic number, a version, the
 * machine, the value and the storages' keys, then of each storage its count in 8 bytes and its
 * numbers.
 */
final class TorchLegacy implements TorchContent {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long VERSION = 1001;

  private final FileChannel channel;
  private final Object root;
  private final Map<TorchStorage, Long> places = new HashMap<>();

  private TorchLegacy(FileChannel channel, Object root) {
    this.channel = channel;
    this.root = root;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed with the content
  static TorchLegacy open(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      PickleInput pickles = new PickleInput(in);
      requireKnown(pickles);
      PickleMachine machine = new PickleMachine(pickles);
      TorchLegacy content = new TorchLegacy(channel, machine.run());
      Object keys = new PickleMachine(pickles).run();
      content.locate(keys, machine.storages(), pickles.position());
      return content;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void requireKnown(PickleInput pickles) throws IOException {
    if (!MAGIC.equals(magic(pickles))) {
      throw new TorchFormatException("it does not begin as files of torch.save do");
    }
    if (!Long.valueOf(VERSION).equals(new PickleMachine(pickles).run())) {
      throw new TorchFormatException("found an unknown version, expected " + VERSION);
    }
    if (!(new PickleMachine(pickles).run() instanceof Map<?, ?> machine)
        || !Boolean.TRUE.equals(machine.get("little_endian"))) {
      throw new TorchFormatException("found another byte order, expected little-endian");
    }
  }

  private static Object magic(PickleInput pickles) throws IOException {
    try {
      return new PickleMachine(pickles).run();
    } catch (TorchFormatException e) {
      return BigInteger.ZERO; // not even a pickle
    }
  }

  private void locate(Object keys, Map<String, TorchStorage> storages, long from)
      throws IOException {
    if (!(keys instanceof List<?> list)) {
      throw new TorchFormatException("found no list of storages");
    }
    long at = from;
    for (Object key : list) {
      TorchStorage storage = key instanceof String name ? storages.get(name) : null;
      if (storage == null) {
        throw new TorchFormatException("found a storage that no tensor names");
      }
      ByteBuffer count = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      FileBytes.read(channel, at, MemorySegment.ofBuffer(count));
      if (count.getLong(0) != storage.count()) {
        throw new TorchFormatException(
            "storage %s: found %d numbers, expected %d"
                .formatted(Wording.name(storage.key()), count.getLong(0), storage.count()));
      }
      places.put(storage, at + Long.BYTES);
      at += Long.BYTES + storage.bytes();
      if (at > channel.size()) {
        throw new EOFException();
      }
    }
  }

  @Override
  public Object root() {
    return root;
  }

  @Override
  public void read(TorchStorage storage, MemorySegment target) throws IOException {
    Long place = places.get(storage);
    if (place == null) {
      throw new TorchFormatException(
          "storage %s is not there".formatted(Wording.name(storage.key())));
    }
    FileBytes.read(channel, place, target);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
