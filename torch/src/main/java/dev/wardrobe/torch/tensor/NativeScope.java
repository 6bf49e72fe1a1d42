package dev.wardrobe.torch.tensor;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Frees all tensors that a thread makes while it is open, when it is closed: one scope a training
 * step or a request, in a try statement. Scopes nest; what is made belongs to the innermost.
 */
public final class NativeScope implements AutoCloseable {
  private final PointerScope scope;

  private NativeScope(PointerScope scope) {
    this.scope = scope;
  }

  /** Opens a scope on this thread. */
  public static NativeScope open() {
    return new NativeScope(new PointerScope());
  }

  /**
   * Lets a tensor live beyond the scope it was made in. Whoever keeps it frees it with {@code
   * close()}.
   *
   * @return the same tensor
   */
  public static Tensor keep(Tensor tensor) {
    return tensor.retainReference();
  }

  /** Frees what was made in the scope and not kept. */
  @Override
  public void close() {
    scope.close();
  }
}
