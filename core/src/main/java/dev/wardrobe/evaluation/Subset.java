package dev.wardrobe.evaluation;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.groundtruth.GroundTruthItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Items that have something in common: a column of the paper's Tables 3, 5 and 7.
 *
 * @param attribute what they have in common, such as "scale"
 * @param value which value of it, such as "small"
 * @param contains whether an item belongs to it
 */
public record Subset(String attribute, String value, Predicate<GroundTruthItem> contains) {

  /**
   * The 12 columns of the paper's tables, in their order: scale, occlusion, zoom_in and viewpoint
   * with three values each. An item whose attribute is unknown belongs to no column of it.
   */
  public static List<Subset> ofPaper() {
    List<Subset> columns = new ArrayList<>(12);
    Scale.ALL.forEach(v -> columns.add(column("scale", v.label(), v, Attributes::scale)));
    Occlusion.ALL.forEach(
        v -> columns.add(column("occlusion", v.label(), v, Attributes::occlusion)));
    ZoomIn.ALL.forEach(v -> columns.add(column("zoom_in", v.label(), v, Attributes::zoomIn)));
    Viewpoint.ALL.forEach(
        v -> columns.add(column("viewpoint", v.label(), v, Attributes::viewpoint)));
    return List.copyOf(columns);
  }

  private static <E extends Enum<E>> Subset column(
      String attribute, String label, E value, Function<Attributes, Optional<E>> of) {
    return new Subset(
        attribute, label, item -> of.apply(item.attributes()).filter(value::equals).isPresent());
  }
}
