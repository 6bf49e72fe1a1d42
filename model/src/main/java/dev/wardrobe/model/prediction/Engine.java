package dev.wardrobe.model.prediction;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.data.InputImage;
import java.util.List;
import java.util.Optional;

/**
 * A network that can be asked what is on images, whatever computes it. Not for use by several
 * threads at once; it may use several itself. To be closed, which frees the network.
 */
public interface Engine extends AutoCloseable {
  /** What the network was made from. */
  Config config();

  /** How alike the features of two items are; empty without a match network. */
  Optional<Similarity> similarity();

  /**
   * What is on each image, by descending score, in pixels of the images.
   *
   * @param images padded to one size
   */
  List<List<ImageDetection>> detect(List<InputImage> images);

  /**
   * The features of boxes, one image after the other, each of length 1.
   *
   * @param images padded to one size
   * @param boxes of each image, x1 y1 x2 y2 in its pixels; may be none
   * @throws IllegalArgumentException if the network has no match head
   */
  List<float[]> embed(List<InputImage> images, List<float[]> boxes);

  @Override
  void close();
}
