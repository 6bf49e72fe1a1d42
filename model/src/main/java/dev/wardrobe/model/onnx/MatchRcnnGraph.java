package dev.wardrobe.model.onnx;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.weights.ModelFile;
import java.util.List;
import java.util.Map;

/**
 * A trained Match R-CNN as one ONNX graph: a photo goes in, what is on it comes out. Made from a
 * model file alone.
 *
 * <table>
 * <caption>Inputs</caption>
 * <tr><th>Name</th><th>Numbers</th><th>What</th></tr>
 * <tr><td>{@value #IMAGE}</td><td>float, 1 x 3 x height x width</td><td>red, green and blue divided
 * by 255, less the mean, over the deviation; padded with zeros at the right and the bottom to
 * multiples of 32</td></tr>
 * <tr><td>{@value #SIZE}</td><td>float, 2</td><td>width and height without padding</td></tr>
 * <tr><td>{@value #THRESHOLD}</td><td>float, 1</td><td>what has this score or less is
 * dropped</td></tr>
 * <tr><td>{@value #KNOWN}</td><td>float, known x 4</td><td>boxes of which features are wanted, x1 y1
 * x2 y2; may be none; only with a match head</td></tr>
 * </table>
 *
 * <table>
 * <caption>Outputs, of items by descending score; pixels are those of the input</caption>
 * <tr><th>Name</th><th>Numbers</th><th>What</th></tr>
 * <tr><td>{@value #BOXES}</td><td>float, items x 4</td><td>x1 y1 x2 y2</td></tr>
 * <tr><td>{@value #LABELS}</td><td>int64, items</td><td>the category, 1 to 13; 1 where the network
 * does not tell categories apart</td></tr>
 * <tr><td>{@value #SCORES}</td><td>float, items</td><td>0 to 1</td></tr>
 * <tr><td>{@value #MASKS}</td><td>float, items x side x side</td><td>chances of being the item on a
 * grid over its box</td></tr>
 * <tr><td>{@value #HEATMAPS}</td><td>float, items x maps x side x side</td><td>logits on a grid over
 * the box, a map for each landmark of the item's category in its order, the rest zeros; all 294 where
 * categories are not told apart</td></tr>
 * <tr><td>{@value #EMBEDDINGS}</td><td>float, (items + known) x length</td><td>features of the items
 * and then of the known boxes, each of length 1</td></tr>
 * </table>
 *
 * <p>Heads that the network does not have are not among the outputs.
 */
public final class MatchRcnnGraph {
  public static final String IMAGE = "image";
  public static final String SIZE = "image_size";
  public static final String THRESHOLD = "score_threshold";
  public static final String KNOWN = "known_boxes";
  public static final String BOXES = "boxes";
  public static final String LABELS = "labels";
  public static final String SCORES = "scores";
  public static final String MASKS = "masks";
  public static final String HEATMAPS = "landmark_heatmaps";
  public static final String EMBEDDINGS = "embeddings";

  private static final String ITEMS = "items";

  private final OnnxGraph graph = new OnnxGraph();
  private final Config config;
  private final GraphLayers layers;

  private MatchRcnnGraph(Config config, GraphWeights weights) {
    this.config = config;
    this.layers = new GraphLayers(graph, weights, config.backbone().norm());
  }

  /**
   * The bytes of an ONNX file.
   *
   * @param model stays open
   * @param version of the program, which the file names as its producer
   * @param metadata notes by name
   * @throws dev.wardrobe.files.DatasetException if the weights do not fit the config
   */
  public static byte[] of(ModelFile model, String version, Map<String, String> metadata) {
    return of(model.config(), new FileWeights(model), version, metadata);
  }

  static byte[] of(
      Config config, GraphWeights weights, String version, Map<String, String> metadata) {
    MatchRcnnGraph made = new MatchRcnnGraph(config, weights);
    made.build();
    return made.graph.toModel("match_rcnn", "wardrobe", version, metadata);
  }

  private void build() {
    boolean match = config.streams().match();
    graph.input(new OnnxGraph.Value(IMAGE, ElementType.FLOAT, "1", "3", "height", "width"));
    graph.input(new OnnxGraph.Value(SIZE, ElementType.FLOAT, "2"));
    graph.input(new OnnxGraph.Value(THRESHOLD, ElementType.FLOAT, "1"));
    if (match) {
      graph.input(new OnnxGraph.Value(KNOWN, ElementType.FLOAT, "known", "4"));
    }
    int channels = config.backbone().pyramidChannels();
    List<String> levels =
        new BackboneGraph(layers, config.backbone())
            .levels(IMAGE, config.rpn().anchorSizes().size());
    String proposals =
        new ProposalGraph(layers, config.rpn(), channels).proposals(levels, IMAGE, SIZE);
    RegionGraph regions = new RegionGraph(graph, levels, config.roi().canonicalSize());
    DetectionGraph.Found found =
        new DetectionGraph(layers, config).found(regions, proposals, SIZE, THRESHOLD);
    output(BOXES, ElementType.FLOAT, ITEMS, "4");
    output(LABELS, ElementType.INT64, ITEMS);
    output(SCORES, ElementType.FLOAT, ITEMS);
    lookCloser(regions, found);
  }

  private void lookCloser(RegionGraph regions, DetectionGraph.Found found) {
    boolean match = config.streams().match();
    boolean items = config.streams().mask() || config.streams().landmark();
    if (!match && !items) {
      return;
    }
    CloserGraph closer = new CloserGraph(layers, config);
    int pool = config.heads().pool();
    String boxes =
        match
            ? graph.node(
                "Concat", "closer.boxes", List.of(found.boxes(), KNOWN), Attribute.of("axis", 0))
            : found.boxes();
    String all = regions.grids("closer.grids", closer.views(boxes), pool);
    String own = match && items ? first(all, found.labels()) : all;
    if (config.streams().mask()) {
      closer.masks(own, found.labels());
      String side = String.valueOf(config.heads().maskSize());
      output(MASKS, ElementType.FLOAT, ITEMS, side, side);
    }
    if (config.streams().landmark()) {
      closer.heatmaps(own, found.labels());
      String side = String.valueOf(config.heads().heatmapSize());
      String maps = String.valueOf(CloserGraph.heatmaps(config));
      output(HEATMAPS, ElementType.FLOAT, ITEMS, maps, side, side);
    }
    if (match) {
      closer.embeddings(all);
      String length = String.valueOf(config.heads().embedding());
      output(EMBEDDINGS, ElementType.FLOAT, "items_and_known", length);
    }
  }

  /** The first of many: as many as there are labels. */
  private String first(String all, String labels) {
    String count = graph.node("Shape", "closer.count", List.of(labels));
    return graph.node(
        "Slice", "closer.own_grids", List.of(all, graph.integers(0), count, graph.integers(0)));
  }

  private void output(String name, ElementType type, String... axes) {
    graph.output(new OnnxGraph.Value(name, type, axes));
  }
}
