package dev.wardrobe.model.onnx;

import java.util.ArrayList;
import java.util.List;

/** Reads grids of features from regions of the pyramid's finest four levels. */
final class RegionGraph {
  private static final int LEVELS = 4;
  private static final int FINEST_STRIDE = 4;

  /** The level that regions of the canonical size are read from, as the logarithm of its stride. */
  private static final float CANONICAL_LEVEL = 4;

  private static final float FINEST_LEVEL = 2;
  private static final float SLACK = 1e-6f;

  private final OnnxGraph graph;
  private final List<String> levels;
  private final int canonicalSize;

  RegionGraph(OnnxGraph graph, List<String> levels, int canonicalSize) {
    this.graph = graph;
    this.levels = levels.subList(0, LEVELS);
    this.canonicalSize = canonicalSize;
  }

  /**
   * The grids in the order of the regions: regions, channels, rows, columns.
   *
   * @param regions x1 y1 x2 y2 of each
   * @param pool cells along each axis
   */
  String grids(String name, String regions, int pool) {
    String level = levelOf(name, regions);
    List<String> pooled = new ArrayList<>();
    List<String> places = new ArrayList<>();
    for (int i = 0; i < LEVELS; i++) {
      String own = name + ".level" + i;
      String here =
          graph.node("Equal", own + ".here", List.of(level, graph.number(i + FINEST_LEVEL)));
      String which =
          graph.node(
              "Reshape",
              own + ".which",
              List.of(graph.node("NonZero", own + ".nonzero", List.of(here)), graph.integers(-1)));
      String some = graph.node("Gather", own + ".regions", List.of(regions, which));
      String image = graph.node("Mul", own + ".image", List.of(which, graph.integers(0)));
      pooled.add(
          graph.node(
              "RoiAlign",
              own + ".grids",
              List.of(levels.get(i), some, image),
              Attribute.of("coordinate_transformation_mode", "output_half_pixel"),
              Attribute.of("mode", "avg"),
              Attribute.of("output_height", pool),
              Attribute.of("output_width", pool),
              Attribute.of("sampling_ratio", 2),
              Attribute.of("spatial_scale", 1f / (FINEST_STRIDE << i))));
      places.add(which);
    }
    String byLevel = graph.node("Concat", name + ".by_level", pooled, Attribute.of("axis", 0));
    String order = graph.node("Concat", name + ".order", places, Attribute.of("axis", 0));
    String count = graph.node("Shape", name + ".count", List.of(order));
    List<String> back =
        graph.nodes("TopK", name + ".back", 2, List.of(order, count), Attribute.of("largest", 0));
    return graph.node("Gather", name, List.of(byLevel, back.get(1)));
  }

  /** The logarithm of the stride that each region is read with. */
  private String levelOf(String name, String regions) {
    List<String> corners =
        graph.nodes(
            "Split",
            name + ".corners",
            4,
            List.of(regions),
            Attribute.of("axis", 1),
            Attribute.of("num_outputs", 4));
    String width = graph.node("Sub", name + ".width", List.of(corners.get(2), corners.get(0)));
    String height = graph.node("Sub", name + ".height", List.of(corners.get(3), corners.get(1)));
    String area = graph.node("Mul", name + ".area", List.of(width, height));
    String side = graph.node("Sqrt", name + ".side", List.of(area));
    String relative =
        graph.node("Div", name + ".relative", List.of(side, graph.number(canonicalSize)));
    String log = graph.node("Log", name + ".log", List.of(relative));
    String octaves =
        graph.node("Div", name + ".octaves", List.of(log, graph.number((float) Math.log(2))));
    String raised =
        graph.node(
            "Add", name + ".raised", List.of(octaves, graph.number(CANONICAL_LEVEL + SLACK)));
    String floor = graph.node("Floor", name + ".floor", List.of(raised));
    String above = graph.node("Max", name + ".above", List.of(floor, graph.number(FINEST_LEVEL)));
    String level =
        graph.node("Min", name + ".level", List.of(above, graph.number(FINEST_LEVEL + LEVELS - 1)));
    return graph.node("Reshape", name + ".levels", List.of(level, graph.integers(-1)));
  }
}
