package dev.wardrobe.torch.rcnn;

import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.model.config.HeadsConfig;
import dev.wardrobe.torch.layers.ConvBlock;
import dev.wardrobe.torch.layers.ConvTranspose2d;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Norm;
import dev.wardrobe.torch.layers.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Draws a heat map for each landmark of a region (Mask R-CNN, section 5, with the 294 landmarks of
 * all categories). Names like those of torchvision's keypoint head: landmark_head.0.0 and so on,
 * landmark_predictor.0 for the first transposed convolution. All transposed convolutions but the
 * last have a kernel of 4, as torchvision's; of the last see {@link LandmarkMaps}.
 */
final class LandmarkHead extends Layer {
  /** Marks a landmark that takes no part in the loss. */
  static final long NO_CELL = -1;

  private static final int KERNEL = 4;

  private final Sequence convolutions;
  private final List<ConvTranspose2d> doublings = new ArrayList<>();
  private final LandmarkMaps maps;
  private final int size;

  /**
   * A head with fresh weights.
   *
   * @param channels of the pyramid
   * @param norm between the convolutions, if there is one
   */
  LandmarkHead(
      HeadsConfig config, int channels, Optional<IntFunction<Norm>> norm, SplittableRandom random) {
    Initial initial = Initial.kaimingNormal(random);
    int width = config.landmarkChannels();
    convolutions =
        child(
            "landmark_head",
            ConvBlock.stack(channels, width, config.landmarkConvolutions(), norm, initial));
    int last = config.landmarkDoublings() - 1;
    for (int i = 0; i < last; i++) {
      doublings.add(
          child("landmark_predictor." + i, new ConvTranspose2d(width, width, KERNEL, initial)));
    }
    maps = child("landmark_predictor." + last, new LandmarkMaps(width, initial));
    size = config.heatmapSize();
  }

  /** Side of the heat maps. */
  int size() {
    return size;
  }

  /**
   * What the heat maps are made from.
   *
   * @param features regions, channels, rows, columns; at least one region
   */
  Tensor hidden(Tensor features) {
    Tensor x = convolutions.forward(features);
    for (ConvTranspose2d doubling : doublings) {
      x = torch.relu_(doubling.forward(x));
    }
    return x;
  }

  /**
   * Heat maps of regions of one category, as {@link LandmarkMaps} gives them.
   *
   * @param hidden what {@link #hidden} gave for these regions
   */
  Tensor maps(Tensor hidden, LandmarkSchema schema) {
    return maps.forward(hidden, schema);
  }

  /**
   * Softmax cross-entropy over the cells of a map, summed over the landmarks.
   *
   * @param maps as {@link LandmarkMaps} gives them
   * @param cells the right cell, row times size plus column, of each landmark of each region, or
   *     {@link #NO_CELL}
   */
  Tensor loss(Tensor maps, long[] cells) {
    long[] places = new long[cells.length];
    for (int i = 0; i < cells.length; i++) {
      places[i] = cells[i] == NO_CELL ? NO_CELL : LandmarkMaps.place((int) cells[i], size);
    }
    return torch.cross_entropy_loss(
        maps, Uploads.indexes(maps, places), new TensorOptional(), RpnLoss.SUM, NO_CELL, 0);
  }
}
