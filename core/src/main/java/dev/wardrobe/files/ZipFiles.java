package dev.wardrobe.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.List;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.FileHeader;

/**
 * A split straight out of its zip. Only places and sizes of the entries are kept, in plain arrays,
 * so that the largest split fits a small heap; zip4j decrypts and inflates.
 */
final class ZipFiles extends SplitFiles {
  private static final int BUFFER = 8192;

  private final FileChannel channel;
  private final boolean lastOfChannel;
  private final String prefix;
  private final char[] password;
  private final int[] imageIds;
  private final ZipEntries annotations;
  private final ZipEntries images;
  private final List<Finding> strays;

  /**
   * A split from its indexed entries.
   *
   * @param channel the open zip
   * @param lastOfChannel whether closing this split closes the zip
   * @param prefix for messages, such as "train.zip:train/"
   * @param password empty if nothing is encrypted
   */
  ZipFiles(
      FileChannel channel,
      boolean lastOfChannel,
      String prefix,
      char[] password,
      ZipEntries annotations,
      ZipEntries images,
      List<Finding> strays) {
    this.channel = channel;
    this.lastOfChannel = lastOfChannel;
    this.prefix = prefix;
    this.password = password;
    this.annotations = annotations;
    this.images = images;
    this.strays = strays;
    this.imageIds = FileNumbers.union(annotations.ids(), images.ids());
  }

  /**
   * Reads an encrypted entry to the end. Where it fails, a few others: one damaged entry must not
   * make the password look wrong.
   *
   * @throws IOException if none can be read, so the password is wrong
   */
  void tryPassword() throws IOException {
    ZipEntries some = annotations.someEncrypted().length > 0 ? annotations : images;
    IOException problem = null;
    for (int entry : some.someEncrypted()) {
      try (InputStream in = open(some, entry)) {
        in.transferTo(OutputStream.nullOutputStream());
        return;
      } catch (IOException e) {
        problem = e;
      }
    }
    if (problem != null) {
      throw problem;
    }
  }

  @Override
  int[] imageIds() {
    return imageIds;
  }

  @Override
  boolean annotated() {
    return annotations.ids().length > 0;
  }

  @Override
  boolean illustrated() {
    return images.ids().length > 0;
  }

  @Override
  boolean hasAnnotation(int index) {
    return annotations.indexOf(imageIds[index]) >= 0;
  }

  @Override
  boolean hasImage(int index) {
    return images.indexOf(imageIds[index]) >= 0;
  }

  @Override
  byte[] annotation(int index, int limit) throws IOException {
    try (InputStream in = open(annotations, annotations.indexOf(imageIds[index]))) {
      return in.readNBytes(limit + 1);
    }
  }

  @Override
  InputStream image(int index) throws IOException {
    return open(images, images.indexOf(imageIds[index]));
  }

  private InputStream open(ZipEntries entries, int entry) throws IOException {
    InputStream raw =
        new BufferedInputStream(new ChannelStream(channel, entries.offset(entry)), BUFFER);
    ZipInputStream zip =
        password.length == 0 ? new ZipInputStream(raw) : new ZipInputStream(raw, password);
    FileHeader header = new FileHeader();
    header.setCrc(entries.crc(entry));
    header.setCompressedSize(entries.compressedSize(entry));
    header.setUncompressedSize(entries.size(entry));
    if (zip.getNextEntry(header, false) == null) {
      throw new IOException("a zip entry that is not where the zip's directory says");
    }
    return zip;
  }

  @Override
  String annotationName(int imageId) {
    return prefix + SplitLayout.ANNOTATIONS + "/" + FileNumbers.fileName(imageId, ".json");
  }

  @Override
  String imageName(int imageId) {
    return prefix + SplitLayout.IMAGES + "/" + FileNumbers.fileName(imageId, ".jpg");
  }

  @Override
  List<Finding> strayFiles() {
    return List.copyOf(strays);
  }

  @Override
  public void close() throws IOException {
    Arrays.fill(password, '\0');
    if (lastOfChannel) {
      channel.close();
    }
  }

  /** A stream from one place of a channel on; several may read at once. */
  private static final class ChannelStream extends InputStream {
    private final FileChannel channel;
    private long position;

    ChannelStream(FileChannel channel, long position) {
      this.channel = channel;
      this.position = position;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = channel.read(ByteBuffer.wrap(bytes, offset, length), position);
      position += Math.max(count, 0);
      return count;
    }
  }
}
