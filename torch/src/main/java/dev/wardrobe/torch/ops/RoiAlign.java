package dev.wardrobe.torch.ops;

import dev.wardrobe.torch.tensor.TensorData;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.MemoryFormat;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Reads a small grid of features from each region of a pyramid (Mask R-CNN, section 3; Feature
 * Pyramid Networks, equation 1): torchvision's {@code MultiScaleRoIAlign} with two samples a bin
 * along each axis and without the half-pixel shift ({@code aligned=False}), as its detectors have
 * it.
 *
 * <p>A cell of a grid is a weighted sum of at most 16 places of the pyramid. Which and how much is
 * worked out in Java; the sums of all cells of all regions are one native call, {@code
 * embedding_bag}, whose backward pass adds up in a fixed order: few calls, and on the CPU faster
 * than sampling by {@code grid_sampler} or by products with weight matrices.
 */
public final class RoiAlign {
  private static final long SUM = 0;

  private RoiAlign() {}

  /**
   * The features of regions; differentiable with respect to the pyramid.
   *
   * @param pyramid features of strides 4, 8, 16 and so on, each [images, channels, height, width];
   *     16-bit ones are computed with in 32 bits
   * @param boxes x1 y1 x2 y2 of each region in input pixels. Regions narrower than one place of
   *     their level are widened to it; samples outside the features are 0
   * @param images the image of each region, an index into the pyramid's first axis
   * @param canonicalSize a region of this many pixels' side is read from stride 16, one of half of
   *     it from stride 8, and so on
   * @param pool cells of a grid along each axis
   * @return [regions, channels, pool, pool] in the order of the boxes, in the memory format of the
   *     pyramid; no region gives an empty tensor
   * @throws IllegalArgumentException if there are not as many images as boxes
   */
  public static Tensor pool(
      List<Tensor> pyramid, float[] boxes, int[] images, int canonicalSize, int pool) {
    if (boxes.length != 4 * images.length) {
      throw new IllegalArgumentException(
          "Expected an image for each box, but got %d and %d"
              .formatted(images.length, boxes.length / 4));
    }
    Tensor finest = pyramid.getFirst();
    long channels = finest.size(1);
    if (images.length == 0) {
      return wide(finest.new_zeros(0, channels, pool, pool));
    }
    PyramidRows rows = new PyramidRows(sizes(pyramid));
    RoiSamples samples = RoiSamples.of(rows, boxes, images, canonicalSize, pool);
    Tensor sums = sum(flat(pyramid), samples);
    Tensor grids = sums.view(images.length, pool, pool, channels).permute(0, 3, 1, 2);
    return finest.is_contiguous(MemoryFormat.ChannelsLast) ? grids : grids.contiguous();
  }

  private static int[][] sizes(List<Tensor> pyramid) {
    int[][] sizes = new int[pyramid.size()][];
    for (int i = 0; i < sizes.length; i++) {
      Tensor level = pyramid.get(i);
      sizes[i] = new int[] {(int) level.size(2), (int) level.size(3)};
    }
    return sizes;
  }

  /** All places of all levels of one image after another, [places, channels]. */
  private static Tensor flat(List<Tensor> pyramid) {
    Tensor[] levels = new Tensor[pyramid.size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = pyramid.get(i).permute(0, 2, 3, 1).flatten(1, 2);
    }
    return wide(torch.cat(new TensorVector(levels), 1).flatten(0, 1));
  }

  /** In 32 bits at least. */
  private static Tensor wide(Tensor tensor) {
    return tensor.element_size() < Float.BYTES ? tensor.to(ScalarType.Float) : tensor;
  }

  private static Tensor sum(Tensor places, RoiSamples samples) {
    Tensor rows = TensorData.of(samples.rows(), samples.rows().length);
    Tensor starts = TensorData.of(samples.starts(), samples.starts().length);
    Tensor weights = TensorData.of(samples.weights(), samples.weights().length);
    if (places.is_cuda()) {
      rows = rows.to(places.device(), ScalarType.Int);
      starts = starts.to(places.device(), ScalarType.Int);
    }
    weights = weights.to(places.device(), places.scalar_type());
    return torch
        .embedding_bag(places, rows, starts, false, SUM, false, new TensorOptional(weights), false)
        .get0();
  }
}
