package dev.wardrobe.model.onnx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Detectors of a few nodes, as somebody else might have trained them. */
public final class TinyDetectors {
  private final OnnxGraph graph = new OnnxGraph();

  /** One that takes a float image called "images" of any size. */
  public TinyDetectors() {
    graph.input(new OnnxGraph.Value("images", ElementType.FLOAT, "1", "3", "height", "width"));
  }

  /** Adds an output of floats that are always the same. */
  public TinyDetectors floats(String name, float[] values, long... shape) {
    return output(name, ElementType.FLOAT, graph.constant(name + ".values", values, shape), shape);
  }

  /** Adds an output of integers that are always the same. */
  public TinyDetectors integers(String name, long... values) {
    long[] shape = {values.length};
    return output(name, ElementType.INT64, graph.constant(name + ".values", values, shape), shape);
  }

  private TinyDetectors output(String name, ElementType type, String value, long... shape) {
    graph.node("Identity", name, List.of(value));
    graph.output(new OnnxGraph.Value(name, type, axes(shape)));
    return this;
  }

  /**
   * Adds an output of 1 x 1 x 6: from the corner 0 0 to the means of the first two planes, a score
   * of the mean of the third, class 0.
   */
  public TinyDetectors means(String name) {
    String means =
        graph.node(
            "ReduceMean",
            "means",
            List.of("images", graph.integers(0, 2, 3)),
            Attribute.of("keepdims", 0));
    String zeros = graph.constant("zeros", new float[2], 2);
    String zero = graph.constant("zero", new float[1], 1);
    String row = graph.node("Concat", "row", List.of(zeros, means, zero), Attribute.of("axis", 0));
    graph.node("Reshape", name, List.of(row, graph.integers(1, 1, 6)));
    graph.output(new OnnxGraph.Value(name, ElementType.FLOAT, "1", "1", "6"));
    return this;
  }

  private static List<String> axes(long... shape) {
    List<String> axes = new ArrayList<>();
    for (long axis : shape) {
      axes.add(String.valueOf(axis));
    }
    return axes;
  }

  /** Writes the file. */
  public void write(Path file) {
    try {
      Files.write(file, graph.toModel("tiny", "somebody", "1", Map.of()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
