package dev.wardrobe.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What the annotation files of a split hold, in one number: the same for a folder and a zip of it.
 * It is the SHA-256 of a list with two entries for each annotation file, by ascending image id: the
 * image id as 4 bytes, highest first, and the file's SHA-256 as 32 bytes. Of a file over 256 KiB
 * only that much and one byte counts; one that cannot be read counts as empty.
 *
 * @param bytes the size of all annotation files together
 * @param sha256 in small hexadecimal digits
 */
public record AnnotationDigest(long bytes, String sha256) {
  static AnnotationDigest of(SplitFiles files, ReadOptions options) {
    MessageDigest all = newSha256();
    int photos = files.imageIds().length;
    long[] bytes = new long[1];
    int[] done = new int[1];
    OrderedChunks.run(
        photos,
        options.threads(),
        (from, to) -> Part.of(files, from, to),
        part -> {
          all.update(part.entries);
          bytes[0] += part.bytes;
          done[0] = Math.min(photos, done[0] + OrderedChunks.SIZE);
          options.progress().accept(done[0]);
        });
    return new AnnotationDigest(bytes[0], HexFormat.of().formatHex(all.digest()));
  }

  private static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /** The entries of some neighbouring files. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
  private record Part(byte[] entries, long bytes) {
    static Part of(SplitFiles files, int from, int to) {
      ByteArrayOutputStream entries = new ByteArrayOutputStream();
      MessageDigest digest = newSha256();
      long bytes = 0;
      for (int i = from; i < to; i++) {
        if (files.hasAnnotation(i)) {
          byte[] content = content(files, i);
          bytes += content.length;
          entries.writeBytes(
              ByteBuffer.allocate(Integer.BYTES).putInt(files.imageIds()[i]).array());
          entries.writeBytes(digest.digest(content));
        }
      }
      return new Part(entries.toByteArray(), bytes);
    }

    private static byte[] content(SplitFiles files, int index) {
      try {
        return files.annotation(index, AnnotationParser.LARGEST);
      } catch (IOException e) {
        return new byte[0]; // who reads it for its content says so
      }
    }
  }
}
