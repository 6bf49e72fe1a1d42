package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.BackboneConfig.Block;
import dev.wardrobe.torch.layers.Conv2d;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.layers.Norm;
import dev.wardrobe.torch.layers.UnaryLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A block of a ResNet, with torchvision's names: conv1 and bn1, conv2 and bn2, in a bottleneck
 * conv3 and bn3, and downsample.0 and downsample.1 where the shape changes. A bottleneck has its
 * stride in the 3x3 convolution.
 */
final class ResidualBlock extends UnaryLayer {
  private static final int EXPANSION = 4;

  private final List<Conv2d> convolutions = new ArrayList<>();
  private final List<Norm> norms = new ArrayList<>();
  private final Optional<Conv2d> shortcut;
  private final Optional<Norm> shortcutNorm;

  /**
   * A block with fresh weights.
   *
   * @param in channels of the input
   * @param width channels inside; of the output too, or a quarter of them in a bottleneck
   */
  ResidualBlock(
      Block kind, int in, int width, int stride, IntFunction<Norm> norm, Initial initial) {
    int out = kind == Block.BASIC ? width : EXPANSION * width;
    if (kind == Block.BASIC) {
      add(Conv2d.Shape.same(in, width, 3, stride), norm, initial);
      add(Conv2d.Shape.same(width, width, 3, 1), norm, initial);
    } else {
      add(Conv2d.Shape.same(in, width, 1, 1), norm, initial);
      add(Conv2d.Shape.same(width, width, 3, stride), norm, initial);
      add(Conv2d.Shape.same(width, out, 1, 1), norm, initial);
    }
    if (stride == 1 && in == out) {
      shortcut = Optional.empty();
      shortcutNorm = Optional.empty();
    } else {
      Conv2d.Shape shape = Conv2d.Shape.same(in, out, 1, stride);
      shortcut = Optional.of(child("downsample.0", new Conv2d(shape, false, initial)));
      shortcutNorm = Optional.of(child("downsample.1", norm.apply(out)));
    }
  }

  private void add(Conv2d.Shape shape, IntFunction<Norm> norm, Initial initial) {
    int number = convolutions.size() + 1;
    convolutions.add(child("conv" + number, new Conv2d(shape, false, initial)));
    norms.add(child("bn" + number, norm.apply(shape.out())));
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor y = x;
    int last = convolutions.size() - 1;
    for (int i = 0; i < last; i++) {
      y = torch.relu_(norms.get(i).after(convolutions.get(i), y));
    }
    y = norms.get(last).after(convolutions.get(last), y);
    Tensor identity =
        shortcut.isPresent() ? shortcutNorm.orElseThrow().after(shortcut.get(), x) : x;
    return torch.relu_(y.add_(identity));
  }
}
