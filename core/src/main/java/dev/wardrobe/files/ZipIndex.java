package dev.wardrobe.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.lingala.zip4j.ZipFile;
import net.lingala.zip4j.model.FileHeader;

/** Finds the splits inside a zip: every folder in it that has {@code image} or {@code annos}. */
final class ZipIndex {
  private static final String MAC_EXTRAS = "__MACOSX/";

  private final Path zip;
  private final Map<String, Folder> folders = new LinkedHashMap<>();
  private boolean encrypted;

  /** The two numbered folders of one split. */
  private static final class Folder {
    final ZipEntries annotations = new ZipEntries();
    final ZipEntries images = new ZipEntries();
    final FileNumbers annotationNames;
    final FileNumbers imageNames;

    Folder(String shown) {
      annotationNames = new FileNumbers(shown + SplitLayout.ANNOTATIONS + "/", ".json");
      imageNames = new FileNumbers(shown + SplitLayout.IMAGES + "/", ".jpg");
    }
  }

  private ZipIndex(Path zip) {
    this.zip = zip;
  }

  /**
   * The splits of a zip by name: the folder's own name, or the zip's where there is no folder; of
   * two folders of one name, the second gets its whole path.
   *
   * @param password asked only if something is encrypted; its array is kept until the split closes
   * @throws DatasetException if the zip cannot be read, holds no split, or the password is wrong
   */
  static Map<String, ZipFiles> open(Path zip, Supplier<char[]> password) {
    ZipIndex index = new ZipIndex(zip);
    try {
      index.requireZip();
      index.read();
      return index.splits(password);
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot read the zip %s: %s; it may be incomplete, so compare its size with the original"
              .formatted(zip, IoReason.of(e)),
          e);
    }
  }

  private void requireZip() throws IOException {
    byte[] start = new byte[2];
    try (InputStream in = Files.newInputStream(zip)) {
      if (in.readNBytes(start, 0, 2) < 2 || start[0] != 'P' || start[1] != 'K') {
        throw new DatasetException(
            "%s is no zip: expected a folder, or a zip such as train.zip".formatted(zip));
      }
    }
  }

  private void read() throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (FileHeader header : file.getFileHeaders()) {
        if (!header.isDirectory() && !header.getFileName().startsWith(MAC_EXTRAS)) {
          add(header);
        }
      }
    }
  }

  private void add(FileHeader header) {
    String path = header.getFileName();
    int end = path.lastIndexOf('/');
    String parent = path.substring(0, Math.max(end, 0));
    String kind = parent.substring(parent.lastIndexOf('/') + 1);
    boolean annotation = kind.equals(SplitLayout.ANNOTATIONS);
    if (!annotation && !kind.equals(SplitLayout.IMAGES)) {
      return;
    }
    String folder = parent.substring(0, parent.length() - kind.length());
    Folder split = folders.computeIfAbsent(folder, f -> new Folder(zip.getFileName() + ":" + f));
    FileNumbers names = annotation ? split.annotationNames : split.imageNames;
    int id = names.add(path.substring(end + 1));
    if (id > 0) {
      (annotation ? split.annotations : split.images)
          .add(
              id,
              header.getOffsetLocalHeader(),
              header.getCompressedSize(),
              header.getUncompressedSize(),
              header.getCrc(),
              header.isEncrypted());
      encrypted |= header.isEncrypted();
    }
  }

  private Map<String, ZipFiles> splits(Supplier<char[]> password) throws IOException {
    if (folders.isEmpty()) {
      throw new DatasetException(
          "The zip %s holds no folder \"image\" or \"annos\": expected a zip as DeepFashion2"
                  .formatted(zip)
              + " distributes it, such as train.zip with train/image and train/annos");
    }
    char[] secret = encrypted ? password.get() : new char[0];
    if (encrypted && secret.length == 0) {
      throw new DatasetException(
          "The zip %s is encrypted: give the password that the data set's authors sent you"
              .formatted(zip));
    }
    Map<String, ZipFiles> splits = new LinkedHashMap<>();
    List<ZipFiles> opened = new ArrayList<>();
    FileChannel channel = FileChannel.open(zip, StandardOpenOption.READ);
    try {
      int left = folders.size();
      for (Map.Entry<String, Folder> entry : folders.entrySet()) {
        ZipFiles files = split(channel, --left == 0, entry.getKey(), entry.getValue(), secret);
        opened.add(files);
        tryPassword(files);
        String name = nameOf(entry.getKey());
        boolean taken = splits.containsKey(name);
        splits.put(taken ? zip.getFileName() + ":" + entry.getKey() : name, files);
      }
      return splits;
    } catch (RuntimeException e) {
      for (ZipFiles files : opened) {
        files.close();
      }
      channel.close();
      throw e;
    }
  }

  private ZipFiles split(
      FileChannel channel, boolean last, String folder, Folder split, char[] secret) {
    split.annotations.finish();
    split.images.finish();
    List<Finding> strays = new ArrayList<>(split.annotationNames.strays());
    strays.addAll(split.imageNames.strays());
    return new ZipFiles(
        channel,
        last,
        zip.getFileName() + ":" + folder,
        secret.clone(),
        split.annotations,
        split.images,
        strays);
  }

  private void tryPassword(ZipFiles files) {
    if (!encrypted) {
      return;
    }
    try {
      files.tryPassword();
    } catch (IOException e) {
      throw new DatasetException(
          "The password does not open the zip %s: check it for typing errors and blanks"
              .formatted(zip),
          e);
    }
  }

  private String nameOf(String folder) {
    if (folder.isEmpty()) {
      String name = String.valueOf(zip.getFileName());
      return name.endsWith(".zip") ? name.substring(0, name.length() - 4) : name;
    }
    String trimmed = folder.substring(0, folder.length() - 1);
    return trimmed.substring(trimmed.lastIndexOf('/') + 1);
  }
}
