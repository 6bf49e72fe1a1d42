package dev.wardrobe.torch.weights;

import dev.wardrobe.model.weights.Wording;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the tensors in what a pickle holds; maps and lists in it may be shared or cyclic. */
final class TorchTree {
  private static final int DEEPEST = 32;
  private static final int MOST_VALUES = 1_000_000;
  private static final int LONGEST_NAME = 1000;

  private final Map<String, TorchTensor> tensors = new LinkedHashMap<>();
  private int values;

  private TorchTree() {}

  /**
   * The tensors by their names on the way to them, joined by dots.
   *
   * @throws TorchFormatException if there is none, or no end to them
   */
  static Map<String, TorchTensor> tensors(Object root) throws TorchFormatException {
    if (!(root instanceof Map<?, ?> map)) {
      throw new TorchFormatException(
          "it holds no map of tensors; expected what torch.save(model.state_dict(), ...) writes");
    }
    TorchTree tree = new TorchTree();
    tree.visitMap("", map, 1);
    if (tree.tensors.isEmpty()) {
      throw new TorchFormatException("it holds no tensor");
    }
    return tree.tensors;
  }

  private void visitMap(String prefix, Map<?, ?> map, int depth) throws TorchFormatException {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      visit(prefix, String.valueOf(entry.getKey()), entry.getValue(), depth);
    }
  }

  private void visit(String prefix, String name, Object value, int depth)
      throws TorchFormatException {
    if (++values > MOST_VALUES || depth > DEEPEST) {
      throw new TorchFormatException(
          "its maps and lists hold more than %d values, or lie more than %d deep"
              .formatted(MOST_VALUES, DEEPEST));
    }
    if (prefix.length() + name.length() > LONGEST_NAME) {
      throw new TorchFormatException(
          "found a name of more than %d letters: %s".formatted(LONGEST_NAME, Wording.name(name)));
    }
    String full = prefix + name;
    switch (value) {
      case Map<?, ?> map -> visitMap(full + ".", map, depth + 1);
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          visit(full + ".", String.valueOf(i), list.get(i), depth + 1);
        }
      }
      case TorchTensor tensor -> {
        if (tensors.put(full, tensor) != null) {
          throw new TorchFormatException("found two tensors named " + Wording.name(full));
        }
      }
      default -> {
        // a number, a string: no weights
      }
    }
  }
}
