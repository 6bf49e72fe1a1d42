package dev.wardrobe.torch.rcnn;

import dev.wardrobe.torch.layers.Conv2d;
import dev.wardrobe.torch.layers.ConvBlock;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A feature pyramid (arXiv 1612.03144), with torchvision's names: inner_blocks.0 to 3 bring the
 * stages to the same number of channels, layer_blocks.0 to 3 smooth the sums. A coarser level is
 * brought to the size of the finer one by taking the nearest cell.
 *
 * <p>Torchvision's {@code norm_layer} puts a norm after every convolution of the pyramid. Here, a
 * norm is only after those of the outputs: it costs less, and is enough for training from scratch.
 */
final class Fpn extends Layer {
  private final List<ConvBlock> inner = new ArrayList<>();
  private final List<ConvBlock> outputs = new ArrayList<>();

  /**
   * A pyramid with fresh weights: {@code kaiming_uniform_(a=1)}.
   *
   * @param in channels of the stages
   * @param channels of each level
   * @param norm of the outputs, if there is one
   */
  Fpn(List<Integer> in, int channels, Optional<IntFunction<Norm>> norm, SplittableRandom random) {
    Initial initial = Initial.kaimingUniform(random);
    for (int i = 0; i < in.size(); i++) {
      Conv2d.Shape shape = Conv2d.Shape.same(in.get(i), channels, 1, 1);
      inner.add(child("inner_blocks." + i, new ConvBlock(shape, Optional.empty(), false, initial)));
    }
    for (int i = 0; i < in.size(); i++) {
      Conv2d.Shape shape = Conv2d.Shape.same(channels, channels, 3, 1);
      outputs.add(child("layer_blocks." + i, new ConvBlock(shape, norm, false, initial)));
    }
  }

  /** The levels, finest first, one for each stage. */
  List<Tensor> forward(List<Tensor> stages) {
    List<Tensor> levels = new ArrayList<>();
    Tensor above = null;
    for (int i = stages.size() - 1; i >= 0; i--) {
      Tensor sum = inner.get(i).forward(stages.get(i));
      if (above != null) {
        sum = sum.add_(enlarged(above, sum));
      }
      above = sum;
      levels.addFirst(outputs.get(i).forward(sum));
    }
    return levels;
  }

  private static Tensor enlarged(Tensor map, Tensor like) {
    long[] size = {like.size(2), like.size(3)};
    return torch.upsample_nearest2d(map, size, new DoubleOptional(), new DoubleOptional());
  }
}
