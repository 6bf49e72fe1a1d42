package dev.wardrobe.model.onnx;

import dev.wardrobe.model.config.BackboneConfig;
import dev.wardrobe.model.config.BackboneConfig.Block;
import dev.wardrobe.model.onnx.GraphLayers.Shape;
import java.util.ArrayList;
import java.util.List;

/** The feature network and its pyramid. */
final class BackboneGraph {
  private static final String BODY = "backbone.body.";
  private static final String FPN = "backbone.fpn.";
  private static final int EXPANSION = 4;

  private final GraphLayers layers;
  private final OnnxGraph graph;
  private final BackboneConfig config;

  BackboneGraph(GraphLayers layers, BackboneConfig config) {
    this.layers = layers;
    this.graph = layers.graph();
    this.config = config;
  }

  /**
   * The levels of the pyramid, finest first.
   *
   * @param image 1 x 3 x rows x columns, both multiples of 32
   * @param levels 4, or 5 with the fourth one pooled
   */
  List<String> levels(String image, int levels) {
    List<String> maps = pyramid(stages(image));
    if (levels > maps.size()) {
      maps.add(
          graph.node(
              "MaxPool",
              FPN + "pool",
              List.of(maps.getLast()),
              Attribute.ofAll("kernel_shape", 1, 1),
              Attribute.ofAll("strides", 2, 2)));
    }
    return maps;
  }

  private List<String> stages(String image) {
    Shape stem = new Shape(3, config.width(), 7, 2);
    String x = layers.relu(layers.normed(image, BODY + "conv1", BODY + "bn1", stem));
    x =
        graph.node(
            "MaxPool",
            BODY + "maxpool",
            List.of(x),
            Attribute.ofAll("kernel_shape", 3, 3),
            Attribute.ofAll("strides", 2, 2),
            Attribute.ofAll("pads", 1, 1, 1, 1));
    List<String> stages = new ArrayList<>();
    int in = config.width();
    for (int stage = 0; stage < config.blocks().size(); stage++) {
      for (int i = 0; i < config.blocks().get(stage); i++) {
        int stride = i == 0 && stage > 0 ? 2 : 1;
        String name = BODY + "layer%d.%d.".formatted(stage + 1, i);
        x = block(x, name, in, config.width() << stage, stride);
        in = config.stageChannels(stage);
      }
      stages.add(x);
    }
    return stages;
  }

  private String block(String x, String name, int in, int width, int stride) {
    boolean basic = config.block() == Block.BASIC;
    int out = basic ? width : EXPANSION * width;
    List<Shape> shapes =
        basic
            ? List.of(new Shape(in, width, 3, stride), new Shape(width, width, 3, 1))
            : List.of(
                new Shape(in, width, 1, 1),
                new Shape(width, width, 3, stride),
                new Shape(width, out, 1, 1));
    String y = x;
    for (int i = 1; i <= shapes.size(); i++) {
      y = layers.normed(y, name + "conv" + i, name + "bn" + i, shapes.get(i - 1));
      if (i < shapes.size()) {
        y = layers.relu(y);
      }
    }
    String identity =
        stride == 1 && in == out
            ? x
            : layers.normed(
                x, name + "downsample.0", name + "downsample.1", new Shape(in, out, 1, stride));
    return layers.relu(graph.node("Add", name + "sum", List.of(y, identity)));
  }

  private List<String> pyramid(List<String> stages) {
    int channels = config.pyramidChannels();
    List<String> levels = new ArrayList<>();
    String above = "";
    for (int i = stages.size() - 1; i >= 0; i--) {
      String inner = FPN + "inner_blocks." + i + ".0";
      String sum =
          layers.convolution(
              stages.get(i), inner, new Shape(config.stageChannels(i), channels, 1, 1));
      if (!above.isEmpty()) {
        sum = graph.node("Add", FPN + "sums." + i, List.of(sum, doubled(above, i)));
      }
      above = sum;
      String outer = FPN + "layer_blocks." + i;
      Shape shape = new Shape(channels, channels, 3, 1);
      levels.addFirst(
          layers.normedHeads()
              ? layers.normed(sum, outer + ".0", outer + ".1", shape)
              : layers.convolution(sum, outer + ".0", shape));
    }
    return levels;
  }

  /** Each cell four times: sides are multiples of 32, so each level is twice as large. */
  private String doubled(String map, int level) {
    String scales = FPN + "scales." + level;
    graph.constant(scales, new float[] {1, 1, 2, 2}, 4);
    return graph.node(
        "Resize",
        FPN + "doubled." + level,
        List.of(map, "", scales),
        Attribute.of("mode", "nearest"),
        Attribute.of("coordinate_transformation_mode", "asymmetric"),
        Attribute.of("nearest_mode", "floor"));
  }
}
