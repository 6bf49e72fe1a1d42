package dev.wardrobe.model.onnx;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.RoiConfig;
import java.util.List;

/** The box head and what it finds in the proposals: boxes, labels and scores. */
final class DetectionGraph {
  private static final String HEAD = "roi_heads.";
  private static final float SMALLEST = 1e-2f;
  private static final float CENTRE = 10;
  private static final float SIDE = 5;

  private final GraphLayers layers;
  private final OnnxGraph graph;
  private final RoiConfig config;
  private final int channels;
  private final int classes;

  DetectionGraph(GraphLayers layers, Config config) {
    this.layers = layers;
    this.graph = layers.graph();
    this.config = config.roi();
    this.channels = config.backbone().pyramidChannels();
    this.classes = config.streams().classes();
  }

  /**
   * What is found, by descending score.
   *
   * @param boxes x1 y1 x2 y2 of each
   * @param labels 1 and up
   * @param scores 0 to 1
   */
  record Found(String boxes, String labels, String scores) {}

  /**
   * Looks at proposals.
   *
   * @param limits width, height of the image without padding
   * @param threshold what is found with a lower score, or this one, is dropped
   */
  Found found(RegionGraph regions, String proposals, String limits, String threshold) {
    int pool = config.boxPool();
    String grids = regions.grids("boxes.grids", proposals, pool);
    String flat = graph.node("Flatten", "boxes.flat", List.of(grids), Attribute.of("axis", 1));
    int width = config.boxChannels();
    String x =
        layers.relu(layers.linear(flat, HEAD + "box_head.fc6", channels * pool * pool, width));
    x = layers.relu(layers.linear(x, HEAD + "box_head.fc7", width, width));
    String logits = layers.linear(x, HEAD + "box_predictor.cls_score", width, classes);
    String deltas = layers.linear(x, HEAD + "box_predictor.bbox_pred", width, 4 * classes);
    String chances =
        graph.node("Softmax", "boxes.chances", List.of(logits), Attribute.of("axis", 1));
    String all =
        new BoxGraph(graph)
            .decoded(
                "boxes.decoded",
                graph.node(
                    "Reshape", "boxes.deltas", List.of(deltas, graph.integers(0, classes, 4))),
                graph.node("Unsqueeze", "boxes.references", List.of(proposals, graph.integers(1))),
                2,
                CENTRE,
                SIDE,
                limits);
    return kept(byClass("boxes.by_class", all, 1, 0, 2), chances, threshold);
  }

  /** Without the background, classes first. */
  private String byClass(String name, String values, long... permutation) {
    String some =
        graph.node(
            "Slice",
            name + ".foreground",
            List.of(values, graph.integers(1), graph.integers(classes), graph.integers(1)));
    return graph.node("Transpose", name, List.of(some), Attribute.ofAll("perm", permutation));
  }

  /** What is likely enough, not empty and not suppressed by better boxes of its class. */
  private Found kept(String boxes, String chances, String threshold) {
    String large = new BoxGraph(graph).notSmall("boxes.large", boxes, 2, SMALLEST);
    String scores =
        graph.node(
            "Where",
            "boxes.scores",
            List.of(large, byClass("boxes.chances_by_class", chances, 1, 0), graph.number(0)));
    String selected =
        graph.node(
            "NonMaxSuppression",
            "boxes.nms",
            List.of(
                boxes,
                graph.node("Unsqueeze", "boxes.nms_scores", List.of(scores, graph.integers(1))),
                graph.integers(config.detectionsPerImage()),
                graph.constant(
                    "boxes.nms_threshold", new float[] {(float) config.nmsThreshold()}, 1),
                threshold));
    String which =
        graph.node(
            "Gather",
            "boxes.which",
            List.of(selected, graph.integers(0, 2)),
            Attribute.of("axis", 1));
    String candidates = graph.node("GatherND", "boxes.candidates", List.of(boxes, which));
    String chosen = graph.node("GatherND", "boxes.candidate_scores", List.of(scores, which));
    String count = graph.node("Shape", "boxes.count", List.of(chosen));
    String most =
        graph.node(
            "Min", "boxes.most", List.of(count, graph.integers(config.detectionsPerImage())));
    List<String> top = graph.nodes("TopK", "boxes.top", 2, List.of(chosen, most));
    String classOfEach =
        graph.node(
            "Reshape",
            "boxes.class_of_each",
            List.of(
                graph.node(
                    "Slice",
                    "boxes.class_column",
                    List.of(which, graph.integers(0), graph.integers(1), graph.integers(1))),
                graph.integers(-1)));
    String zeroBased = graph.node("Gather", "boxes.zero_based", List.of(classOfEach, top.get(1)));
    return new Found(
        graph.node("Gather", MatchRcnnGraph.BOXES, List.of(candidates, top.get(1))),
        graph.node("Add", MatchRcnnGraph.LABELS, List.of(zeroBased, graph.integers(1))),
        graph.node("Identity", MatchRcnnGraph.SCORES, List.of(top.get(0))));
  }
}
