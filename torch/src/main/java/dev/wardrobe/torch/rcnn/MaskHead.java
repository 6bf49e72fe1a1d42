package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.HeadsConfig;
import dev.wardrobe.torch.layers.Conv2d;
import dev.wardrobe.torch.layers.ConvBlock;
import dev.wardrobe.torch.layers.ConvTranspose2d;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Norm;
import dev.wardrobe.torch.layers.Sequence;
import dev.wardrobe.torch.layers.Tensors;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Draws the mask of a region on a square grid (Mask R-CNN, arXiv 1703.06870, section 3). Names as
 * torchvision's {@code MaskRCNNHeads} and {@code MaskRCNNPredictor}: mask_head.0.0 and so on,
 * mask_predictor.conv5_mask, mask_predictor.mask_fcn_logits.
 *
 * <p>There is a map for each category, of which only the region's own is computed: the same numbers
 * as computing all and choosing.
 */
final class MaskHead extends Layer {
  private final Sequence convolutions;
  private final ConvTranspose2d doubling;
  private final Conv2d maps;

  /**
   * A head with fresh weights.
   *
   * @param channels of the pyramid
   * @param maps how many maps there are: one for each class
   * @param norm between the convolutions, if there is one
   */
  MaskHead(
      HeadsConfig config,
      int channels,
      int maps,
      Optional<IntFunction<Norm>> norm,
      SplittableRandom random) {
    Initial initial = Initial.kaimingNormal(random);
    int width = config.maskChannels();
    convolutions =
        child(
            "mask_head",
            ConvBlock.stack(channels, width, config.maskConvolutions(), norm, initial));
    doubling = child("mask_predictor.conv5_mask", new ConvTranspose2d(width, width, 2, initial));
    this.maps =
        child(
            "mask_predictor.mask_fcn_logits",
            new Conv2d(Conv2d.Shape.same(width, maps, 1, 1), true, initial));
  }

  /**
   * The masks as logits: regions, rows times columns.
   *
   * @param features regions, channels, rows, columns; at least one region
   * @param chosen which map of each region
   */
  Tensor forward(Tensor features, long[] chosen) {
    Tensor x = torch.relu_(doubling.forward(convolutions.forward(features)));
    Tensor which = Uploads.indexes(x, chosen);
    Tensor weights = maps.weight().flatten(1, -1).index_select(0, which).unsqueeze(1);
    Tensor offsets = maps.bias().orElseThrow().index_select(0, which).view(-1, 1);
    Tensor logits = weights.bmm(x.flatten(2, -1)).squeeze(1);
    return Tensors.wide(logits).add(offsets);
  }

  /**
   * Binary cross-entropy, averaged over all cells of all regions, as torchvision's {@code
   * maskrcnn_loss}.
   *
   * @param logits regions, cells
   * @param targets 0 to 1, in the same order
   */
  static Tensor loss(Tensor logits, float[] targets) {
    return torch.binary_cross_entropy_with_logits(
        logits,
        Uploads.numbers(logits, targets, logits.size(0), logits.size(1)),
        new TensorOptional(),
        new TensorOptional(),
        RpnLoss.MEAN);
  }
}
