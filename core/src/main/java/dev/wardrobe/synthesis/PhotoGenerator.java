package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.synthesis.painting.ScenePainter;
import dev.wardrobe.synthesis.photography.BackdropPainter;
import dev.wardrobe.synthesis.photography.Camera;
import dev.wardrobe.synthesis.photography.Exposure;
import dev.wardrobe.synthesis.photography.JpegEncoder;
import dev.wardrobe.synthesis.scene.Point;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Generates a made-up DeepFashion2: photos of drawn garments on drawn people, mannequins, hangers
 * and tables, with annotations that are exact, because they come from the geometry that is drawn.
 *
 * <p>Equal options give equal sets, to the byte, on every machine; a new {@link #VERSION} may give
 * others. Safe for use by several threads.
 */
public final class PhotoGenerator implements SyntheticSplit {
  /** Changes whenever the same options give other photos or other annotations. */
  public static final int VERSION = 1;

  private static final double SHADOW = .8;

  private final SynthesisOptions options;
  private final Composer composer;

  private record Made(Composition composition) implements SyntheticPhoto {
    @Override
    public Photo photo() {
      return composition.photo();
    }

    @Override
    public String shown() {
      return composition.cast().staging().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public BufferedImage pixels() {
      return paint(composition);
    }

    @Override
    public byte[] jpeg() {
      return JpegEncoder.encode(pixels(), composition.exposure().jpegQuality());
    }
  }

  /** A generator of one split. */
  public PhotoGenerator(SynthesisOptions options) {
    this.options = options;
    this.composer = new Composer(options);
  }

  @Override
  public int photoCount() {
    return options.photos();
  }

  @Override
  public SyntheticPhoto compose(int imageId) {
    return new Made(composition(imageId));
  }

  Composition composition(int imageId) {
    if (imageId < 1 || imageId > options.photos()) {
      throw new IllegalArgumentException(
          "Expected an image id of 1 to %d, but got %d".formatted(options.photos(), imageId));
    }
    return composer.compose(imageId);
  }

  static BufferedImage paint(Composition composition) {
    Framing framing = composition.framing();
    Cast cast = composition.cast();
    BufferedImage image =
        new BufferedImage(
            framing.size().width(), framing.size().height(), BufferedImage.TYPE_INT_RGB);
    double middle = framing.apply(new Point(0, 0)).x();
    double floor = cast.floor(composition.assembly(), framing);
    BackdropPainter.paint(cast.setting(), middle, floor, framing.unit(), image);
    if (cast.setting().standing()) {
      double feet = framing.apply(new Point(0, 1)).x();
      BackdropPainter.groundShadow(feet, floor, framing.unit(), SHADOW, image);
    }
    ScenePainter.paint(composition.scene(), image);
    Camera.expose(image, exposure(composition));
    return image;
  }

  /** The exposure, with the flash where the mirror shows the phone. */
  private static Exposure exposure(Composition composition) {
    Framing framing = composition.framing();
    return composition
        .assembly()
        .phone()
        .map(framing::apply)
        .map(at ->
            composition
                .exposure()
                .withFlashAt(at.x() / framing.size().width(), at.y() / framing.size().height()))
        .orElse(composition.exposure());
  }
}
