package dev.wardrobe.torch.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution, a norm where one is wanted, and ReLU where it is wanted: torchvision's {@code
 * Conv2dNormActivation}. The convolution is called 0, the norm 1; the convolution has a bias where
 * there is no norm.
 */
public final class ConvBlock extends UnaryLayer {
  private final Conv2d convolution;
  private final Optional<Norm> norm;
  private final boolean relu;

  /**
   * A block with fresh weights.
   *
   * @param norm makes the norm of a number of channels
   */
  public ConvBlock(
      Conv2d.Shape shape, Optional<IntFunction<Norm>> norm, boolean relu, Initial initial) {
    this.convolution = child("0", new Conv2d(shape, norm.isEmpty(), initial));
    this.norm = norm.map(kind -> child("1", kind.apply(shape.out())));
    this.relu = relu;
  }

  /**
   * Blocks of 3x3 convolutions with ReLU one after the other.
   *
   * @param in channels of the input
   * @param width channels of all outputs
   * @param count how many
   */
  public static Sequence stack(
      int in, int width, int count, Optional<IntFunction<Norm>> norm, Initial initial) {
    List<ConvBlock> blocks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Conv2d.Shape shape = Conv2d.Shape.same(i == 0 ? in : width, width, 3, 1);
      blocks.add(new ConvBlock(shape, norm, true, initial));
    }
    return new Sequence(blocks);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor y = norm.isPresent() ? norm.get().after(convolution, x) : convolution.forward(x);
    return relu ? torch.relu_(y) : y;
  }
}
