package dev.wardrobe.model.onnx;

import dev.wardrobe.model.ops.BoxCoder;
import java.util.List;

/** Arithmetic on boxes, x1 y1 x2 y2 on the last axis, in the order of operations of BoxCoder. */
final class BoxGraph {
  private final OnnxGraph graph;

  BoxGraph(OnnxGraph graph) {
    this.graph = graph;
  }

  /** Two of the numbers on the last axis, from one on. */
  private String pair(String name, String values, int axis, int from) {
    return graph.node(
        "Slice",
        name,
        List.of(values, graph.integers(from), graph.integers(from + 2), graph.integers(axis)));
  }

  /**
   * Boxes from what a network predicts for references, cut off at the image's edges.
   *
   * @param deltas dx dy dw dh on the last axis
   * @param references of the same shape, or one that broadcasts to it
   * @param axis the last axis of both
   * @param centre what dx and dy are multiplied by
   * @param side what dw and dh are multiplied by
   * @param limits width, height of the image
   */
  String decoded(
      String name,
      String deltas,
      String references,
      int axis,
      float centre,
      float side,
      String limits) {
    String low = pair(name + ".reference_low", references, axis, 0);
    String high = pair(name + ".reference_high", references, axis, 2);
    String sides = graph.node("Sub", name + ".reference_sides", List.of(high, low));
    String half = graph.node("Mul", name + ".reference_half", List.of(sides, graph.number(.5f)));
    String centres = graph.node("Add", name + ".reference_centres", List.of(low, half));
    String shift = divided(name + ".shift", pair(name + ".dxy", deltas, axis, 0), centre);
    String growth = divided(name + ".growth", pair(name + ".dwh", deltas, axis, 2), side);
    String capped =
        graph.node("Min", name + ".capped", List.of(growth, graph.number(BoxCoder.CLIP)));
    String moved = graph.node("Mul", name + ".moved", List.of(shift, sides));
    String newCentres = graph.node("Add", name + ".centres", List.of(moved, centres));
    String factor = graph.node("Exp", name + ".factor", List.of(capped));
    String newSides = graph.node("Mul", name + ".sides", List.of(factor, sides));
    String newHalf = graph.node("Mul", name + ".half", List.of(newSides, graph.number(.5f)));
    String lows = graph.node("Sub", name + ".lows", List.of(newCentres, newHalf));
    String highs = graph.node("Add", name + ".highs", List.of(newCentres, newHalf));
    return graph.node(
        "Concat",
        name,
        List.of(clipped(lows, limits), clipped(highs, limits)),
        Attribute.of("axis", axis));
  }

  private String divided(String name, String values, float by) {
    return by == 1 ? values : graph.node("Div", name, List.of(values, graph.number(by)));
  }

  private String clipped(String values, String limits) {
    String below = graph.node("Min", values + ".below", List.of(values, limits));
    return graph.node("Max", values + ".inside", List.of(below, graph.number(0)));
  }

  /** Whether both sides of boxes are at least so long; the last axis is gone. */
  String notSmall(String name, String boxes, int axis, float least) {
    String low = pair(name + ".low", boxes, axis, 0);
    String high = pair(name + ".high", boxes, axis, 2);
    String sides = graph.node("Sub", name + ".sides", List.of(high, low));
    String shorter =
        graph.node(
            "ReduceMin",
            name + ".shorter",
            List.of(sides, graph.integers(axis)),
            Attribute.of("keepdims", 0));
    return graph.node("GreaterOrEqual", name, List.of(shorter, graph.number(least)));
  }
}
