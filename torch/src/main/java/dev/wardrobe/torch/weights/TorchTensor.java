package dev.wardrobe.torch.weights;

import dev.wardrobe.model.weights.Wording;
import java.util.List;

/**
 * A view of a storage; one that does not lie within it cannot be made.
 *
 * @param storage what it reads from
 * @param offset the place of its first number
 * @param shape the length of each axis
 * @param strides how many numbers lie from one place to the next of each axis
 */
record TorchTensor(TorchStorage storage, long offset, List<Long> shape, List<Long> strides) {
  private static final int MOST_AXES = 64;

  TorchTensor {
    shape = List.copyOf(shape);
    strides = List.copyOf(strides);
    require(shape.size() == strides.size() && shape.size() <= MOST_AXES, shape, strides);
    require(shape.stream().allMatch(length -> length >= 0), shape, strides);
    require(strides.stream().allMatch(stride -> stride >= 0), shape, strides);
    if (offset < 0 || end(offset, shape, strides) > storage.count()) {
      throw new IllegalArgumentException(
          "a tensor of shape %s at %d is not within its storage of %d numbers"
              .formatted(Wording.shape(shape), offset, storage.count()));
    }
  }

  private static void require(boolean right, List<Long> shape, List<Long> strides) {
    if (!right) {
      throw new IllegalArgumentException(
          "found a tensor of shape %s and strides %s"
              .formatted(Wording.name(Wording.shape(shape)), Wording.name(Wording.shape(strides))));
    }
  }

  /** One after the place of the last number. */
  private static long end(long offset, List<Long> shape, List<Long> strides) {
    try {
      long count = count(shape);
      long last = offset;
      for (int axis = 0; axis < shape.size(); axis++) {
        long steps = Math.max(0, shape.get(axis) - 1);
        last = Math.addExact(last, Math.multiplyExact(steps, strides.get(axis)));
      }
      return count == 0 ? offset : Math.addExact(last, 1);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "a tensor of shape %s is too large".formatted(Wording.shape(shape)), e);
    }
  }

  private static long count(List<Long> shape) {
    long count = Long.BYTES; // its bytes have to fit too
    for (long length : shape) {
      count = Math.multiplyExact(count, Math.max(1, length));
    }
    return shape.contains(0L) ? 0 : count / Long.BYTES;
  }

  /** How many bytes it has, with memory of its own. */
  long bytes() {
    return count(shape) * storage.type().bytes();
  }

  /** Whether it is its whole storage, in order. */
  boolean isWhole() {
    long expected = 1;
    for (int axis = shape.size() - 1; axis >= 0; axis--) {
      if (shape.get(axis) != 1 && strides.get(axis) != expected) {
        return false;
      }
      expected *= shape.get(axis);
    }
    return offset == 0 && expected == storage.count();
  }
}
