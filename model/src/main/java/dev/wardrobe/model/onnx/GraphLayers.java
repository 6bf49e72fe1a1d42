package dev.wardrobe.model.onnx;

import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.model.config.BackboneConfig.Norm;
import java.util.List;

/**
 * The layers of a network as nodes of a graph. Nodes and constants have the names that the weights
 * have in model files.
 */
final class GraphLayers {
  private static final float EPSILON = 1e-5f;

  /** What a reshape is to work out itself. */
  private static final int ANY = -1;

  private final OnnxGraph graph;
  private final GraphWeights weights;
  private final Norm norm;

  GraphLayers(OnnxGraph graph, GraphWeights weights, Norm norm) {
    this.graph = graph;
    this.weights = weights;
    this.norm = norm;
  }

  OnnxGraph graph() {
    return graph;
  }

  GraphWeights weights() {
    return weights;
  }

  /** Whether there are norms between the convolutions of pyramid and heads. */
  boolean normedHeads() {
    return norm == Norm.GROUP;
  }

  /** A square convolution that keeps a map's sides, or divides them by its stride. */
  record Shape(int in, int out, int kernel, int stride) {
    long[] weights() {
      return new long[] {out, in, kernel, kernel};
    }
  }

  /** A convolution with a bias. */
  String convolution(String x, String name, Shape shape) {
    float[] kernel = weights.get(name + ".weight", shape.weights());
    return convolution(x, name, shape, kernel, weights.get(name + ".bias", shape.out()));
  }

  /** A convolution with these numbers. */
  String convolution(String x, String name, Shape shape, float[] kernel, float... bias) {
    String weight = graph.constant(name + ".weight", kernel, shape.weights());
    List<String> inputs =
        bias.length == 0
            ? List.of(x, weight)
            : List.of(x, weight, graph.constant(name + ".bias", bias, bias.length));
    int pad = shape.kernel() / 2;
    return graph.node(
        "Conv",
        name,
        inputs,
        Attribute.ofAll("kernel_shape", shape.kernel(), shape.kernel()),
        Attribute.ofAll("strides", shape.stride(), shape.stride()),
        Attribute.ofAll("pads", pad, pad, pad, pad));
  }

  /** A convolution without a bias and the norm after it, of maps whose size may be any. */
  String normed(String x, String convolution, String norm, Shape shape) {
    return normed(x, convolution, norm, shape, ANY);
  }

  /**
   * A convolution without a bias and the norm after it.
   *
   * @param cells of the output; or {@link #ANY}, where there is always a map
   */
  private String normed(String x, String convolution, String norm, Shape shape, int cells) {
    float[] kernel = weights.get(convolution + ".weight", shape.weights());
    if (this.norm == Norm.GROUP) {
      return groupNorm(convolution(x, convolution, shape, kernel), norm, shape.out(), cells);
    }
    float[] scale = weights.get(norm + ".weight", shape.out());
    float[] shift = weights.get(norm + ".bias", shape.out());
    float[] mean = weights.get(norm + ".running_mean", shape.out());
    float[] variance = weights.get(norm + ".running_var", shape.out());
    int each = kernel.length / shape.out();
    for (int i = 0; i < scale.length; i++) {
      scale[i] *= (float) (1 / Math.sqrt(variance[i] + EPSILON));
      shift[i] -= mean[i] * scale[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] *= scale[i / each];
    }
    return convolution(x, convolution, shape, kernel, shift);
  }

  /**
   * A norm over groups of channels: as an instance norm of as many channels as there are groups,
   * which ONNX Runtime computes faster than its own GroupNormalization.
   */
  private String groupNorm(String x, String name, int channels, int cells) {
    int groups = BackboneConfig.groupsOf(channels);
    int each = cells == ANY ? ANY : channels / groups * cells;
    String unit = graph.filled(groups, 1);
    String zero = graph.filled(groups, 0);
    String grouped =
        graph.node("Reshape", name + ".groups", List.of(x, graph.integers(0, groups, each)));
    String even =
        graph.node(
            "InstanceNormalization",
            name + ".even",
            List.of(grouped, unit, zero),
            Attribute.of("epsilon", EPSILON));
    String shape = graph.node("Shape", name + ".shape", List.of(x));
    String back = graph.node("Reshape", name + ".channels", List.of(even, shape));
    String weight =
        graph.constant(name + ".weight", weights.get(name + ".weight", channels), channels, 1, 1);
    String bias =
        graph.constant(name + ".bias", weights.get(name + ".bias", channels), channels, 1, 1);
    String scaled = graph.node("Mul", name + ".scaled", List.of(back, weight));
    return graph.node("Add", name, List.of(scaled, bias));
  }

  String relu(String x) {
    return graph.node("Relu", x + ".relu", List.of(x));
  }

  /**
   * 3x3 convolutions with ReLU, one after the other, of any number of maps, none included.
   *
   * @param side of the maps
   */
  String stack(String x, String name, int side, int in, int width, int count) {
    String y = x;
    for (int i = 0; i < count; i++) {
      Shape shape = new Shape(i == 0 ? in : width, width, 3, 1);
      String block = name + "." + i;
      y =
          relu(
              normedHeads()
                  ? normed(y, block + ".0", block + ".1", shape, side * side)
                  : convolution(y, block + ".0", shape));
    }
    return y;
  }

  /** A transposed convolution that doubles the sides of a map. */
  String doubling(String x, String name, int in, int out, int kernel) {
    String weight = constant(name + ".weight", in, out, kernel, kernel);
    String bias = constant(name + ".bias", out);
    int pad = kernel / 2 - 1;
    return graph.node(
        "ConvTranspose",
        name,
        List.of(x, weight, bias),
        Attribute.ofAll("kernel_shape", kernel, kernel),
        Attribute.ofAll("strides", 2, 2),
        Attribute.ofAll("pads", pad, pad, pad, pad));
  }

  /** A fully connected layer. */
  String linear(String x, String name, int in, int out) {
    String weight = constant(name + ".weight", out, in);
    String bias = constant(name + ".bias", out);
    return graph.node("Gemm", name, List.of(x, weight, bias), Attribute.of("transB", 1));
  }

  /** Weights as they are in the model file. */
  private String constant(String name, long... shape) {
    return graph.constant(name, weights.get(name, shape), shape);
  }
}
