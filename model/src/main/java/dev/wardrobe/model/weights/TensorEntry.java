package dev.wardrobe.model.weights;

import java.util.List;

/**
 * What the header of a safetensors file says of one tensor.
 *
 * @param name its name in the file
 * @param type of its numbers
 * @param shape the length of each axis; empty for a single number
 * @param begin where its bytes begin, counted from the first byte after the header
 * @param end where they end, exclusive
 */
public record TensorEntry(String name, Dtype type, List<Long> shape, long begin, long end) {
  /** Copies the shape. */
  public TensorEntry {
    shape = List.copyOf(shape);
  }

  /** How many bytes it has. */
  public long bytes() {
    return end - begin;
  }
}
