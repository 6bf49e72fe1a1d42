package dev.wardrobe.cli;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Image ids from a text file: one a line, as 123, 000123 or 000123.jpg. From # on, a line is a
 * remark; empty lines are passed over.
 */
final class PhotoList {
  private static final Pattern ID = Pattern.compile("0*(\\d{1,18})(?:\\.jpg)?");

  private static final Pattern REMARK = Pattern.compile("#.*");

  private final Set<Long> ids = new TreeSet<>();

  private PhotoList() {}

  /**
   * Reads a file.
   *
   * @throws DatasetException if it cannot be read, a line is no image id, or there is none
   */
  static PhotoList read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw new DatasetException("Cannot read %s: %s".formatted(file, IoReason.of(e)), e);
    }
    PhotoList list = new PhotoList();
    for (int i = 0; i < lines.size(); i++) {
      String line = REMARK.matcher(lines.get(i)).replaceFirst("").strip();
      Matcher id = ID.matcher(line);
      if (id.matches()) {
        list.ids.add(Long.valueOf(id.group(1)));
      } else if (!line.isEmpty()) {
        throw new DatasetException(
            "%s, line %d: found '%s', expected an image id such as 123 or 000123.jpg"
                .formatted(file, i + 1, line.substring(0, Math.min(40, line.length()))));
      }
    }
    if (list.ids.isEmpty()) {
      throw new DatasetException(
          "%s lists no photo: expected an image id a line, such as 123 or 000123.jpg"
              .formatted(file));
    }
    return list;
  }

  /** Whether a photo is listed. */
  boolean contains(long imageId) {
    return ids.contains(imageId);
  }

  /** How many photos are listed, each counted once. */
  int size() {
    return ids.size();
  }

  /** The photos, rising. */
  Iterable<Long> ids() {
    return ids;
  }
}
