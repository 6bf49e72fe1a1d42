package dev.wardrobe.torch.weights;

import dev.wardrobe.model.weights.Wording;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The format of torch.save since PyTorch 1.6: a zip without compression, in it a folder with the
 * pickle {@code data.pkl}, the storages {@code data/KEY}, and {@code byteorder}.
 */
final class TorchZip implements TorchContent {
  private static final String PICKLE = "data.pkl";
  private static final int BUFFER = 1 << 20;

  private final ZipFile zip;
  private final String folder;
  private final Object root;

  private TorchZip(ZipFile zip, String folder, Object root) {
    this.zip = zip;
    this.folder = folder;
    this.root = root;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed with the content
  static TorchZip open(Path path) throws IOException {
    ZipFile zip = new ZipFile(path.toFile());
    try {
      String folder = folder(zip);
      requireLittleEndian(zip, folder);
      try (InputStream in = stored(zip, folder + PICKLE)) {
        return new TorchZip(zip, folder, new PickleMachine(new PickleInput(in)).run());
      }
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static String folder(ZipFile zip) throws IOException {
    List<String> pickles =
        zip.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.matches("[^/]*/" + PICKLE))
            .toList();
    if (pickles.size() != 1) {
      throw new TorchFormatException("it is a zip without a data.pkl in a folder");
    }
    String folder = pickles.getFirst().substring(0, pickles.getFirst().length() - PICKLE.length());
    if (zip.getEntry(folder + "constants.pkl") != null) {
      throw new TorchFormatException(
          "it is a TorchScript program; expected what torch.save(model.state_dict(), ...) writes");
    }
    return folder;
  }

  private static void requireLittleEndian(ZipFile zip, String folder) throws IOException {
    if (zip.getEntry(folder + "byteorder") == null) {
      return; // older files
    }
    try (InputStream in = stored(zip, folder + "byteorder")) {
      String order = new String(in.readNBytes(16), StandardCharsets.US_ASCII);
      if (!order.equals("little")) {
        throw new TorchFormatException(
            "found the byte order %s, expected little".formatted(Wording.name(order)));
      }
    }
  }

  /** An entry that is not compressed, and so no larger than the file. */
  private static InputStream stored(ZipFile zip, String name) throws IOException {
    return new BufferedInputStream(zip.getInputStream(entry(zip, name)), 1 << 16);
  }

  private static ZipEntry entry(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new TorchFormatException("it has no " + Wording.name(name));
    }
    if (entry.getMethod() != ZipEntry.STORED) {
      throw new TorchFormatException(
          "%s is compressed, which PyTorch never does".formatted(Wording.name(name)));
    }
    return entry;
  }

  @Override
  public Object root() {
    return root;
  }

  @Override
  public void read(TorchStorage storage, MemorySegment target) throws IOException {
    ZipEntry entry = entry(zip, folder + "data/" + storage.key());
    if (entry.getSize() != storage.bytes()) {
      throw new TorchFormatException(
          "storage %s: found %d bytes, expected %d"
              .formatted(Wording.name(storage.key()), entry.getSize(), storage.bytes()));
    }
    CRC32 sum = new CRC32();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] buffer = new byte[(int) Math.min(BUFFER, storage.bytes())];
      for (long done = 0; done < storage.bytes(); ) {
        int count = (int) Math.min(buffer.length, storage.bytes() - done);
        if (in.readNBytes(buffer, 0, count) < count) {
          throw new EOFException();
        }
        sum.update(buffer, 0, count);
        MemorySegment.copy(MemorySegment.ofArray(buffer), 0, target, done, count);
        done += count;
      }
    }
    if (sum.getValue() != entry.getCrc()) {
      throw new TorchFormatException(
          "storage %s: its checksum is wrong; get the file again"
              .formatted(Wording.name(storage.key())));
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
