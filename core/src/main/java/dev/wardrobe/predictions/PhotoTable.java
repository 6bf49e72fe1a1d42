package dev.wardrobe.predictions;

import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes which photos were looked at: {@value #FILE}, in UTF-8, with the columns id, file, width,
 * height, detections, problem. A photo that could not be read has a problem and nothing else.
 * Fields with a comma, a quote or a line end are in quotes, quotes in them doubled (RFC 4180).
 */
public final class PhotoTable {
  /** The file's name. */
  public static final String FILE = "photos.csv";

  private static final int FLUSH = 1 << 13;

  private final OutputStream out;
  private final StringBuilder text = new StringBuilder("id,file,width,height,detections,problem\n");

  private PhotoTable(OutputStream out) {
    this.out = out;
  }

  /**
   * Writes the file.
   *
   * @param folder made if it is not there; a file of the same name is replaced
   * @param photos hands over all photos, in the order in which they are written
   * @throws DatasetException if it cannot be written
   */
  public static void write(Path folder, Consumer<PhotoTable> photos) {
    AtomicFile.write(
        folder.resolve(FILE),
        out -> {
          PhotoTable table = new PhotoTable(out);
          photos.accept(table);
          table.flush();
        });
  }

  /** Writes the next photo. */
  public void add(PredictedPhoto photo) {
    ImageSize size = photo.size();
    addLine(
        photo.imageId(),
        photo.fileName(),
        "%d,%d,%d,".formatted(size.width(), size.height(), photo.items().size()));
  }

  /** Writes that the next photo could not be read. */
  public void addProblem(int imageId, String fileName, String problem) {
    addLine(imageId, fileName, ",,," + field(problem));
  }

  private void addLine(int imageId, String fileName, String rest) {
    text.append(imageId).append(',').append(field(fileName)).append(',').append(rest).append('\n');
    if (text.length() > FLUSH) {
      try {
        flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void flush() throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
  }

  private static String field(String value) {
    return value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? value
        : "\"" + value.replace("\"", "\"\"") + "\"";
  }
}
