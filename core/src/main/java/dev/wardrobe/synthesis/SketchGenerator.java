package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;
import java.awt.image.BufferedImage;

/**
 * Generates a sketch set: photos of flat silhouettes on plain ground with DeepFashion2 annotations
 * that agree with themselves, so that no check of the data set finds anything.
 *
 * <p>Kept are the data set's rules (pairs, order of the split, definitions of the attributes) and
 * the rough shares of its categories, viewpoints and items a photo. Not kept are its looks: a model
 * trained on sketches knows nothing of clothes.
 *
 * <p>Safe for use by several threads.
 */
public final class SketchGenerator implements SyntheticSplit {
  private final SketchOptions options;
  private final SketchComposer composer;

  private record Made(SketchComposer.Annotated annotated) implements SyntheticPhoto {
    @Override
    public Photo photo() {
      return annotated.photo();
    }

    @Override
    public BufferedImage pixels() {
      return SketchPainter.paint(annotated.sketch());
    }

    @Override
    public byte[] jpeg() {
      return SketchJpeg.encode(pixels());
    }
  }

  /** A generator of one set; equal options give equal sets. */
  public SketchGenerator(SketchOptions options) {
    this.options = options;
    this.composer = new SketchComposer(options);
  }

  @Override
  public int photoCount() {
    return options.photos();
  }

  @Override
  public SyntheticPhoto compose(int imageId) {
    if (imageId < 1 || imageId > options.photos()) {
      throw new IllegalArgumentException(
          "Expected an image id of 1 to %d, but got %d".formatted(options.photos(), imageId));
    }
    return new Made(composer.compose(imageId));
  }
}
