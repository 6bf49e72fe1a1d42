package dev.wardrobe.torch.weights;

import dev.wardrobe.torch.layers.Layer;
import java.util.Map;

/** A layer with parameters of given names and shapes, all zeros. */
final class Network extends Layer {
  Network(Map<String, long[]> shapes) {
    shapes.forEach(this::parameter);
  }

  Network withBuffer(String name, long... shape) {
    buffer(name, shape);
    return this;
  }
}
