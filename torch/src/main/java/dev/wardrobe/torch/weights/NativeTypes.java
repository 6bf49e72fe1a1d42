package dev.wardrobe.torch.weights;

import dev.wardrobe.model.weights.Dtype;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The types of numbers in files of weights under PyTorch's names. */
final class NativeTypes {
  private NativeTypes() {}

  /**
   * The type of a tensor.
   *
   * @throws IllegalArgumentException if files cannot hold it
   */
  static Dtype of(ScalarType type) {
    return switch (type.intern()) {
      case Double -> Dtype.F64;
      case Float -> Dtype.F32;
      case Half -> Dtype.F16;
      case BFloat16 -> Dtype.BF16;
      case Long -> Dtype.I64;
      case Int -> Dtype.I32;
      case Short -> Dtype.I16;
      case Char -> Dtype.I8;
      case Byte -> Dtype.U8;
      case Bool -> Dtype.BOOL;
      default ->
          throw new IllegalArgumentException(
              "Expected a tensor of %s, but got %s".formatted(Dtype.names(), type.intern()));
    };
  }

  /** PyTorch's name for a type. */
  static ScalarType of(Dtype type) {
    return switch (type) {
      case F64 -> ScalarType.Double;
      case F32 -> ScalarType.Float;
      case F16 -> ScalarType.Half;
      case BF16 -> ScalarType.BFloat16;
      case I64 -> ScalarType.Long;
      case I32 -> ScalarType.Int;
      case I16 -> ScalarType.Short;
      case I8 -> ScalarType.Char;
      case U8 -> ScalarType.Byte;
      case BOOL -> ScalarType.Bool;
    };
  }
}
