package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.RpnConfig;
import dev.wardrobe.model.ops.Anchors;
import dev.wardrobe.torch.layers.Conv2d;
import dev.wardrobe.torch.layers.ConvBlock;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Sequence;
import dev.wardrobe.torch.layers.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Says of every anchor how likely it is an item's and how the item's box differs from it. Names as
 * torchvision's {@code RPNHead}: conv.0.0, cls_logits, bbox_pred.
 */
final class RpnHead extends Layer {
  private static final long[] ONE = {1, 1};
  private static final long[] ZERO = {0, 0};

  private final RpnConfig config;
  private final Sequence convolution;
  private final Conv2d objectness;
  private final Conv2d deltas;

  RpnHead(RpnConfig config, int channels, SplittableRandom random) {
    this.config = config;
    int anchors = config.aspectRatios().size();
    Initial initial = Initial.normal(random, .01);
    Conv2d.Shape shape = Conv2d.Shape.same(channels, channels, 3, 1);
    convolution =
        child("conv", new Sequence(List.of(new ConvBlock(shape, Optional.empty(), true, initial))));
    objectness =
        child("cls_logits", new Conv2d(Conv2d.Shape.same(channels, anchors, 1, 1), true, initial));
    deltas =
        child(
            "bbox_pred", new Conv2d(Conv2d.Shape.same(channels, 4 * anchors, 1, 1), true, initial));
  }

  /**
   * Looks at all levels.
   *
   * @param height of the padded images
   * @param width of the padded images
   */
  RpnOutput forward(List<Tensor> levels, int height, int width) {
    // Both outputs read the same map: as one convolution they read it once.
    Tensor weight = Tensors.cat(List.of(objectness.weight(), deltas.weight()), 0);
    Tensor bias =
        Tensors.cat(List.of(objectness.bias().orElseThrow(), deltas.bias().orElseThrow()), 0);
    List<Tensor> outputs = new ArrayList<>();
    int[][] sizes = new int[levels.size()][];
    int[] places = new int[levels.size()];
    for (int i = 0; i < sizes.length; i++) {
      Tensor map = convolution.forward(levels.get(i));
      sizes[i] = new int[] {(int) map.size(2), (int) map.size(3)};
      places[i] = sizes[i][0] * sizes[i][1];
      map = torch.conv2d(map, weight, new TensorOptional(bias), ONE, ZERO, ONE, 1);
      outputs.add(map.flatten(2, -1).transpose(1, 2));
    }
    Tensor values = Tensors.wide(Tensors.cat(outputs, 1));
    float[] anchors = Anchors.of(config, sizes, height, width);
    return new RpnOutput(values, places, anchors, config.aspectRatios().size());
  }
}
