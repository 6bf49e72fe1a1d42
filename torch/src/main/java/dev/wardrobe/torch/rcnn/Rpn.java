package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.RpnConfig;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.torch.layers.Layer;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;

/** The region proposal network (Faster R-CNN, arXiv 1506.01497, section 3). */
final class Rpn extends Layer {
  private final RpnHead head;
  private final RpnLoss loss;
  private final Proposals proposals;

  Rpn(RpnConfig config, int channels, SplittableRandom random) {
    head = child("head", new RpnHead(config, channels, random));
    loss = new RpnLoss(config);
    proposals = new Proposals(config);
  }

  /** What it says about all anchors of padded images of this size. */
  RpnOutput forward(List<Tensor> levels, int height, int width) {
    return head.forward(levels, height, width);
  }

  /** The proposals of each image, x1 y1 x2 y2, by descending objectness. */
  List<float[]> proposals(RpnOutput output, List<ImageTargets> images, boolean training) {
    return proposals.of(output, images, training);
  }

  /** The losses, for the boxes of the items of each image. */
  RpnLoss.Parts losses(RpnOutput output, List<float[]> items, SplittableRandom random) {
    return loss.of(output, items, random);
  }
}
