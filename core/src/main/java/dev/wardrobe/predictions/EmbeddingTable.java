package dev.wardrobe.predictions;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.json.JsonPlace;
import dev.wardrobe.json.JsonReading;
import dev.wardrobe.structures.Box;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The features of found items, read from the files that {@link EmbeddingFiles} writes. The vectors
 * stay on the disk, mapped into memory; what the rows are is in memory, some 100 bytes a row.
 *
 * <p>To be closed. May be read by several threads at once.
 */
public final class EmbeddingTable implements AutoCloseable {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d{1,10}), (\\d{1,6})\\), \\}\\s*");
  private static final ValueLayout.OfFloat NUMBER =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Arena arena;
  private final MemorySegment vectors;
  private final int length;
  private final List<Row> rows;

  /**
   * What a row is the feature of.
   *
   * @param imageId the photo
   * @param fileName its file
   * @param source shop or consumer; empty where unknown
   * @param category what the item is taken for; empty where unknown
   * @param box where it is, in photo pixels
   * @param score how sure the model is, 0 to 1
   */
  public record Row(
      int imageId,
      String fileName,
      Optional<Source> source,
      Optional<Category> category,
      Box box,
      double score) {}

  private EmbeddingTable(Arena arena, MemorySegment vectors, int length, List<Row> rows) {
    this.arena = arena;
    this.vectors = vectors;
    this.length = length;
    this.rows = rows;
  }

  /**
   * Opens both files of a folder.
   *
   * @throws DatasetException if one is not there, is damaged, or they do not belong together
   */
  @SuppressWarnings("MustBeClosedChecker") // close() closes it
  public static EmbeddingTable open(Path folder) {
    Path file = folder.resolve(EmbeddingFiles.VECTORS);
    List<Row> rows = readIndex(folder.resolve(EmbeddingFiles.INDEX));
    Arena arena = Arena.ofShared();
    try (FileChannel channel = FileChannel.open(file)) {
      MemorySegment all = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
      int length = length(file, all, rows.size());
      return new EmbeddingTable(arena, all.asSlice(EmbeddingFiles.HEADER), length, rows);
    } catch (IOException e) {
      arena.close();
      throw new DatasetException("Cannot read %s: %s".formatted(file, IoReason.of(e)), e);
    } catch (DatasetException e) {
      arena.close();
      throw e;
    }
  }

  private static int length(Path file, MemorySegment all, int rows) {
    int start = 10;
    byte[] header =
        all.asSlice(0, Math.min(all.byteSize(), EmbeddingFiles.HEADER))
            .toArray(ValueLayout.JAVA_BYTE);
    String text = new String(header, StandardCharsets.ISO_8859_1);
    Matcher shape = SHAPE.matcher(text.substring(Math.min(start, text.length())));
    if (!text.startsWith("\u0093NUMPY") || !shape.matches()) {
      throw new DatasetException(
          "%s is no matrix of features as wardrobe writes it: expected numpy's format 1.0, 32-bit numbers"
              .formatted(file));
    }
    int length = Integer.parseInt(shape.group(2));
    long expected = EmbeddingFiles.HEADER + (long) Float.BYTES * rows * length;
    if (Long.parseLong(shape.group(1)) != rows || all.byteSize() != expected) {
      throw new DatasetException(
          "%s has %s rows in %,d bytes, but %s has %,d: they do not belong together; make both again"
              .formatted(file, shape.group(1), all.byteSize(), EmbeddingFiles.INDEX, rows));
    }
    return length;
  }

  private static List<Row> readIndex(Path file) {
    List<Row> rows = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        rows.add(readRow(file, rows.size(), line));
      }
    } catch (IOException e) {
      throw new DatasetException("Cannot read %s: %s".formatted(file, IoReason.of(e)), e);
    }
    return rows;
  }

  private static Row readRow(Path file, int row, String line) {
    Fields fields = new Fields();
    try (JsonParser parser = JsonReading.parser(line.getBytes(StandardCharsets.UTF_8))) {
      parser.nextToken();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        parser.nextToken();
        fields.take(name, parser);
      }
      return fields.row(row);
    } catch (JacksonException | IllegalArgumentException e) {
      String problem =
          e instanceof JacksonException broken ? JsonPlace.problem(broken) : e.getMessage();
      throw new DatasetException(
          "%s, line %d: %s; expected what wardrobe writes: make it again"
              .formatted(file, row + 1, problem),
          e);
    }
  }

  /** The fields of a line. */
  private static final class Fields {
    private long row = -1;
    private int imageId = -1;
    private String fileName = "";
    private Optional<Source> source = Optional.empty();
    private Optional<Category> category = Optional.empty();
    private final double[] corners = new double[4];
    private int cornerCount;
    private double score = -1;

    void take(String name, JsonParser parser) {
      switch (name) {
        case "row" -> row = parser.getLongValue();
        case "image_id" -> imageId = parser.getIntValue();
        case "file" -> fileName = parser.getString();
        case "source" -> source = Source.ofName(parser.getString());
        case "category_id" ->
            category =
                parser.currentToken() == JsonToken.VALUE_NULL
                    ? Optional.empty()
                    : Category.ofId(parser.getLongValue());
        case "bbox" -> takeBox(parser);
        case "score" -> score = parser.getDoubleValue();
        default -> parser.skipChildren();
      }
    }

    private void takeBox(JsonParser parser) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (cornerCount < corners.length) {
          corners[cornerCount] = parser.getDoubleValue();
        }
        cornerCount++;
      }
    }

    Row row(int expected) {
      if (row != expected || imageId < 0 || score < 0 || cornerCount != corners.length) {
        throw new IllegalArgumentException(
            "found row %d of image %d with %d corners".formatted(row, imageId, cornerCount));
      }
      Box box = new Box(corners[0], corners[1], corners[2], corners[3]);
      return new Row(imageId, fileName, source, category, box, score);
    }
  }

  /** How many items there are. */
  public int size() {
    return rows.size();
  }

  /** How many numbers a feature has. */
  public int length() {
    return length;
  }

  /** What the item at a 0-based place is. */
  public Row row(int index) {
    return rows.get(index);
  }

  /**
   * Copies the feature of an item.
   *
   * @param index 0-based place of the item
   * @param target gets it
   * @param offset where in the target it begins
   */
  public void copy(int index, float[] target, int offset) {
    MemorySegment.copy(
        vectors, NUMBER, (long) Float.BYTES * length * index, target, offset, length);
  }

  @Override
  public void close() {
    arena.close();
  }
}
