package dev.wardrobe.torch.rcnn;

import dev.wardrobe.torch.tensor.TensorData;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Java's numbers as tensors on the device of another tensor. */
final class Uploads {
  private Uploads() {}

  /** Numbers of the other tensor's type, but at least of 32 bits. */
  static Tensor numbers(Tensor like, float[] values, long... shape) {
    Tensor tensor = TensorData.of(values, shape);
    ScalarType type =
        like.scalar_type().intern() == ScalarType.Double ? ScalarType.Double : ScalarType.Float;
    return like.is_cuda() || type == ScalarType.Double ? tensor.to(like.device(), type) : tensor;
  }

  /** Indexes into the other tensor. */
  static Tensor indexes(Tensor like, long[] values) {
    Tensor tensor = TensorData.of(values, values.length);
    return like.is_cuda() ? tensor.to(like.device(), ScalarType.Long) : tensor;
  }
}
