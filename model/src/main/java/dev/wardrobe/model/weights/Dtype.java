package dev.wardrobe.model.weights;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** A type of numbers in a file of weights, under its name in safetensors. */
public enum Dtype {
  /** 64-bit floating point. */
  F64(8),
  /** 32-bit floating point. */
  F32(4),
  /** 16-bit floating point of IEEE 754. */
  F16(2),
  /** The upper half of a 32-bit floating point number. */
  BF16(2),
  /** 64-bit integer. */
  I64(8),
  /** 32-bit integer. */
  I32(4),
  /** 16-bit integer. */
  I16(2),
  /** 8-bit integer. */
  I8(1),
  /** Unsigned 8-bit integer. */
  U8(1),
  /** 0 or 1 in a byte. */
  BOOL(1);

  private final int bytes;

  Dtype(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** The type of a name in a file; empty if unknown here. */
  static Optional<Dtype> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  /** All names, for messages. */
  static String names() {
    return Arrays.stream(values()).map(Dtype::name).collect(Collectors.joining(", "));
  }

  /**
   * The type of a tensor.
   *
   * @throws IllegalArgumentException if files cannot hold it
   */
  static Dtype of(ScalarType type) {
    return switch (type.intern()) {
      case Double -> F64;
      case Float -> F32;
      case Half -> F16;
      case BFloat16 -> BF16;
      case Long -> I64;
      case Int -> I32;
      case Short -> I16;
      case Char -> I8;
      case Byte -> U8;
      case Bool -> BOOL;
      default ->
          throw new IllegalArgumentException(
              "Expected a tensor of %s, but got %s".formatted(names(), type.intern()));
    };
  }

  /** PyTorch's name for it. */
  ScalarType toNative() {
    return switch (this) {
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
