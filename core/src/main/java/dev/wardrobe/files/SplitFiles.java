package dev.wardrobe.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Where the files of a split lie. Photos are addressed by index into the sorted image ids; all
 * reading may happen on several threads.
 */
abstract sealed class SplitFiles implements Closeable permits FolderFiles, ZipFiles {
  /** Image ids that have an annotation, a photo or both, ascending. */
  abstract int[] imageIds();

  /** Whether there is any annotation at all; the test split has none. */
  abstract boolean annotated();

  /** Whether there is any photo at all; some keep only the annotations. */
  abstract boolean illustrated();

  abstract boolean hasAnnotation(int index);

  abstract boolean hasImage(int index);

  /** At most {@code limit} + 1 bytes of the annotation. */
  abstract byte[] annotation(int index, int limit) throws IOException;

  /** The photo from its first byte on; to be closed. */
  abstract InputStream image(int index) throws IOException;

  /** The annotation's name for messages, with forward slashes. */
  abstract String annotationName(int imageId);

  /** The photo's name for messages, with forward slashes. */
  abstract String imageName(int imageId);

  /** Files whose names the format does not have. */
  abstract List<Finding> strayFiles();

  @Override
  public void close() throws IOException {}
}
