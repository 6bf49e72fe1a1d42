package dev.wardrobe.model.weights;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Numbers as they lie in a file of weights, without PyTorch.
 *
 * @param type of the numbers
 * @param shape the length of each axis; empty for a single number; copied
 * @param memory the bytes: little-endian, the last axis fastest; not copied
 */
public record RawTensor(Dtype type, List<Long> shape, MemorySegment memory)
    implements TensorContent {
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /** Copies the shape and checks the length of the memory. */
  public RawTensor {
    shape = List.copyOf(shape);
    long expected = shape.stream().reduce((long) type.bytes(), Math::multiplyExact);
    if (memory.byteSize() != expected) {
      throw new IllegalArgumentException(
          "Expected %d bytes for %s of %s, but got %d"
              .formatted(expected, Wording.shape(shape), type, memory.byteSize()));
    }
  }

  /** A tensor of 32-bit numbers. */
  public static RawTensor of(float[] values, List<Long> shape) {
    MemorySegment memory = MemorySegment.ofArray(new byte[Float.BYTES * values.length]);
    MemorySegment.copy(values, 0, memory, FLOAT, 0, values.length);
    return new RawTensor(Dtype.F32, shape, memory);
  }

  @Override
  public void give(Taker taker) throws IOException {
    taker.take(memory);
  }

  /**
   * The numbers in 32 bits; those of 16-bit types are the same in 32.
   *
   * @throws IllegalArgumentException if they are neither 32-bit nor 16-bit floating point numbers
   */
  public float[] floats() {
    return switch (type) {
      case F32 -> memory.toArray(FLOAT);
      case F16 -> widened(Float::float16ToFloat);
      case BF16 -> widened(half -> Float.intBitsToFloat(half << Short.SIZE));
      default ->
          throw new IllegalArgumentException(
              "Expected floating point numbers of 16 or 32 bits, but got " + type);
    };
  }

  /** The numbers in 16 bits, each rounded to the nearest, halfway to the even one. */
  public RawTensor half() {
    float[] values = floats();
    short[] halves = new short[values.length];
    for (int i = 0; i < halves.length; i++) {
      halves[i] = Float.floatToFloat16(values[i]);
    }
    MemorySegment halved = MemorySegment.ofArray(new byte[Short.BYTES * halves.length]);
    MemorySegment.copy(halves, 0, halved, SHORT, 0, halves.length);
    return new RawTensor(Dtype.F16, shape, halved);
  }

  private float[] widened(Widening widening) {
    short[] halves = memory.toArray(SHORT);
    float[] values = new float[halves.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = widening.of(halves[i]);
    }
    return values;
  }

  @FunctionalInterface
  private interface Widening {
    float of(short half);
  }
}
