package dev.wardrobe.dataset;

import java.util.ArrayList;
import java.util.List;

/**
 * What the landmarks of one category are: how many, where they lie among the 294 of all categories,
 * what each is called, which two swap when a photo is mirrored, how they join into the garment's
 * outline, and the sigma of each in object keypoint similarity.
 *
 * <p>Indices are 0-based inside the category; Figure 2 of the paper counts from 1. "left" is the
 * left of that figure, which is the left of the photo for a garment seen from the front.
 *
 * <p>Source: Figure 2 of the paper for names, partners and outlines; the official cocoeval.py for
 * the sigmas. The figure swaps the numbers 2 and 4 of "short sleeve outwear"; this schema follows
 * the sigmas and the long-sleeved sibling. Flip partners share a sigma, with one exception in the
 * official table: points 15 and 29 of "long sleeve dress" have .0455 and .0486.
 */
public final class LandmarkSchema {
  /** How many landmarks all categories have together: the length of a COCO keypoint list / 3. */
  public static final int TOTAL = 294;

  private static final String RESOURCE = "landmarks.txt";
  private static final List<LandmarkSchema> ALL = load();

  private final Category category;
  private final int offset;
  private final List<String> names;
  private final double[] sigmas;
  private final int[] flipPartners;
  private final List<List<Integer>> chains;

  /**
   * A line between two landmarks of the outline.
   *
   * @param from 0-based index
   * @param to 0-based index
   */
  public record Edge(int from, int to) {}

  /** One category's lines of the resource. */
  private static final class Draft {
    final List<String> names = new ArrayList<>();
    final List<Double> sigmas = new ArrayList<>();
    final List<List<Integer>> chains = new ArrayList<>();

    void add(String[] words) {
      if (words[0].equals("skeleton")) {
        List<Integer> chain = new ArrayList<>();
        for (String number : words[2].split("-", -1)) {
          chain.add(Integer.parseInt(number) - 1);
        }
        chains.add(List.copyOf(chain));
      } else {
        names.add(words[3]);
        sigmas.add(Double.valueOf(words[4]));
      }
    }
  }

  private LandmarkSchema(Category category, int offset, Draft draft) {
    this.category = category;
    this.offset = offset;
    this.names = List.copyOf(draft.names);
    this.sigmas = draft.sigmas.stream().mapToDouble(Double::doubleValue).toArray();
    this.flipPartners = names.stream().mapToInt(name -> names.indexOf(mirrored(name))).toArray();
    this.chains = List.copyOf(draft.chains);
  }

  /** The schema of a category. */
  public static LandmarkSchema of(Category category) {
    return ALL.get(category.id() - 1);
  }

  /** The category this schema belongs to. */
  public Category category() {
    return category;
  }

  /** How many landmarks the category has, 8 to 39. */
  public int count() {
    return names.size();
  }

  /** The index of the category's first landmark among the 294. */
  public int offset() {
    return offset;
  }

  /** What a point is, such as "left_cuff_outer"; unique in the category. */
  public String name(int index) {
    return names.get(index);
  }

  /** All names, in order. */
  public List<String> names() {
    return names;
  }

  /** The OKS sigma of a point: how far annotators differ, as a share of the square root of area. */
  public double sigma(int index) {
    return sigmas[index];
  }

  /** The index of the point that takes this one's place in a mirrored photo; itself if central. */
  public int flipPartner(int index) {
    return flipPartners[index];
  }

  /** The outline as chains of 0-based indices; the first chain runs once around the garment. */
  public List<List<Integer>> chains() {
    return chains;
  }

  /** The outline as separate lines, each once. */
  public List<Edge> edges() {
    List<Edge> edges = new ArrayList<>();
    for (List<Integer> chain : chains) {
      for (int i = 1; i < chain.size(); i++) {
        edges.add(new Edge(chain.get(i - 1), chain.get(i)));
      }
    }
    return List.copyOf(edges);
  }

  private static String mirrored(String name) {
    if (name.startsWith("left_")) {
      return "right_" + name.substring("left_".length());
    }
    return name.startsWith("right_") ? "left_" + name.substring("right_".length()) : name;
  }

  private static List<LandmarkSchema> load() {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < Category.ALL.size(); i++) {
      drafts.add(new Draft());
    }
    for (String line : ResourceLines.of(LandmarkSchema.class, RESOURCE)) {
      String[] words = line.split(" ", -1);
      drafts.get(Integer.parseInt(words[1]) - 1).add(words);
    }
    List<LandmarkSchema> schemas = new ArrayList<>();
    int offset = 0;
    for (Category category : Category.ALL) {
      LandmarkSchema schema = new LandmarkSchema(category, offset, drafts.get(category.id() - 1));
      schemas.add(schema);
      offset += schema.count();
    }
    return List.copyOf(schemas);
  }
}
