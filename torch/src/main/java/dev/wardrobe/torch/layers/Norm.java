package dev.wardrobe.torch.layers;

import org.bytedeco.pytorch.Tensor;

/** What follows a convolution to keep the numbers of a map in a good range. */
public abstract class Norm extends UnaryLayer {
  /** A norm without parameters so far. */
  protected Norm() {}

  /** The convolution of an input, normalised. */
  public abstract Tensor after(Conv2d convolution, Tensor x);
}
