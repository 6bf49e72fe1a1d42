package dev.wardrobe.model.weights;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;

/** Numbers that can be written to a file of weights, wherever they are held. */
public interface TensorContent {
  /** The type of the numbers. */
  Dtype type();

  /** The length of each axis; empty for a single number. */
  List<Long> shape();

  /** Hands over the bytes: little-endian, the last axis fastest. They are valid during the call. */
  void give(Taker taker) throws IOException;

  /** How many bytes there are. */
  default long bytes() {
    return shape().stream().reduce((long) type().bytes(), Math::multiplyExact);
  }

  /** Takes bytes. */
  @FunctionalInterface
  interface Taker {
    /** Takes all bytes of a tensor. */
    void take(MemorySegment bytes) throws IOException;
  }
}
