package dev.wardrobe.model.onnx;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.HeadsConfig;
import java.util.List;

/** The heads that look at found items: masks, heat maps of landmarks, features. */
final class CloserGraph {
  private static final String HEAD = "roi_heads.";

  private final GraphLayers layers;
  private final OnnxGraph graph;
  private final Config whole;
  private final HeadsConfig config;
  private final int channels;

  CloserGraph(GraphLayers layers, Config config) {
    this.layers = layers;
    this.graph = layers.graph();
    this.whole = config;
    this.config = config.heads();
    this.channels = config.backbone().pyramidChannels();
  }

  /** How many heat maps an item has in the graph's output: those of the category with the most. */
  static int heatmaps(Config config) {
    return config.streams().category() ? mostLandmarks() : LandmarkSchema.TOTAL;
  }

  private static int mostLandmarks() {
    return Category.ALL.stream().mapToInt(c -> c.landmarks().count()).max().orElseThrow();
  }

  /** What the heads see of boxes: a matrix adds the margin to x1 y1 x2 y2 of each. */
  String views(String boxes) {
    float margin = (float) config.margin();
    if (margin == 0) {
      return boxes;
    }
    float[] matrix = {
      1 + margin,
      0,
      -margin,
      0, //
      0,
      1 + margin,
      0,
      -margin, //
      -margin,
      0,
      1 + margin,
      0, //
      0,
      -margin,
      0,
      1 + margin
    };
    return graph.node(
        "MatMul", "closer.views", List.of(boxes, graph.constant("closer.margin", matrix, 4, 4)));
  }

  /** Chances of being the item: items, rows, columns. */
  void masks(String grids, String labels) {
    int width = config.maskChannels();
    String x =
        layers.stack(
            grids, HEAD + "mask_head", config.pool(), channels, width, config.maskConvolutions());
    x = layers.relu(layers.doubling(x, HEAD + "mask_predictor.conv5_mask", width, width, 2));
    int maps = whole.streams().category() ? whole.streams().classes() : 1;
    String name = HEAD + "mask_predictor.mask_fcn_logits";
    String weights =
        graph.constant(
            name + ".weight",
            layers.weights().get(name + ".weight", maps, width, 1, 1),
            maps,
            1,
            width);
    String biases =
        graph.constant(name + ".bias", layers.weights().get(name + ".bias", maps), maps, 1, 1);
    String which =
        whole.streams().category()
            ? labels
            : graph.node("Mul", name + ".only", List.of(labels, graph.integers(0)));
    String own = graph.node("Gather", name + ".own_weight", List.of(weights, which));
    int side = config.maskSize();
    String cells =
        graph.node(
            "Reshape", name + ".cells", List.of(x, graph.integers(0, width, (long) side * side)));
    String product = graph.node("MatMul", name + ".product", List.of(own, cells));
    String bias = graph.node("Gather", name + ".own_bias", List.of(biases, which));
    String logits = graph.node("Add", name, List.of(product, bias));
    String shaped =
        graph.node("Reshape", name + ".shaped", List.of(logits, graph.integers(0, side, side)));
    graph.node("Sigmoid", MatchRcnnGraph.MASKS, List.of(shaped));
  }

  /**
   * Heat maps of landmarks as logits: items, maps, rows, columns. With categories an item has the
   * maps of its own category's landmarks, in their order, and behind them zeros; else all 294.
   */
  void heatmaps(String grids, String labels) {
    int width = config.landmarkChannels();
    String x =
        layers.stack(
            grids,
            HEAD + "landmark_head",
            config.pool(),
            channels,
            width,
            config.landmarkConvolutions());
    int last = config.landmarkDoublings() - 1;
    for (int i = 0; i < last; i++) {
      String name = HEAD + "landmark_predictor." + i;
      x = layers.relu(layers.doubling(x, name, width, width, 4));
    }
    String name = HEAD + "landmark_predictor." + last;
    int maps = heatmaps(whole);
    long side = config.heatmapSize() / 2;
    String rows =
        graph.node("Transpose", name + ".rows", List.of(x), Attribute.ofAll("perm", 0, 2, 3, 1));
    String cells =
        graph.node(
            "Reshape", name + ".cells", List.of(rows, graph.integers(0, side * side, width)));
    String product = graph.node("MatMul", name, List.of(cells, ownMaps(name, labels, width, maps)));
    String split =
        graph.node(
            "Reshape",
            name + ".split",
            List.of(product, graph.integers(0, side, side, maps, 2, 2)));
    String turned =
        graph.node(
            "Transpose",
            name + ".turned",
            List.of(split),
            Attribute.ofAll("perm", 0, 3, 1, 4, 2, 5));
    graph.node(
        "Reshape",
        MatchRcnnGraph.HEATMAPS,
        List.of(turned, graph.integers(0, maps, 2 * side, 2 * side)));
  }

  /** The weights of the maps that each item has: channels, maps times the four cells of each. */
  private String ownMaps(String name, String labels, int width, int maps) {
    float[] all = layers.weights().get(name + ".weight", width, LandmarkSchema.TOTAL, 2, 2);
    if (!whole.streams().category()) {
      return graph.constant(name + ".weight", all, width, 4L * maps);
    }
    int classes = whole.streams().classes();
    float[] byLabel = new float[classes * width * maps * 4];
    for (Category category : Category.ALL) {
      LandmarkSchema schema = category.landmarks();
      for (int channel = 0; channel < width; channel++) {
        System.arraycopy(
            all,
            4 * (channel * LandmarkSchema.TOTAL + schema.offset()),
            byLabel,
            4 * (category.id() * width + channel) * maps,
            4 * schema.count());
      }
    }
    String weights = graph.constant(name + ".weight", byLabel, classes, width, 4L * maps);
    return graph.node("Gather", name + ".own_weight", List.of(weights, labels));
  }

  /** Features of length 1: items, numbers. */
  void embeddings(String grids) {
    int width = config.matchChannels();
    String x =
        layers.stack(
            grids, HEAD + "match_head", config.pool(), channels, width, config.matchConvolutions());
    String name = HEAD + "match_predictor.embedding";
    String pooled =
        graph.node(
            "ReduceMean",
            name + ".pooled",
            List.of(x, graph.integers(2, 3)),
            Attribute.of("keepdims", 0));
    String numbers = layers.linear(pooled, name, width, config.embedding());
    String length = graph.node("ReduceL2", name + ".length", List.of(numbers, graph.integers(1)));
    String least = graph.node("Max", name + ".divisor", List.of(length, graph.number(1e-12f)));
    graph.node("Div", MatchRcnnGraph.EMBEDDINGS, List.of(numbers, least));
  }
}
