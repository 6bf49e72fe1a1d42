package dev.wardrobe.coco;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.json.PythonJson;
import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes a split as a COCO file, byte for byte what deepfashion2_to_coco.py writes, at any size in
 * bounded memory.
 *
 * <p>Worker threads turn chunks of photos into text. The annotations go to a temporary file, since
 * the images come before them in the result and all images must be known first.
 *
 * <p>Where the official script would end with an exception or write nonsense, the photo or item is
 * left out and reported. A photo whose size is unknown is left out as well.
 */
public final class CocoWriter {
  private static final int BUFFER = 1 << 18;

  private final CocoOptions options;
  private final Consumer<Finding> findings;
  private final ImageList images = new ImageList();
  private final PythonJson assembled = new PythonJson(1 << 20);
  private long annotations;
  private int photosLeftOut;
  private int photosWithoutSize;

  /**
   * What was written.
   *
   * @param images photos written, those without items included
   * @param annotations items written
   * @param photosLeftOut photos that were lost, for reasons among the findings
   * @param photosWithoutSize photos left out because nothing gave their size
   */
  public record Summary(int images, long annotations, int photosLeftOut, int photosWithoutSize) {}

  private CocoWriter(CocoOptions options, Consumer<Finding> findings) {
    this.options = options;
    this.findings = findings;
  }

  /**
   * Writes a split.
   *
   * @param reading threads and progress; photos are opened for their sizes
   * @param findings gets everything wrong that was met on the way, in order
   * @param temporary a folder with room for as much as is written
   * @param out gets the file; not closed
   * @throws DatasetException if the split has no annotations or no sizes at all
   * @throws IOException if writing fails
   */
  public static Summary write(
      DatasetSplit split,
      ReadOptions reading,
      CocoOptions options,
      Consumer<Finding> findings,
      Path temporary,
      OutputStream out)
      throws IOException {
    if (!split.annotated()) {
      throw new DatasetException(
          "The split %s has no annotations: expected annos/NNNNNN.json".formatted(split.name()));
    }
    if (!split.sized()) {
      throw new DatasetException(
          "The split %s has no photos: COCO files need their sizes, so give them with --sizes"
              .formatted(split.name()));
    }
    CocoWriter writer = new CocoWriter(options, findings);
    Path spool = Files.createTempFile(temporary, ".wardrobe-coco-", ".part");
    spool.toFile().deleteOnExit();
    try {
      writer.spoolAnnotations(split, reading.withImageHeaders(true), spool);
      return writer.assemble(spool, out);
    } finally {
      Files.deleteIfExists(spool);
    }
  }

  private void spoolAnnotations(DatasetSplit split, ReadOptions reading, Path spool)
      throws IOException {
    try (OutputStream out = new FileOutputStream(spool.toFile())) {
      split.forEachChunk(reading, chunk -> new CocoChunk(options).add(chunk), c -> take(c, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void take(CocoChunk chunk, OutputStream spool) {
    for (PhotoReading reading : chunk.readings()) {
      reading.findings().forEach(findings);
      reading.photo().ifPresentOrElse(this::takePhoto, () -> photosLeftOut++);
    }
    assembled.clear();
    annotations = chunk.appendTo(assembled, annotations);
    try {
      assembled.writeTo(spool, 0, assembled.length());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void takePhoto(Photo photo) {
    photo
        .size()
        .ifPresentOrElse(size -> images.add(photo.imageId(), size), () -> photosWithoutSize++);
  }

  private Summary assemble(Path spool, OutputStream out) throws IOException {
    OutputStream head = new BufferedOutputStream(out, BUFFER);
    head.write(ascii("{\"info\": {}, \"licenses\": [], \"images\": ["));
    images.writeTo(head);
    head.write(ascii("], \"annotations\": ["));
    head.flush();
    try (InputStream in = new FileInputStream(spool.toFile())) {
      in.transferTo(out);
    }
    out.write(ascii("], \"categories\": " + categories() + "}"));
    return new Summary(images.count(), annotations, photosLeftOut, photosWithoutSize);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** The 13 categories as the official file lists them. */
  static String categories() {
    PythonJson names = new PythonJson();
    for (int i = 1; i <= LandmarkSchema.TOTAL; i++) {
      names.raw(i == 1 ? "" : ", ").string(Integer.toString(i));
    }
    List<String> all =
        Category.ALL.stream()
            .map(category ->
                "{\"id\": %d, \"name\": \"%s\", \"supercategory\": \"clothes\", \"keypoints\": [%s], \"skeleton\": []}"
                    .formatted(category.id(), category.cocoName(), names))
            .toList();
    return "[" + String.join(", ", all) + "]";
  }
}
