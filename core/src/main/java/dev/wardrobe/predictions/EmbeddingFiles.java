package dev.wardrobe.predictions;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.json.PythonJson;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Writes the features of all found items, one row each, as two files:
 *
 * <ul>
 *   <li>{@value #VECTORS}: a matrix of 32-bit numbers in numpy's format, version 1.0, which {@code
 *       numpy.load(file, mmap_mode="r")} opens: 128 bytes of header ({@code \x93NUMPY}, 1, 0, the
 *       length of the rest as two bytes, then a Python dictionary with descr {@code <f4},
 *       fortran_order False and shape (items, length)), then the rows, little end first.
 *   <li>{@value #INDEX}: what each row is, one JSON object a line in the order of the rows: row
 *       (from 0), image_id, file, source ("shop", "user" or null), category_id (or null), bbox [x1,
 *       y1, x2, y2] in photo pixels, score.
 * </ul>
 *
 * <p>Items without a feature have no row. Memory does not grow with the number of items.
 *
 * @see EmbeddingTable
 */
public final class EmbeddingFiles {
  /** The file of the vectors. */
  public static final String VECTORS = "embeddings.npy";

  /** The file that says what each of them is. */
  public static final String INDEX = "embeddings.jsonl";

  static final int HEADER = 128;

  private static final int FLUSH = 1 << 16;

  private final OutputStream vectors;
  private final OutputStream index;
  private final PythonJson text = new PythonJson(2 * FLUSH);
  private long rows;
  private int length;

  private EmbeddingFiles(OutputStream vectors, OutputStream index) {
    this.vectors = vectors;
    this.index = index;
  }

  /**
   * Writes both files.
   *
   * @param folder made if it is not there; files of the same names are replaced
   * @param photos hands over all photos, in the order in which they are written
   * @throws DatasetException if a file cannot be written
   */
  public static void write(Path folder, Consumer<EmbeddingFiles> photos) {
    AtomicFile.write(
        folder.resolve(INDEX),
        index -> {
          // The header tells the number of rows, which is known at the end.
          Path spool = Files.createTempFile(folder, ".embeddings.", ".part");
          spool.toFile().deleteOnExit(); // Ctrl-C runs no finally
          try {
            EmbeddingFiles files;
            try (OutputStream vectors = new BufferedOutputStream(Files.newOutputStream(spool))) {
              files = new EmbeddingFiles(vectors, index);
              photos.accept(files);
              files.flush();
            }
            files.finish(folder.resolve(VECTORS), spool);
          } finally {
            Files.deleteIfExists(spool);
          }
        });
  }

  /**
   * Writes what was found in the next photo.
   *
   * @throws IllegalArgumentException if features are of several lengths
   */
  public void add(PredictedPhoto photo) {
    try {
      for (PredictedItem item : photo.items()) {
        if (item.embedding().length() > 0) {
          add(photo, item);
        }
      }
      if (text.length() > FLUSH) {
        flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(PredictedPhoto photo, PredictedItem item) throws IOException {
    Embedding embedding = item.embedding();
    if (rows > 0 && embedding.length() != length) {
      throw new IllegalArgumentException(
          "Expected features of %d numbers, but got %d".formatted(length, embedding.length()));
    }
    length = embedding.length();
    ByteBuffer row = ByteBuffer.allocate(Float.BYTES * length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < length; i++) {
      row.putFloat(embedding.get(i));
    }
    vectors.write(row.array());
    text.raw("{\"row\": ").integer(rows++).raw(", \"image_id\": ").integer(photo.imageId());
    text.raw(", \"file\": ").string(photo.fileName()).raw(", \"source\": ");
    text.raw(photo.source().map(EmbeddingFiles::quoted).orElse("null")).raw(", \"category_id\": ");
    text.raw(item.category().map(Category::id).map(String::valueOf).orElse("null"));
    ResultText.corners(text.raw(", \"bbox\": "), item.box());
    text.raw(", \"score\": ").real(item.score()).raw("}\n");
  }

  private static String quoted(Source source) {
    return "\"" + source.annotationName() + "\"";
  }

  private void flush() throws IOException {
    text.writeTo(index, 0, text.length());
    text.clear();
  }

  private void finish(Path target, Path spool) {
    AtomicFile.write(
        target,
        out -> {
          out.write(header());
          try {
            Files.copy(spool, out);
          } catch (IOException e) {
            throw new IOException("copying the features: " + IoReason.of(e), e);
          }
        });
  }

  private byte[] header() {
    String dictionary =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, length);
    ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
    header.put((byte) 1).put((byte) 0).putShort((short) (HEADER - 10));
    header.put(dictionary.getBytes(StandardCharsets.US_ASCII));
    while (header.position() < HEADER - 1) {
      header.put((byte) ' ');
    }
    return header.put((byte) '\n').array();
  }
}
