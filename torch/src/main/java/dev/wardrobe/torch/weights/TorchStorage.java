package dev.wardrobe.torch.weights;

import dev.wardrobe.model.weights.Dtype;
import dev.wardrobe.model.weights.Wording;

/**
 * A run of numbers in a file of PyTorch's, which tensors are views of; as claimed, not yet checked.
 *
 * @param key its name in the file
 * @param type of its numbers
 * @param count how many there are
 */
record TorchStorage(String key, Dtype type, long count) {
  TorchStorage {
    if (count < 0 || count > Long.MAX_VALUE / Long.BYTES) {
      throw new IllegalArgumentException(
          "storage %s: found %d numbers, expected 0 or more".formatted(Wording.name(key), count));
    }
  }

  long bytes() {
    return count * type.bytes();
  }
}
