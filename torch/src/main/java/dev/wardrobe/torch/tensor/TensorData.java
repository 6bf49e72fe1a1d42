package dev.wardrobe.torch.tensor;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Numbers into tensors and out of them. Tensors made here belong to the open scope. */
public final class TensorData {
  private TensorData() {}

  /** A 32-bit tensor on the CPU with a copy of the values, the last axis fastest. */
  public static Tensor of(float[] values, long... shape) {
    return fill(ScalarType.Float, MemorySegment.ofArray(values), values.length, shape);
  }

  /** A 64-bit tensor on the CPU. */
  public static Tensor of(double[] values, long... shape) {
    return fill(ScalarType.Double, MemorySegment.ofArray(values), values.length, shape);
  }

  /** A tensor of 64-bit integers on the CPU. */
  public static Tensor of(long[] values, long... shape) {
    return fill(ScalarType.Long, MemorySegment.ofArray(values), values.length, shape);
  }

  /** A tensor of 32-bit integers on the CPU. */
  public static Tensor of(int[] values, long... shape) {
    return fill(ScalarType.Int, MemorySegment.ofArray(values), values.length, shape);
  }

  /** A tensor of unsigned bytes on the CPU. */
  public static Tensor of(byte[] values, long... shape) {
    return fill(ScalarType.Byte, MemorySegment.ofArray(values), values.length, shape);
  }

  private static Tensor fill(ScalarType type, MemorySegment values, long count, long... shape) {
    Tensor tensor = empty(type, shape);
    if (tensor.numel() != count) {
      throw new IllegalArgumentException(
          "Expected %d values for the shape, but got %d".formatted(tensor.numel(), count));
    }
    memory(tensor).copyFrom(values);
    return tensor;
  }

  /** A tensor on the CPU whose values are not set. */
  public static Tensor empty(ScalarType type, long... shape) {
    return torch.empty(shape, new TensorOptions(type), new MemoryFormatOptional());
  }

  /** The values as 32-bit numbers, the last axis fastest; from any device and number type. */
  public static float[] floats(Tensor tensor) {
    return memory(onCpu(tensor, ScalarType.Float)).toArray(ValueLayout.JAVA_FLOAT);
  }

  /** The values as 64-bit numbers. */
  public static double[] doubles(Tensor tensor) {
    return memory(onCpu(tensor, ScalarType.Double)).toArray(ValueLayout.JAVA_DOUBLE);
  }

  /** The values as 64-bit integers. */
  public static long[] longs(Tensor tensor) {
    return memory(onCpu(tensor, ScalarType.Long)).toArray(ValueLayout.JAVA_LONG);
  }

  private static Tensor onCpu(Tensor tensor, ScalarType type) {
    return tensor.detach().cpu().to(type).contiguous();
  }

  /**
   * The memory of a contiguous tensor on the CPU, to read and write.
   *
   * @throws IllegalArgumentException if it is not contiguous
   */
  public static MemorySegment memory(Tensor tensor) {
    if (!tensor.is_contiguous()) {
      throw new IllegalArgumentException("Expected a contiguous tensor");
    }
    long bytes = tensor.nbytes();
    return bytes == 0
        ? MemorySegment.NULL
        : MemorySegment.ofAddress(tensor.data_ptr().address()).reinterpret(bytes);
  }
}
