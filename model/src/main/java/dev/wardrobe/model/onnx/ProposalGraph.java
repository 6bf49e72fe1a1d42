package dev.wardrobe.model.onnx;

import dev.wardrobe.model.config.RpnConfig;
import dev.wardrobe.model.onnx.GraphLayers.Shape;
import dev.wardrobe.model.ops.Anchors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The region proposal network: the boxes that are looked at closely, of one image. */
final class ProposalGraph {
  private static final String HEAD = "rpn.head.";
  private static final float SMALLEST = 1e-3f;

  private final GraphLayers layers;
  private final OnnxGraph graph;
  private final BoxGraph boxes;
  private final RpnConfig config;
  private final int channels;

  ProposalGraph(GraphLayers layers, RpnConfig config, int channels) {
    this.layers = layers;
    this.graph = layers.graph();
    this.boxes = new BoxGraph(graph);
    this.config = config;
    this.channels = channels;
  }

  /**
   * The proposals, x1 y1 x2 y2 of each, by descending objectness.
   *
   * @param levels of the pyramid, finest first
   * @param image the image, padding included
   * @param limits width, height of the image without padding
   */
  String proposals(List<String> levels, String image, String limits) {
    int anchors = config.aspectRatios().size();
    float[] kernel =
        joined(
            layers.weights().get(HEAD + "cls_logits.weight", anchors, channels, 1, 1),
            layers.weights().get(HEAD + "bbox_pred.weight", 4L * anchors, channels, 1, 1));
    float[] bias =
        joined(
            layers.weights().get(HEAD + "cls_logits.bias", anchors),
            layers.weights().get(HEAD + "bbox_pred.bias", 4L * anchors));
    Shape three = new Shape(channels, channels, 3, 1);
    String conv = HEAD + "conv.0.0";
    String convWeight =
        graph.constant(
            conv + ".weight",
            layers.weights().get(conv + ".weight", three.weights()),
            three.weights());
    String convBias =
        graph.constant(conv + ".bias", layers.weights().get(conv + ".bias", channels), channels);
    String bothWeight = graph.constant(HEAD + "both.weight", kernel, 5L * anchors, channels, 1, 1);
    String bothBias = graph.constant(HEAD + "both.bias", bias, 5L * anchors);
    String sides = graph.node("Shape", "rpn.image_shape", List.of(image));
    String imageSides =
        graph.node(
            "Slice",
            "rpn.image_sides",
            List.of(sides, graph.integers(2), graph.integers(4), graph.integers(0)));
    List<String> chosenBoxes = new ArrayList<>();
    List<String> chosenLogits = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      String name = "rpn.level" + level;
      String hidden =
          graph.node(
              "Conv",
              name + ".conv",
              List.of(levels.get(level), convWeight, convBias),
              Attribute.ofAll("kernel_shape", 3, 3),
              Attribute.ofAll("pads", 1, 1, 1, 1));
      String both =
          graph.node(
              "Conv",
              name + ".both",
              List.of(layers.relu(hidden), bothWeight, bothBias),
              Attribute.ofAll("kernel_shape", 1, 1));
      best(name, both, level, imageSides, limits, chosenBoxes, chosenLogits);
    }
    return merged(chosenBoxes, chosenLogits);
  }

  private static float[] joined(float[] first, float[] second) {
    float[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** The best anchors of a level, as boxes that do not overlap much. */
  private void best(
      String name,
      String both,
      int level,
      String imageSides,
      String limits,
      List<String> chosenBoxes,
      List<String> chosenLogits) {
    int anchors = config.aspectRatios().size();
    String rows =
        graph.node(
            "Transpose", name + ".places", List.of(both), Attribute.ofAll("perm", 0, 2, 3, 1));
    String objectness = part(name + ".objectness", rows, 0, anchors);
    String logits =
        graph.node("Reshape", name + ".logits", List.of(objectness, graph.integers(-1)));
    String deltas =
        graph.node(
            "Reshape",
            name + ".deltas",
            List.of(part(name + ".all_deltas", rows, anchors, 5 * anchors), graph.integers(-1, 4)));
    String count = graph.node("Shape", name + ".count", List.of(logits));
    String most =
        graph.node("Min", name + ".most", List.of(count, graph.integers(config.preNmsTest())));
    List<String> top = graph.nodes("TopK", name + ".top", 2, List.of(logits, most));
    String some = graph.node("Gather", name + ".some_deltas", List.of(deltas, top.get(1)));
    String decoded =
        boxes.decoded(
            name + ".boxes",
            some,
            anchors(name, both, top.get(1), level, imageSides),
            1,
            1,
            1,
            limits);
    String large = boxes.notSmall(name + ".large", decoded, 1, SMALLEST);
    String which =
        graph.node(
            "Reshape",
            name + ".which",
            List.of(graph.node("NonZero", name + ".nonzero", List.of(large)), graph.integers(-1)));
    String candidates = graph.node("Gather", name + ".candidates", List.of(decoded, which));
    String scores = graph.node("Gather", name + ".scores", List.of(top.get(0), which));
    String kept = kept(name, candidates, scores);
    chosenBoxes.add(graph.node("Gather", name + ".kept_boxes", List.of(candidates, kept)));
    chosenLogits.add(graph.node("Gather", name + ".kept_logits", List.of(scores, kept)));
  }

  private String part(String name, String rows, int from, int to) {
    return graph.node(
        "Slice", name, List.of(rows, graph.integers(from), graph.integers(to), graph.integers(3)));
  }

  /** The anchors of some indexes: by row, column and aspect ratio. */
  private String anchors(String name, String map, String indexes, int level, String imageSides) {
    int count = config.aspectRatios().size();
    String base = graph.constant(name + ".base_anchors", Anchors.base(config, level), count, 4);
    String shape = graph.node("Shape", name + ".map_shape", List.of(map));
    String mapSides =
        graph.node(
            "Slice",
            name + ".map_sides",
            List.of(shape, graph.integers(2), graph.integers(4), graph.integers(0)));
    String strides = graph.node("Div", name + ".strides", List.of(imageSides, mapSides));
    String columns = graph.node("Gather", name + ".columns", List.of(mapSides, graph.integers(1)));
    String each = graph.integers(count);
    String place = graph.node("Div", name + ".place", List.of(indexes, each));
    String ratio = graph.node("Mod", name + ".ratio", List.of(indexes, each));
    String row = graph.node("Div", name + ".row", List.of(place, columns));
    String column = graph.node("Mod", name + ".column", List.of(place, columns));
    String y =
        graph.node(
            "Mul",
            name + ".y",
            List.of(
                row,
                graph.node("Gather", name + ".stride_y", List.of(strides, graph.integers(0)))));
    String x =
        graph.node(
            "Mul",
            name + ".x",
            List.of(
                column,
                graph.node("Gather", name + ".stride_x", List.of(strides, graph.integers(1)))));
    String ys = graph.node("Unsqueeze", name + ".ys", List.of(y, graph.integers(1)));
    String xs = graph.node("Unsqueeze", name + ".xs", List.of(x, graph.integers(1)));
    String shifts =
        graph.node("Concat", name + ".shifts", List.of(xs, ys, xs, ys), Attribute.of("axis", 1));
    String moved =
        graph.node(
            "Cast", name + ".moved", List.of(shifts), Attribute.of("to", ElementType.FLOAT.code()));
    String own = graph.node("Gather", name + ".own_anchors", List.of(base, ratio));
    return graph.node("Add", name + ".anchors", List.of(own, moved));
  }

  /** Which boxes of a level are not suppressed, by descending score; no more than are needed. */
  private String kept(String name, String candidates, String scores) {
    String selected =
        graph.node(
            "NonMaxSuppression",
            name + ".nms",
            List.of(
                graph.node(
                    "Unsqueeze", name + ".nms_boxes", List.of(candidates, graph.integers(0))),
                graph.node(
                    "Unsqueeze", name + ".nms_scores", List.of(scores, graph.integers(0, 1))),
                graph.integers(config.postNmsTest()),
                graph.constant(
                    name + ".nms_threshold", new float[] {(float) config.nmsThreshold()}, 1)));
    String column =
        graph.node(
            "Slice",
            name + ".nms_column",
            List.of(selected, graph.integers(2), graph.integers(3), graph.integers(1)));
    return graph.node("Reshape", name + ".kept", List.of(column, graph.integers(-1)));
  }

  private String merged(List<String> chosenBoxes, List<String> chosenLogits) {
    String all = graph.node("Concat", "rpn.boxes", chosenBoxes, Attribute.of("axis", 0));
    String logits = graph.node("Concat", "rpn.logits", chosenLogits, Attribute.of("axis", 0));
    String count = graph.node("Shape", "rpn.count", List.of(logits));
    String most =
        graph.node("Min", "rpn.most", List.of(count, graph.integers(config.postNmsTest())));
    List<String> top = graph.nodes("TopK", "rpn.top", 2, List.of(logits, most));
    return graph.node("Gather", "rpn.proposals", List.of(all, top.get(1)));
  }
}
