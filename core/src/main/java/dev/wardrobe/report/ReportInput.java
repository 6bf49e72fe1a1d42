package dev.wardrobe.report;

import dev.wardrobe.files.AnnotationDigest;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.files.ReadOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Something an evaluation was made from.
 *
 * @param role what it is, such as "ground truth" or "results"
 * @param path where it was read
 * @param bytes its size; of a data set, of all its annotation files together
 * @param sha256 its SHA-256 in small hexadecimal digits; of a data set, see {@link
 *     AnnotationDigest}; empty if nobody asked for it
 */
public record ReportInput(String role, String path, long bytes, Optional<String> sha256) {
  private static final int BUFFER = 1 << 20;

  /**
   * A file, read once for its digest.
   *
   * @throws DatasetException if it cannot be read
   */
  public static ReportInput digestOf(String role, Path file) {
    MessageDigest digest = sha256Digest();
    long bytes = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        bytes += count;
      }
    } catch (IOException e) {
      throw new DatasetException("Cannot read %s: %s".formatted(file, IoReason.of(e)), e);
    }
    return new ReportInput(
        role, file.toString(), bytes, Optional.of(HexFormat.of().formatHex(digest.digest())));
  }

  /** A split of a data set; reads all its annotation files once. */
  public static ReportInput digestOf(
      String role, Path data, DatasetSplit split, ReadOptions options) {
    AnnotationDigest digest = split.annotationDigest(options);
    return new ReportInput(role, data.toString(), digest.bytes(), Optional.of(digest.sha256()));
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
