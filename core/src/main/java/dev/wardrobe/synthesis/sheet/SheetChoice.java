package dev.wardrobe.synthesis.sheet;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses photos so that everything is seen at least once, as far as there is room: categories,
 * sources, viewpoints, scales, occlusions, zoom-ins. Greedy: next comes the photo that shows most
 * of what few chosen ones have shown, the first of equals; photos of many items count less, or the
 * page would be crowded.
 */
final class SheetChoice {
  private static final double CATEGORY = 4;
  private static final double VALUE = 3;
  private static final double COMBINATION = 1;
  private static final double CROWD = .35;

  private final Map<String, Integer> seen = new HashMap<>();

  private SheetChoice() {}

  /** So many of the photos, or all if there are fewer; in their own order. */
  static List<SheetPhoto> of(List<SheetPhoto> photos, int count) {
    SheetChoice choice = new SheetChoice();
    boolean[] chosen = new boolean[photos.size()];
    for (int i = 0; i < Math.min(count, photos.size()); i++) {
      int best = choice.best(photos, chosen);
      chosen[best] = true;
      features(photos.get(best).photo())
          .forEach(feature -> choice.seen.merge(feature.name, 1, Integer::sum));
    }
    return IntStream.range(0, chosen.length).filter(i -> chosen[i]).mapToObj(photos::get).toList();
  }

  private int best(List<SheetPhoto> photos, boolean[] chosen) {
    int best = -1;
    double most = -1;
    for (int i = 0; i < chosen.length; i++) {
      double worth = chosen[i] ? -1 : worth(photos.get(i).photo());
      if (worth > most) {
        most = worth;
        best = i;
      }
    }
    return best;
  }

  private double worth(Photo photo) {
    double worth = 0;
    for (Feature feature : features(photo)) {
      double times = 1 + seen.getOrDefault(feature.name, 0);
      worth += feature.weight / (times * times * times);
    }
    return worth / (1 + CROWD * Math.max(0, photo.items().size() - 1));
  }

  private record Feature(String name, double weight) {}

  private static Set<Feature> features(Photo photo) {
    Set<Feature> features = new LinkedHashSet<>();
    String source = photo.source().map(Enum::name).orElse("");
    features.add(new Feature(source, VALUE));
    for (Item item : photo.items()) {
      String category = item.category().name();
      features.add(new Feature(category, CATEGORY));
      features.add(new Feature(category + source, COMBINATION));
      add(features, category, item.attributes().viewpoint());
      add(features, category, item.attributes().scale());
      add(features, category, item.attributes().occlusion());
      add(features, category, item.attributes().zoomIn());
    }
    return features;
  }

  private static void add(
      Set<Feature> features, String category, Optional<? extends Enum<?>> attribute) {
    attribute.ifPresent(value -> {
      String name = value.getDeclaringClass().getSimpleName() + value.name();
      features.add(new Feature(name, VALUE));
      features.add(new Feature(category + name, COMBINATION / 4));
    });
  }
}
