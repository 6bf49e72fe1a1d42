package dev.wardrobe.torch.layers;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Layers one after the other, named 0, 1, 2 and so on. */
public final class Sequence extends UnaryLayer {
  private final List<UnaryLayer> layers;

  /** A sequence; without layers it gives back what it gets. */
  public Sequence(List<? extends UnaryLayer> layers) {
    this.layers = List.copyOf(layers);
    for (int i = 0; i < layers.size(); i++) {
      child(Integer.toString(i), layers.get(i));
    }
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor y = x;
    for (UnaryLayer layer : layers) {
      y = layer.forward(y);
    }
    return y;
  }
}
