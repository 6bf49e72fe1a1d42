package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.RoiConfig;
import dev.wardrobe.model.ops.BoxCoder;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Linear;
import dev.wardrobe.torch.layers.Tensors;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Says what a region shows and how its box is to be corrected. Names as torchvision's {@code
 * TwoMLPHead} and {@code FastRCNNPredictor}: box_head.fc6, box_head.fc7, box_predictor.cls_score,
 * box_predictor.bbox_pred.
 */
final class BoxHead extends Layer {
  /** PyTorch's mark of what takes no part in a loss. */
  static final long NO_LABEL = -100;

  /** Corrections are ten times, of sides five times, those of the box itself. */
  static final BoxCoder CODER = new BoxCoder(10, 10, 5, 5);

  private final Linear first;
  private final Linear second;
  private final Linear score;
  private final Linear correction;

  /**
   * What the head says.
   *
   * @param logits regions, classes; background is class 0
   * @param deltas regions, classes times dx, dy, dw, dh
   */
  record Output(Tensor logits, Tensor deltas) {}

  /**
   * The losses.
   *
   * @param category scalar
   * @param box scalar
   */
  record Parts(Tensor category, Tensor box) {}

  BoxHead(RoiConfig config, int channels, int classes, SplittableRandom random) {
    Initial initial = Initial.module(random);
    int width = config.boxChannels();
    int pool = config.boxPool();
    first = child("box_head.fc6", new Linear(channels * pool * pool, width, initial));
    second = child("box_head.fc7", new Linear(width, width, initial));
    score = child("box_predictor.cls_score", new Linear(width, classes, initial));
    correction = child("box_predictor.bbox_pred", new Linear(width, 4 * classes, initial));
  }

  /**
   * Looks at regions.
   *
   * @param features regions, channels, rows, columns
   */
  Output forward(Tensor features) {
    Tensor x = torch.relu_(first.forward(features.flatten(1, -1)));
    x = torch.relu_(second.forward(x));
    return new Output(Tensors.wide(score.forward(x)), Tensors.wide(correction.forward(x)));
  }

  /**
   * The losses of Fast R-CNN, as torchvision's {@code fastrcnn_loss}: cross-entropy of the classes,
   * averaged over the regions, and smooth L1 with a beta of 1/9 of the corrections for the right
   * class, divided by the number of all regions.
   *
   * @param regions at least one
   * @param targets box of the item of each foreground region, in their order
   */
  Parts losses(Output output, TrainingRegions regions, float[] targets) {
    int[] labels = regions.labels();
    long[] classes = new long[labels.length];
    for (int i = 0; i < labels.length; i++) {
      classes[i] = labels[i];
    }
    Tensor category =
        torch.cross_entropy_loss(
            output.logits(),
            Uploads.indexes(output.logits(), classes),
            new TensorOptional(),
            RpnLoss.MEAN,
            NO_LABEL,
            0);
    return new Parts(category, boxLoss(output, regions, targets));
  }

  private static Tensor boxLoss(Output output, TrainingRegions regions, float[] targets) {
    int[] foreground = regions.foreground();
    long classes = output.logits().size(1);
    long[] rows = new long[foreground.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = foreground[i] * classes + regions.labels()[foreground[i]];
    }
    Tensor deltas = output.deltas().view(-1, 4);
    Tensor sum =
        torch.smooth_l1_loss(
            deltas.index_select(0, Uploads.indexes(deltas, rows)),
            Uploads.numbers(deltas, targets, rows.length, 4),
            RpnLoss.SUM,
            RpnLoss.BETA);
    return Tensors.scaled(sum, 1.0 / regions.count());
  }
}
