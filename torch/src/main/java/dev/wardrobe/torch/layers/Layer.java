package dev.wardrobe.torch.layers;

import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A part of a network: parameters, which are trained, buffers, which are not, and other layers,
 * each under a name. The full name of a tensor is the names on the way to it, joined by dots: the
 * names of torchvision's state dict where torchvision has such a layer.
 *
 * <p>Not a wrapper of PyTorch's modules, but plain Java over its functions. Tensors live until the
 * layer is closed, outside every scope.
 */
public abstract class Layer implements AutoCloseable {
  private final Map<String, Layer> children = new LinkedHashMap<>();
  private final List<Layer> parts = new ArrayList<>();
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final Map<String, Tensor> buffers = new LinkedHashMap<>();

  /** A layer without parameters so far. */
  protected Layer() {}

  /** Adds a layer under a name, which may have dots. */
  protected final <L extends Layer> L child(String name, L layer) {
    requireNew(name);
    children.put(name, layer);
    return layer;
  }

  /** Adds a layer without a name of its own: its names follow this layer's. */
  protected final <L extends Layer> L part(L layer) {
    parts.add(layer);
    return layer;
  }

  /** Adds a parameter: 32-bit zeros on the CPU that want a gradient. */
  protected final Tensor parameter(String name, long... shape) {
    requireNew(name);
    Tensor tensor = NativeTensors.zeros(shape);
    tensor.set_requires_grad(true);
    parameters.put(name, tensor);
    return tensor;
  }

  /** Adds a buffer: 32-bit zeros on the CPU. */
  protected final Tensor buffer(String name, long... shape) {
    requireNew(name);
    Tensor tensor = NativeTensors.zeros(shape);
    buffers.put(name, tensor);
    return tensor;
  }

  private void requireNew(String name) {
    if (children.containsKey(name) || parameters.containsKey(name) || buffers.containsKey(name)) {
      throw new IllegalArgumentException("There is already a " + name);
    }
  }

  /** What is trained, by full name, in the order in which it was added. */
  public final Map<String, Tensor> parameters() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    visit("", (prefix, layer) -> layer.parameters.forEach((n, t) -> all.put(prefix + n, t)));
    return Collections.unmodifiableMap(all);
  }

  /** Parameters and buffers, by full name: what a file of weights holds. */
  public final Map<String, Tensor> state() {
    Map<String, Tensor> all = new LinkedHashMap<>();
    visit(
        "",
        (prefix, layer) -> {
          layer.parameters.forEach((n, t) -> all.put(prefix + n, t));
          layer.buffers.forEach((n, t) -> all.put(prefix + n, t));
        });
    return Collections.unmodifiableMap(all);
  }

  /** The parameters that are not frozen, by full name. */
  public final Map<String, Tensor> trainable() {
    Map<String, Tensor> all = new LinkedHashMap<>(parameters());
    all.values().removeIf(tensor -> !tensor.requires_grad());
    return Collections.unmodifiableMap(all);
  }

  /** Takes all parameters out of training: they want no gradient any more. */
  public final void freeze() {
    parameters().values().forEach(tensor -> tensor.set_requires_grad(false));
  }

  /** Moves all tensors to a device, before training starts. */
  public void to(TensorDevice device) {
    replaceData(tensor -> tensor.to(device.toNative(), tensor.scalar_type()));
  }

  /** Gives all tensors another number type, such as 64-bit numbers to check gradients with. */
  public final void to(ScalarType type) {
    replaceData(tensor -> tensor.to(type));
  }

  private void replaceData(UnaryOperator<Tensor> change) {
    try (var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      state().values().forEach(tensor -> tensor.set_data(change.apply(tensor)));
    }
  }

  private void visit(String prefix, BiConsumer<String, Layer> action) {
    action.accept(prefix, this);
    children.forEach((name, layer) -> layer.visit(prefix + name + ".", action));
    parts.forEach(layer -> layer.visit(prefix, action));
  }

  /** Frees all tensors of the layer and of those in it. */
  @Override
  public void close() {
    state().values().forEach(Tensor::close);
  }

  /** Makes tensors that no scope frees. */
  private static final class NativeTensors {
    private NativeTensors() {}

    static Tensor zeros(long... shape) {
      try (var scope = NativeScope.open()) {
        return NativeScope.keep(torch.zeros(shape, new TensorOptions(ScalarType.Float)));
      }
    }
  }
}
