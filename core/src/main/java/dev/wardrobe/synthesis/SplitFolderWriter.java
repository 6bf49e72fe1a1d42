package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.AnnotationWriter;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.files.SplitLayout;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.structures.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Writes a made-up split as the data set lays it out: {@code annos/NNNNNN.json}, and either {@code
 * image/NNNNNN.jpg} or, without pixels, {@code sizes.json} with every photo's size as {@code
 * {"000001": [width, height], ...}}. The files are the same whatever the number of threads.
 */
public final class SplitFolderWriter {
  private static final int CHUNK = 32;

  private final SyntheticSplit split;
  private final Path folder;
  private final boolean pixels;

  /** What is left to say of photos whose files are written: entries of the sizes, and counts. */
  private record Written(PythonJson sizes, SplitSummary summary) {}

  private SplitFolderWriter(SyntheticSplit split, Path folder, boolean pixels) {
    this.split = split;
    this.folder = folder;
    this.pixels = pixels;
  }

  /**
   * Writes all photos.
   *
   * @param folder the split's, such as {@code .../train}; made if it is not there
   * @param pixels whether to draw the photos too
   * @param threads how many threads work, at least 1
   * @param progress gets the number of photos done so far, now and then, on the calling thread
   * @return what was written
   * @throws DatasetException if the folder is not empty or cannot be written
   * @throws IllegalArgumentException if there is no thread
   */
  public static SplitSummary write(
      SyntheticSplit split, Path folder, boolean pixels, int threads, IntConsumer progress) {
    if (threads < 1) {
      throw new IllegalArgumentException("Expected at least 1 thread, but got " + threads);
    }
    try {
      return new SplitFolderWriter(split, folder, pixels).write(threads, progress);
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  /**
   * Checks that a split can be written into a folder: that there is none yet, or an empty one.
   *
   * @throws DatasetException if not
   */
  public static void requireEmpty(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new DatasetException("%s is a file: choose a folder".formatted(folder));
    }
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new DatasetException(
            "The folder %s is not empty: choose a new one, so that no old file mixes with the new"
                .formatted(folder));
      }
    } catch (IOException e) {
      throw failed(folder, e);
    }
  }

  private static DatasetException failed(Path folder, IOException e) {
    return new DatasetException(
        "Cannot write to %s: %s; check its permissions and the free space"
            .formatted(folder, IoReason.of(e)),
        e);
  }

  private SplitSummary write(int threads, IntConsumer progress) throws IOException {
    requireEmpty(folder);
    Files.createDirectories(folder);
    Files.createDirectory(folder.resolve(SplitLayout.ANNOTATIONS));
    if (pixels) {
      Files.createDirectory(folder.resolve(SplitLayout.IMAGES));
    }
    PythonJson sizes = new PythonJson().raw("{");
    SplitSummary summary = SplitSummary.NONE;
    List<Future<Written>> chunks = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int first = 1; first <= split.photoCount(); first += CHUNK) {
        int from = first;
        chunks.add(pool.submit(() -> writeChunk(from)));
      }
      for (Future<Written> chunk : chunks) {
        Written written = take(chunk, pool);
        sizes.raw(summary.photos() == 0 ? "" : ", ").raw(written.sizes.toByteArray());
        summary = summary.with(written.summary);
        progress.accept(summary.photos());
      }
    }
    if (!pixels) {
      Files.write(folder.resolve(SplitLayout.SIZES), sizes.raw("}").toByteArray());
    }
    return summary;
  }

  private Written writeChunk(int first) throws IOException {
    PythonJson sizes = new PythonJson();
    SplitSummary summary = SplitSummary.NONE;
    for (int id = first; id < first + CHUNK && id <= split.photoCount(); id++) {
      SyntheticPhoto made = split.compose(id);
      Photo photo = made.photo();
      Files.write(
          folder.resolve(SplitLayout.ANNOTATIONS).resolve(digits(photo) + ".json"),
          AnnotationWriter.toJson(photo));
      if (pixels) {
        Files.write(folder.resolve(SplitLayout.IMAGES).resolve(photo.fileName()), made.jpeg());
      }
      addSize(sizes.raw(id == first ? "" : ", "), photo);
      summary = summary.with(photo);
    }
    return new Written(sizes, summary);
  }

  private Written take(Future<Written> chunk, ExecutorService pool) {
    try {
      return chunk.get();
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new DatasetException("Writing to %s was interrupted".formatted(folder), e);
    } catch (ExecutionException e) {
      pool.shutdownNow();
      switch (e.getCause()) {
        case IOException cause -> throw failed(folder, cause);
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private static void addSize(PythonJson sizes, Photo photo) {
    ImageSize size = photo.size().orElseThrow();
    sizes.string(digits(photo)).raw(": [").integer(size.width());
    sizes.raw(", ").integer(size.height()).raw("]");
  }

  private static String digits(Photo photo) {
    return photo.fileName().substring(0, photo.fileName().length() - ".jpg".length());
  }
}
