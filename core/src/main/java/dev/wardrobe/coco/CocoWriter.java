package dev.wardrobe.coco;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.PhotoSizes;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serial;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * Writes a split as a COCO file, byte for byte what deepfashion2_to_coco.py writes, at any size in
 * bounded memory.
 *
 * <p>The images come before the annotations, so a first pass learns the photos' sizes. In the
 * second, worker threads turn chunks of photos into text, which goes straight to the file. Should
 * an annotation prove unreadable only then, its photo must not stand among the images (detections
 * in it would count as wrong), so the file is written once more without it.
 *
 * <p>Where the official script would end with an exception or write nonsense, the photo or item is
 * left out and reported. A photo whose size is unknown is left out as well.
 */
public final class CocoWriter {
  private static final int BUFFER = 1 << 18;

  private final DatasetSplit split;
  private final CocoOptions options;
  private final PhotoSizes sizes;
  private final Set<Integer> lost;
  private final Consumer<Finding> findings;
  private final Queue<PythonJson> spareTexts = new ConcurrentLinkedQueue<>();
  private int images;
  private long annotations;
  private int newlyLost;

  /**
   * What was written.
   *
   * @param images photos written, those without items included
   * @param annotations items written
   * @param photosLeftOut photos that were lost, for reasons among the findings
   * @param photosWithoutSize photos left out because nothing gave their size
   */
  public record Summary(int images, long annotations, int photosLeftOut, int photosWithoutSize) {}

  /** Photos among the images proved unreadable, so the file must be written once more. */
  private static final class LostPhotosException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;
  }

  private CocoWriter(
      DatasetSplit split,
      CocoOptions options,
      PhotoSizes sizes,
      Set<Integer> lost,
      Consumer<Finding> findings) {
    this.split = split;
    this.options = options;
    this.sizes = sizes;
    this.lost = lost;
    this.findings = findings;
  }

  /**
   * Writes a split.
   *
   * @param reading threads and progress
   * @param findings gets everything wrong that was met on the way, each once
   * @param target appears, or is replaced, when it is complete
   * @throws DatasetException if the split has no annotations or no sizes at all, or the file cannot
   *     be written
   */
  public static Summary write(
      DatasetSplit split,
      ReadOptions reading,
      CocoOptions options,
      Consumer<Finding> findings,
      Path target) {
    requireUsable(split);
    int half = split.illustrated() ? 2 : 1;
    IntConsumer progress = reading.progress();
    PhotoSizes sizes =
        split.readSizes(
            reading.withProgress(done -> progress.accept(done / 2 * (half - 1))), findings);
    ReadOptions annotationsOnly =
        reading
            .withImageHeaders(false)
            .withProgress(
                done -> progress.accept(split.photoCount() * (half - 1) / half + done / half));
    Set<Integer> lost = new HashSet<>();
    Consumer<Finding> report = findings;
    while (true) {
      CocoWriter writer = new CocoWriter(split, options, sizes, lost, report);
      try {
        AtomicFile.write(target, out -> writer.write(annotationsOnly, out));
        return writer.summary();
      } catch (LostPhotosException e) {
        report = finding -> {}; // all are told
      }
    }
  }

  private static void requireUsable(DatasetSplit split) {
    split.requireAnnotated();
    if (!split.sized()) {
      throw new DatasetException(
          "The split %s has no photos: COCO files need their sizes, so give them with --sizes"
              .formatted(split.name()));
    }
  }

  private void write(ReadOptions reading, OutputStream target) throws IOException {
    DirectOutput out = new DirectOutput(target);
    out.write(ascii("{\"info\": {}, \"licenses\": [], \"images\": ["));
    writeImages(out);
    out.write(ascii("], \"annotations\": ["));
    try {
      split.forEachChunk(
          reading,
          chunk -> new CocoChunk(options, sizes, spareText()).add(chunk),
          chunk -> take(chunk, out));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (newlyLost > 0) {
      throw new LostPhotosException();
    }
    out.write(ascii("], \"categories\": " + categories() + "}"));
    out.flush();
  }

  private PythonJson spareText() {
    PythonJson text = spareTexts.poll();
    return text == null ? new PythonJson(CocoChunk.CAPACITY) : text;
  }

  private void take(CocoChunk chunk, OutputStream out) {
    chunk.readings().forEach(this::report);
    if (newlyLost == 0) {
      try {
        annotations = chunk.writeTo(out, annotations);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    PythonJson text = chunk.text();
    text.clear();
    spareTexts.add(text);
  }

  private void report(PhotoReading reading) {
    reading.findings().forEach(findings);
    if (reading.photo().isEmpty() && isListed(reading.imageId())) {
      lost.add(reading.imageId());
      newlyLost++;
    }
  }

  private boolean isListed(int imageId) {
    return sizes.knows(imageId) && split.hasAnnotation(imageId) && !lost.contains(imageId);
  }

  private void writeImages(OutputStream out) throws IOException {
    PythonJson json = new PythonJson(BUFFER);
    for (int i = 0; i < sizes.count(); i++) {
      int imageId = sizes.imageId(i);
      if (!isListed(imageId)) {
        continue;
      }
      ImageSize size = sizes.at(i).orElseThrow();
      json.raw(images++ == 0 ? "" : ", ")
          .raw("{\"coco_url\": \"\", \"date_captured\": \"\", \"file_name\": ")
          .string(Photo.fileNameOf(imageId))
          .raw(", \"flickr_url\": \"\", \"id\": ")
          .integer(imageId)
          .raw(", \"license\": 0, \"width\": ")
          .integer(size.width())
          .raw(", \"height\": ")
          .integer(size.height())
          .raw("}");
      if (json.length() > BUFFER / 2) {
        json.writeTo(out, 0, json.length());
        json.clear();
      }
    }
    json.writeTo(out, 0, json.length());
  }

  private Summary summary() {
    int withoutSize = 0;
    int leftOut = lost.size();
    for (int i = 0; i < sizes.count(); i++) {
      int imageId = sizes.imageId(i);
      if (!split.hasAnnotation(imageId)) {
        leftOut++;
      } else if (sizes.at(i).isEmpty()) {
        withoutSize++;
      }
    }
    return new Summary(images, annotations, leftOut, withoutSize);
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
