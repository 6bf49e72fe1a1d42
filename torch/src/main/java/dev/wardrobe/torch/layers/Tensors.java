package dev.wardrobe.torch.layers;

import dev.wardrobe.torch.tensor.NativeScope;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Shorter spellings of PyTorch's functions. What they make belongs to the open scope. */
public final class Tensors {
  private Tensors() {}

  /** Tensors one after the other along an axis. */
  public static Tensor cat(List<Tensor> parts, int axis) {
    return parts.size() == 1
        ? parts.getFirst()
        : torch.cat(new TensorVector(parts.toArray(new Tensor[0])), axis);
  }

  /** A tensor times a number. */
  public static Tensor scaled(Tensor tensor, double factor) {
    return tensor.mul(new Scalar(factor));
  }

  /** The sum of scalars, the first one first. */
  public static Tensor sum(Collection<Tensor> scalars) {
    return scalars.stream().reduce(Tensor::add).orElseThrow();
  }

  /**
   * A zero that depends on all parameters of a layer: its gradient gives each of them zeros, so
   * that a step without anything to learn from is a step like others.
   */
  public static Tensor zeroOf(Layer layer) {
    Tensor[] firsts =
        layer.parameters().values().stream()
            .map(parameter -> parameter.view(-1).narrow(0, 0, 1))
            .toArray(Tensor[]::new);
    return scaled(torch.cat(new TensorVector(firsts), 0).sum(), 0);
  }

  /** At least 32 bits a number, so that sums are exact where layers compute with 16. */
  public static Tensor wide(Tensor tensor) {
    ScalarType type = tensor.scalar_type().intern();
    return type == ScalarType.Float || type == ScalarType.Double
        ? tensor
        : tensor.to(ScalarType.Float);
  }

  static TensorOptional optional(Optional<Tensor> tensor) {
    return tensor.map(TensorOptional::new).orElseGet(TensorOptional::new);
  }

  /** Sets all numbers of a parameter or buffer. */
  static void fill(Tensor tensor, double value) {
    try (var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      tensor.fill_(new Scalar(value));
    }
  }
}
