package dev.wardrobe.synthesis.sheet;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Photos chosen so that everything is seen at least once, as far as there is room: first two
 * garments in a consumer's and a shop's photo each, then categories, sources, viewpoints, ways of
 * showing, scales, occlusions, zoom-ins. Greedy: next comes the photo that shows most of what few
 * chosen ones have shown, the first of equals. Photos of many items count less, or the page would
 * be crowded, and so do those with a tiny item.
 *
 * @param pairs photos of the same garment
 * @param singles all others, in their own order
 */
record SheetChoice(List<SheetPair> pairs, List<SheetPhoto> singles) {
  private static final int PAIRS = 2;

  /** A pair takes at most half of the page. */
  private static final int PHOTOS_A_PAIR = 4;

  private static final double CATEGORY = 4;
  private static final double VALUE = 3;
  private static final double COMBINATION = 1;
  private static final double CROWD = .35;
  private static final double TINY = .5;
  private static final double NOT_PLAIN = .2;

  /** Of the photo's height: lower items are tiny. */
  private static final double LARGE = 1 / 3.0;

  /** So many of the photos, or all if there are fewer. */
  static SheetChoice of(List<SheetPhoto> photos, int count) {
    return new Chooser(photos).choose(Math.min(count, photos.size()));
  }

  /** How many photos were chosen. */
  int count() {
    return 2 * pairs.size() + singles.size();
  }

  /** Whether an item's box is at least such a part of its photo's height; yes if unknown. */
  static boolean taller(Item item, Photo photo, double part) {
    return photo.size().map(size -> item.box().height() >= part * size.height()).orElse(true);
  }

  /** What is worth how much, given what was chosen before. */
  private static final class Chooser {
    private final List<SheetPhoto> photos;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Set<SheetPhoto> taken = new LinkedHashSet<>();

    Chooser(List<SheetPhoto> photos) {
      this.photos = photos;
    }

    SheetChoice choose(int count) {
      List<SheetPair> all = new ArrayList<>(SheetPair.among(photos));
      List<SheetPair> pairs = new ArrayList<>();
      while (pairs.size() < Math.min(PAIRS, count / PHOTOS_A_PAIR) && !all.isEmpty()) {
        SheetPair best = best(all, this::worth);
        pairs.add(best);
        take(best.consumer());
        take(best.shop());
        all.removeIf(best::sharesPhotosOrGarmentWith);
      }
      List<SheetPhoto> rest = new ArrayList<>(photos);
      rest.removeAll(taken);
      Set<SheetPhoto> singles = new LinkedHashSet<>();
      while (taken.size() < count) {
        SheetPhoto best = best(rest, this::worth);
        rest.remove(best);
        singles.add(best);
        take(best);
      }
      return new SheetChoice(pairs, photos.stream().filter(singles::contains).toList());
    }

    private void take(SheetPhoto photo) {
      taken.add(photo);
      features(photo).forEach(feature -> seen.merge(feature.name, 1, Integer::sum));
    }

    private static <T> T best(List<T> all, ToDoubleFunction<T> worth) {
      T best = all.getFirst();
      double most = -1;
      for (T each : all) {
        double is = worth.applyAsDouble(each);
        if (is > most) {
          most = is;
          best = each;
        }
      }
      return best;
    }

    private double worth(SheetPair pair) {
      return (worth(pair.consumer()) + worth(pair.shop())) * (pair.plain() ? 1 : NOT_PLAIN);
    }

    private double worth(SheetPhoto each) {
      double worth = 0;
      for (Feature feature : features(each)) {
        double times = 1 + seen.getOrDefault(feature.name, 0);
        worth += feature.weight / (times * times * times);
      }
      Photo photo = each.photo();
      boolean large = photo.items().stream().allMatch(item -> taller(item, photo, LARGE));
      return worth * (large ? 1 : TINY) / (1 + CROWD * Math.max(0, photo.items().size() - 1));
    }
  }

  private record Feature(String name, double weight) {}

  private static Set<Feature> features(SheetPhoto each) {
    Set<Feature> features = new LinkedHashSet<>();
    Photo photo = each.photo();
    String source = photo.source().map(Enum::name).orElse("");
    features.add(new Feature(source, VALUE));
    if (!each.shown().isEmpty()) {
      features.add(new Feature(each.shown(), VALUE));
    }
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
