package dev.wardrobe.files;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.structures.ImageSize;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One split of a data set: its photos, read in parallel and handed over by ascending image id. */
public final class DatasetSplit {
  private static final int HEADER_BUFFER = 2048;

  private final String name;
  private final SplitFiles files;
  private final ImageSizes sizes;

  DatasetSplit(String name, SplitFiles files, ImageSizes sizes) {
    this.name = name;
    this.files = files;
    this.sizes = sizes;
  }

  /** The folder's name, usually "train", "validation" or "test". */
  public String name() {
    return name;
  }

  /** Which of the three official splits it is, by its name. */
  public Optional<Split> split() {
    return Split.ofFolder(name);
  }

  /** How many image ids have a photo, an annotation or both. */
  public int photoCount() {
    return files.imageIds().length;
  }

  /** Whether there is any annotation; the released test split has none. */
  public boolean annotated() {
    return files.annotated();
  }

  /**
   * Does nothing if there is any annotation.
   *
   * @throws DatasetException if there is none
   */
  public void requireAnnotated() {
    if (!annotated()) {
      throw new DatasetException(
          "The split %s has no annotations: expected annos/NNNNNN.json".formatted(name));
    }
  }

  /** Whether there is any photo. */
  public boolean illustrated() {
    return files.illustrated();
  }

  /** Whether the size of any photo can be known: from the photos or from a side file. */
  public boolean sized() {
    return files.illustrated() || sizes.count() > 0;
  }

  /** What is wrong with the file names and the numbering. */
  public List<Finding> fileFindings() {
    List<Finding> findings = new ArrayList<>(files.strayFiles());
    int previous = 0;
    for (int id : files.imageIds()) {
      if (id != previous + 1) {
        findings.add(
            Finding.ofFile(
                Rule.NUMBERING_GAP,
                name,
                previous + 2 == id
                    ? "no file of image " + (id - 1)
                    : "no files of images %d to %d".formatted(previous + 1, id - 1),
                "image numbers from 1 on without a gap"));
      }
      previous = id;
    }
    return findings;
  }

  /** Reads all photos and hands each over, in order, on the calling thread. */
  public void forEach(ReadOptions options, Consumer<PhotoReading> action) {
    forEachChunk(options, chunk -> chunk, chunk -> chunk.forEach(action));
  }

  /**
   * Reads all photos in chunks of consecutive ones.
   *
   * @param parallel turns a chunk into a result; runs on a worker thread, so it must not touch what
   *     other chunks touch
   * @param ordered gets the results by ascending image id, on the calling thread
   */
  public <T> void forEachChunk(
      ReadOptions options, Function<List<PhotoReading>, T> parallel, Consumer<T> ordered) {
    int[] done = new int[1];
    OrderedChunks.run(
        photoCount(),
        options.threads(),
        (from, to) -> {
          List<PhotoReading> chunk = new ArrayList<>(to - from);
          for (int i = from; i < to; i++) {
            chunk.add(readAt(i, options.imageHeaders()));
          }
          return parallel.apply(chunk);
        },
        result -> {
          ordered.accept(result);
          done[0] = Math.min(photoCount(), done[0] + OrderedChunks.SIZE);
          options.progress().accept(done[0]);
        });
  }

  /**
   * Reads one photo again, as {@link #forEach} does. May be called by several threads at once.
   *
   * @param imageHeader whether to open the photo for its size
   * @throws IllegalArgumentException if there is no such image id
   */
  public PhotoReading read(int imageId, boolean imageHeader) {
    int index = Arrays.binarySearch(files.imageIds(), imageId);
    if (index < 0) {
      throw new IllegalArgumentException("There is no image %d in %s".formatted(imageId, name));
    }
    return readAt(index, imageHeader);
  }

  /**
   * Reads the sizes of all photos, from their headers or else from the side file.
   *
   * @param findings gets what is wrong with the photos
   */
  public PhotoSizes readSizes(ReadOptions options, Consumer<Finding> findings) {
    PhotoSizes table = new PhotoSizes(files.imageIds());
    if (!files.illustrated()) {
      for (int i = 0; i < table.count(); i++) {
        int index = i;
        sizes.of(table.imageId(i)).ifPresent(size -> table.set(index, size));
      }
      return table;
    }
    int[] done = new int[1];
    OrderedChunks.run(
        photoCount(),
        options.threads(),
        (from, to) -> {
          List<Finding> found = new ArrayList<>(0);
          for (int i = from; i < to; i++) {
            FileFindings ofImage = new FileFindings(files.imageName(table.imageId(i)));
            int index = i;
            size(i, true, ofImage).ifPresent(size -> table.set(index, size));
            found.addAll(ofImage.all());
          }
          return found;
        },
        found -> {
          found.forEach(findings);
          done[0] = Math.min(photoCount(), done[0] + OrderedChunks.SIZE);
          options.progress().accept(done[0]);
        });
    return table;
  }

  /** The size and digest of all annotation files; reads them all. */
  public AnnotationDigest annotationDigest(ReadOptions options) {
    return AnnotationDigest.of(files, options);
  }

  /** Whether a photo has an annotation file. */
  public boolean hasAnnotation(int imageId) {
    int index = Arrays.binarySearch(files.imageIds(), imageId);
    return index >= 0 && files.hasAnnotation(index);
  }

  /**
   * Opens a photo.
   *
   * @return empty if the photo is not there; else to be closed by the caller
   * @throws IOException if it cannot be opened
   */
  public Optional<InputStream> openImage(int imageId) throws IOException {
    int index = Arrays.binarySearch(files.imageIds(), imageId);
    return index >= 0 && files.hasImage(index) ? Optional.of(files.image(index)) : Optional.empty();
  }

  /** A photo's name for messages, such as "train/image/000001.jpg". */
  public String imageName(int imageId) {
    return files.imageName(imageId);
  }

  /** An annotation's name for messages, such as "train/annos/000001.json". */
  public String annotationName(int imageId) {
    return files.annotationName(imageId);
  }

  void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new DatasetException("Cannot close %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private PhotoReading readAt(int index, boolean imageHeaders) {
    int imageId = files.imageIds()[index];
    FileFindings imageFindings = new FileFindings(files.imageName(imageId));
    FileFindings annotationFindings = new FileFindings(files.annotationName(imageId));
    Optional<ImageSize> size = size(index, imageHeaders, imageFindings);
    Optional<Photo> photo = Optional.empty();
    if (files.annotated()) {
      photo = readAnnotation(index, imageId, size, annotationFindings);
    }
    List<Finding> findings = new ArrayList<>(imageFindings.all());
    findings.addAll(annotationFindings.all());
    return new PhotoReading(imageId, photo, findings);
  }

  private Optional<ImageSize> size(int index, boolean imageHeaders, FileFindings findings) {
    Optional<ImageSize> stored =
        imageHeaders && files.illustrated() ? readImage(index, findings) : Optional.empty();
    return stored.isPresent() ? stored : sizes.of(files.imageIds()[index]);
  }

  private Optional<ImageSize> readImage(int index, FileFindings findings) {
    if (!files.hasImage(index)) {
      findings.add(Rule.IMAGE_MISSING, "no such file", "the photo of this annotation");
      return Optional.empty();
    }
    try (InputStream in = new BufferedInputStream(files.image(index), HEADER_BUFFER)) {
      ImageHeader header = ImageHeader.read(in);
      checkHeader(header, findings);
      return Optional.of(header.size());
    } catch (IOException e) {
      findings.add(Rule.IMAGE_HEADER, IoReason.of(e), "a JPEG");
      return Optional.empty();
    }
  }

  private static void checkHeader(ImageHeader header, FileFindings findings) {
    if (header.components() != 3) {
      findings.add(
          Rule.IMAGE_COLOUR,
          header.components() == 1 ? "a grey JPEG" : header.components() + " colour components",
          "3 colour components");
    }
    if (header.orientation() != 1) {
      findings.add(
          Rule.IMAGE_ROTATED,
          "EXIF orientation " + header.orientation(),
          "1 or none; annotations refer to the stored pixels, so do not rotate");
    }
  }

  private Optional<Photo> readAnnotation(
      int index, int imageId, Optional<ImageSize> size, FileFindings findings) {
    if (!files.hasAnnotation(index)) {
      findings.add(Rule.ANNOTATION_MISSING, "no such file", "the annotation of this photo");
      return Optional.empty();
    }
    byte[] json;
    try {
      json = files.annotation(index, AnnotationParser.LARGEST);
    } catch (IOException e) {
      findings.add(Rule.FILE_UNREADABLE, IoReason.of(e), "a readable file");
      return Optional.empty();
    }
    if (json.length > AnnotationParser.LARGEST) {
      findings.add(Rule.FILE_TOO_LARGE, "over 256 KiB", "at most 256 KiB; real ones have 10 kB");
      return Optional.empty();
    }
    return AnnotationParser.parse(json, findings)
        .map(annotation ->
            new Photo(
                imageId,
                Photo.fileNameOf(imageId),
                size,
                Optional.of(annotation.source()),
                annotation.pairId(),
                annotation.items()));
  }
}
