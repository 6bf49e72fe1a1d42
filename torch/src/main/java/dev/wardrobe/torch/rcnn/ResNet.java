package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.torch.layers.Conv2d;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Norm;
import dev.wardrobe.torch.layers.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A ResNet without its classifier (arXiv 1512.03385), with torchvision's names: conv1, bn1, layer1
 * to layer4. Norms are called bn1 and so on, whatever their kind.
 */
final class ResNet extends Layer {
  private final Conv2d stem;
  private final Norm stemNorm;
  private final List<Sequence> stages = new ArrayList<>();

  /**
   * A network with fresh weights: {@code kaiming_normal_(mode="fan_out")}.
   *
   * @param norm makes the norm of a number of channels
   */
  ResNet(BackboneConfig config, IntFunction<Norm> norm, SplittableRandom random) {
    Initial initial = Initial.kaimingNormal(random);
    stem = child("conv1", new Conv2d(Conv2d.Shape.same(3, config.width(), 7, 2), false, initial));
    stemNorm = child("bn1", norm.apply(config.width()));
    int in = config.width();
    for (int stage = 0; stage < config.blocks().size(); stage++) {
      List<ResidualBlock> blocks = new ArrayList<>();
      int width = config.width() << stage;
      for (int i = 0; i < config.blocks().get(stage); i++) {
        int stride = i == 0 && stage > 0 ? 2 : 1;
        blocks.add(new ResidualBlock(config.block(), in, width, stride, norm, initial));
        in = config.stageChannels(stage);
      }
      stages.add(child("layer" + (stage + 1), new Sequence(blocks)));
    }
    freeze(config.frozenStages());
  }

  private void freeze(int count) {
    if (count > 0) {
      stem.freeze();
      stemNorm.freeze();
    }
    for (int stage = 1; stage < count; stage++) {
      stages.get(stage - 1).freeze();
    }
  }

  /** The outputs of the four stages, with strides of 4, 8, 16 and 32 pixels. */
  List<Tensor> forward(Tensor images) {
    long[] three = {3, 3};
    long[] two = {2, 2};
    long[] one = {1, 1};
    Tensor x = torch.relu_(stemNorm.after(stem, images));
    x = torch.max_pool2d(x, three, two, one, one, false);
    List<Tensor> maps = new ArrayList<>();
    for (Sequence stage : stages) {
      x = stage.forward(x);
      maps.add(x);
    }
    return maps;
  }
}
