package dev.wardrobe.model.data;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ImageHeader;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.structures.ImageSize;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** Reads one photo's pixels and annotation as input and targets. Used by several threads. */
final class PhotoLoader {
  /** A photo's file is at most this long: 50 megapixels in a generous 2 bytes each. */
  private static final int MOST_BYTES = 100_000_000;

  private final PhotoIndex photos;
  private final InputConfig input;

  /** A photo as part of a batch. */
  record Loaded(InputImage image, ImageTargets targets) {}

  PhotoLoader(PhotoIndex photos, InputConfig input) {
    this.photos = photos;
    this.input = input;
  }

  /**
   * Loads a photo.
   *
   * @throws IOException if it cannot be read or decoded, or its annotation is no longer there; the
   *     message says in a few words what was found
   */
  Loaded load(int index, Augmentation change) throws IOException {
    int imageId = photos.imageId(index);
    InputImage image = InputImage.of(bytes(photos.split(), imageId), input, change);
    Optional<Photo> photo = annotation(index);
    TargetTransform transform =
        new TargetTransform(
            image.photoSize(), new ImageSize(image.width(), image.height()), change.flip());
    return new Loaded(
        image,
        new ImageTargets(
            imageId,
            image.width(),
            image.height(),
            photos.source(index),
            photos.pairId(index),
            photo.map(p -> transform.apply(p.items())).orElse(List.of())));
  }

  private Optional<Photo> annotation(int index) throws IOException {
    int imageId = photos.imageId(index);
    if (photos.itemCount(index) == 0) {
      return Optional.empty();
    }
    Optional<Photo> photo = photos.split().read(imageId, false).photo();
    if (photo.isEmpty()) {
      throw new IOException("an annotation that could be read before, and now cannot");
    }
    return photo;
  }

  private static byte[] bytes(DatasetSplit split, int imageId) throws IOException {
    byte[] bytes;
    try (InputStream in =
        split.openImage(imageId).orElseThrow(() -> new NoSuchFileException("photo"))) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (IOException e) {
      throw new IOException(IoReason.of(e), e);
    }
    if (bytes.length > MOST_BYTES) {
      throw new IOException("a file of over 100 MB");
    }
    return bytes;
  }

  /** The size in a photo's header; empty if it cannot be read. */
  static Optional<ImageSize> header(DatasetSplit split, int imageId) {
    try {
      Optional<InputStream> opened = split.openImage(imageId);
      if (opened.isEmpty()) {
        return Optional.empty();
      }
      try (InputStream in = new BufferedInputStream(opened.get(), 2048)) {
        return Optional.of(ImageHeader.read(in).size());
      }
    } catch (IOException e) {
      return Optional.empty(); // reading the split has said so
    }
  }
}
