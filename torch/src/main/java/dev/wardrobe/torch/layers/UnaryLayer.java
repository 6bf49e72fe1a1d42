package dev.wardrobe.torch.layers;

import org.bytedeco.pytorch.Tensor;

/** A layer that makes one tensor from one. */
public abstract class UnaryLayer extends Layer {
  /** A layer without parameters so far. */
  protected UnaryLayer() {}

  /** What comes out for an input; belongs to the open scope. */
  public abstract Tensor forward(Tensor x);
}
