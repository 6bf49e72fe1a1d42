package dev.wardrobe.model.prediction;

import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.structures.ImageSize;
import java.util.List;
import java.util.Optional;

/**
 * A network that can be asked what is on images, whatever computes it and whoever trained it. Not
 * for use by several threads at once; it may use several itself. To be closed, which frees the
 * network.
 */
public interface Engine extends AutoCloseable {
  /** What the network is called, such as the recipe that it was made by. */
  String name();

  /** Which heads there are. */
  Streams streams();

  /** Detections with a lower score are dropped, 0 to 1. */
  double scoreThreshold();

  /** The size that a photo is to be brought to. */
  ImageSize inputSize(ImageSize photo);

  /** How many images it likes to get at once. */
  int usualBatch();

  /** How alike the features of two items are; empty without a match head. */
  Optional<Similarity> similarity();

  /**
   * What is on each image, by descending score, in pixels of the images.
   *
   * @param images of the size that was asked for; padded to one size
   */
  List<List<ImageDetection>> detect(List<InputImage> images);

  /**
   * The features of boxes, one image after the other, each of length 1.
   *
   * @param images of the size that was asked for; padded to one size
   * @param boxes of each image, x1 y1 x2 y2 in its pixels; may be none
   * @throws IllegalArgumentException if the network has no match head
   */
  List<float[]> embed(List<InputImage> images, List<float[]> boxes);

  @Override
  void close();
}
