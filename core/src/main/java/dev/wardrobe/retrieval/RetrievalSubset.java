package dev.wardrobe.retrieval;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Queries of one value of an attribute: a column of the paper's Table 9. The others stay where they
 * are and take their detections; they are only not counted.
 *
 * @param attribute such as "scale"
 * @param value such as "small"
 * @param contains which queries belong to it; one whose attribute is unknown belongs to none
 */
public record RetrievalSubset(String attribute, String value, Predicate<QueryItem> contains) {

  /** The twelve columns of the table in their order. */
  public static List<RetrievalSubset> ofPaper() {
    List<RetrievalSubset> subsets = new ArrayList<>();
    add(subsets, "scale", Scale.ALL, Scale::label, Attributes::scale);
    add(subsets, "occlusion", Occlusion.ALL, Occlusion::label, Attributes::occlusion);
    add(subsets, "zoom_in", ZoomIn.ALL, ZoomIn::label, Attributes::zoomIn);
    add(subsets, "viewpoint", Viewpoint.ALL, Viewpoint::label, Attributes::viewpoint);
    return List.copyOf(subsets);
  }

  private static <T> void add(
      List<RetrievalSubset> subsets,
      String attribute,
      List<T> values,
      Function<T, String> label,
      Function<Attributes, Optional<T>> of) {
    for (T value : values) {
      subsets.add(
          new RetrievalSubset(
              attribute,
              label.apply(value),
              query -> of.apply(query.attributes()).filter(value::equals).isPresent()));
    }
  }
}
