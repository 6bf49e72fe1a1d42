package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.AnnotationWriter;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.files.SplitLayout;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.structures.ImageSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes a made-up split as the data set lays it out: {@code annos/NNNNNN.json}, and either {@code
 * image/NNNNNN.jpg} or, without pixels, {@code sizes.json} with every photo's size as {@code
 * {"000001": [width, height], ...}}. The files are the same whatever the number of threads.
 */
public final class SplitFolderWriter {
  private static final float QUALITY = .85f;
  private static final int CHUNK = 32;

  private final SyntheticSplit split;
  private final Path folder;
  private final boolean pixels;

  /** What is left to say of a photo whose files are written. */
  private record Written(String digits, ImageSize size) {}

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
   * @throws DatasetException if the folder is not empty or cannot be written
   * @throws IllegalArgumentException if there is no thread
   */
  public static void write(
      SyntheticSplit split, Path folder, boolean pixels, int threads, IntConsumer progress) {
    if (threads < 1) {
      throw new IllegalArgumentException("Expected at least 1 thread, but got " + threads);
    }
    try {
      new SplitFolderWriter(split, folder, pixels).write(threads, progress);
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

  private void write(int threads, IntConsumer progress) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      if (files.findAny().isPresent()) {
        throw new DatasetException(
            "The folder %s is not empty: choose a new one, so that no old file mixes with the new"
                .formatted(folder));
      }
    }
    Files.createDirectory(folder.resolve(SplitLayout.ANNOTATIONS));
    if (pixels) {
      Files.createDirectory(folder.resolve(SplitLayout.IMAGES));
    }
    PythonJson sizes = new PythonJson().raw("{");
    List<Future<List<Written>>> chunks = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int first = 1; first <= split.photoCount(); first += CHUNK) {
        int from = first;
        chunks.add(pool.submit(() -> writeChunk(from)));
      }
      int done = 0;
      for (Future<List<Written>> chunk : chunks) {
        for (Written photo : take(chunk, pool)) {
          addSize(sizes.raw(done++ == 0 ? "" : ", "), photo);
        }
        progress.accept(done);
      }
    }
    if (!pixels) {
      Files.write(folder.resolve(SplitLayout.SIZES), sizes.raw("}").toByteArray());
    }
  }

  private List<Written> writeChunk(int first) throws IOException {
    List<Written> written = new ArrayList<>(CHUNK);
    for (int id = first; id < first + CHUNK && id <= split.photoCount(); id++) {
      Photo photo = split.photo(id);
      Files.write(
          folder.resolve(SplitLayout.ANNOTATIONS).resolve(digits(photo) + ".json"),
          AnnotationWriter.toJson(photo));
      if (pixels) {
        Files.write(
            folder.resolve(SplitLayout.IMAGES).resolve(photo.fileName()), jpeg(split.pixels(id)));
      }
      written.add(new Written(digits(photo), photo.size().orElseThrow()));
    }
    return written;
  }

  private List<Written> take(Future<List<Written>> chunk, ExecutorService pool) {
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

  private static void addSize(PythonJson sizes, Written photo) {
    sizes.string(photo.digits).raw(": [").integer(photo.size.width());
    sizes.raw(", ").integer(photo.size.height()).raw("]");
  }

  private static String digits(Photo photo) {
    return photo.fileName().substring(0, photo.fileName().length() - ".jpg".length());
  }

  /** The pixels as a JPEG of quality .85. */
  static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
