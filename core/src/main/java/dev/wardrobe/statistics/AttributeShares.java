package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * One of the four attributes with its values, counted and as in Figure 3 of the paper: one shape
 * for all writers.
 *
 * @param name the attribute for a person, such as "zoom-in"
 * @param shares its values in code order
 * @param unknown items that do not say it
 */
record AttributeShares(String name, List<Share> shares, long unknown) {

  /**
   * One value.
   *
   * @param label such as "slight"
   * @param items how many items have it
   * @param percent of the items that say the attribute; empty if none does
   * @param paperPercent in Figure 3
   */
  record Share(String label, long items, OptionalDouble percent, int paperPercent) {
    /** The label for files, such as "no_wear". */
    String key() {
      return label.replace(' ', '_');
    }
  }

  /** The name for files, such as "zoom_in". */
  String key() {
    return name.replace('-', '_');
  }

  /** All four. */
  static List<AttributeShares> of(AttributeCounts counts) {
    return List.of(
        of("scale", counts.scale(), Scale.ALL, Scale::label, PublishedFigures::percent),
        of(
            "occlusion",
            counts.occlusion(),
            Occlusion.ALL,
            Occlusion::label,
            PublishedFigures::percent),
        of("zoom-in", counts.zoomIn(), ZoomIn.ALL, ZoomIn::label, PublishedFigures::percent),
        of(
            "viewpoint",
            counts.viewpoint(),
            Viewpoint.ALL,
            Viewpoint::label,
            PublishedFigures::percent));
  }

  private static <E extends Enum<E>> AttributeShares of(
      String name,
      EnumCounts<E> counts,
      List<E> values,
      Function<E, String> label,
      ToIntFunction<E> paper) {
    List<Share> shares = new ArrayList<>();
    for (E value : values) {
      shares.add(
          new Share(
              label.apply(value),
              counts.of(value),
              counts.percent(value),
              paper.applyAsInt(value)));
    }
    return new AttributeShares(name, List.copyOf(shares), counts.unknown());
  }
}
