package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.dataset.ResourceLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The flat shape of one category on a plain figure: where its landmarks lie and how they join into
 * polygons. x counts from the figure's middle to the right, y down from the base of its neck; its
 * ankles are at y = 1. Left and right mirror each other.
 *
 * <p>The vertices are the category's landmarks in their order, then the corners of straps, where
 * there are any.
 */
final class GarmentOutline {
  private static final String RESOURCE = "outlines.txt";
  private static final List<GarmentOutline> ALL = load();

  private final LandmarkSchema schema;
  private final double[] x;
  private final double[] y;
  private final List<List<Integer>> parts;
  private final List<List<Integer>> limbs;

  /** A place on the figure. */
  private record Place(double x, double y) {}

  private GarmentOutline(LandmarkSchema schema, Map<String, Place> left) {
    this.schema = schema;
    List<String> names = new ArrayList<>(schema.names());
    for (String name : left.keySet()) {
      if (!names.contains(name)) {
        names.add(name);
        names.add(name.replace("left_", "right_"));
      }
    }
    x = new double[names.size()];
    y = new double[names.size()];
    for (int i = 0; i < x.length; i++) {
      String name = names.get(i);
      Place place = left.get(name.replace("right_", "left_"));
      if (place == null) {
        throw new IllegalStateException(
            "%s lacks %s of %s".formatted(RESOURCE, name, schema.category().annotationName()));
      }
      x[i] = name.startsWith("right_") ? -place.x : place.x;
      y[i] = place.y;
    }
    parts = parts(schema, names);
    limbs = limbs(schema);
  }

  /** The outline of a category. */
  static GarmentOutline of(Category category) {
    return ALL.get(category.id() - 1);
  }

  /** The landmarks' names and lines. */
  LandmarkSchema schema() {
    return schema;
  }

  /** How many vertices there are, at least as many as landmarks. */
  int count() {
    return x.length;
  }

  double x(int vertex) {
    return x[vertex];
  }

  double y(int vertex) {
    return y[vertex];
  }

  /** The upper end of the garment. */
  double top() {
    return IntStream.range(0, y.length).mapToDouble(i -> y[i]).min().orElse(0);
  }

  /** The polygons, as vertices, open: the garment, or its two halves, and its straps. */
  List<List<Integer>> parts() {
    return parts;
  }

  /** Sleeves or legs, as vertices, open: each inside a polygon of {@link #parts}. */
  List<List<Integer>> limbs() {
    return limbs;
  }

  private static List<List<Integer>> parts(LandmarkSchema schema, List<String> names) {
    List<List<Integer>> parts = new ArrayList<>();
    for (List<Integer> chain : schema.chains()) {
      if (chain.getFirst().equals(chain.getLast())) {
        parts.add(List.copyOf(chain.subList(0, chain.size() - 1)));
      }
    }
    for (String side : List.of("left_", "right_")) {
      if (names.contains(side + "strap_top")) {
        parts.add(
            List.of(
                names.indexOf(side + "strap_top"),
                names.indexOf(side + "strap_top_inner"),
                names.indexOf(side + "strap_inner"),
                names.indexOf(side + "neckline")));
      }
    }
    return List.copyOf(parts);
  }

  private static List<List<Integer>> limbs(LandmarkSchema schema) {
    boolean legs = schema.names().contains("crotch");
    if (!legs && schema.names().stream().noneMatch(name -> name.contains("sleeve"))) {
      return List.of();
    }
    List<List<Integer>> limbs = new ArrayList<>();
    for (List<Integer> chain : schema.chains()) {
      for (String side : List.of("left_", "right_")) {
        int outer = chain.indexOf(schema.names().indexOf(side + "shoulder"));
        int inner = chain.indexOf(schema.names().indexOf(side + "armpit"));
        if (legs) {
          outer = chain.indexOf(schema.names().indexOf(side + "cuff_outer"));
          outer += side.equals("left_") ? -1 : 1;
          inner = chain.indexOf(schema.names().indexOf("crotch"));
        }
        if (outer >= 0 && inner >= 0) {
          limbs.add(List.copyOf(chain.subList(Math.min(outer, inner), Math.max(outer, inner) + 1)));
        }
      }
    }
    return List.copyOf(limbs);
  }

  private static List<GarmentOutline> load() {
    Map<String, Map<String, Place>> tables = new HashMap<>();
    Map<String, Place> table = Map.of();
    List<GarmentOutline> outlines = new ArrayList<>();
    for (String line : ResourceLines.of(GarmentOutline.class, RESOURCE)) {
      String[] words = line.split(" ", -1);
      switch (words[0]) {
        case "table" -> {
          table = new LinkedHashMap<>();
          tables.put(words[1], table);
        }
        case "garment" -> {
          Map<String, Place> left = new LinkedHashMap<>();
          for (int i = 2; i < words.length; i++) {
            left.putAll(tables.getOrDefault(words[i], Map.of()));
          }
          Category category = Category.ALL.get(Integer.parseInt(words[1]) - 1);
          outlines.add(new GarmentOutline(category.landmarks(), left));
        }
        default ->
            table.put(
                words[0], new Place(Double.parseDouble(words[1]), Double.parseDouble(words[2])));
      }
    }
    return List.copyOf(outlines);
  }
}
