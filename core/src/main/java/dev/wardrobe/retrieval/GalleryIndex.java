package dev.wardrobe.retrieval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gallery items by identity, and by identity and photo. */
final class GalleryIndex {
  private final Map<Identity, Integer> counts = new HashMap<>();
  private final Map<Place, List<GalleryItem>> items = new HashMap<>();

  /** What makes a query and a gallery item a pair. */
  private record Identity(int pairId, int style) {}

  /** A photo that shows an identity. */
  private record Place(int pairId, int style, long imageId) {}

  GalleryIndex(List<GalleryItem> gallery) {
    for (GalleryItem item : gallery) {
      counts.merge(new Identity(item.pairId(), item.style()), 1, Integer::sum);
      Place place = new Place(item.pairId(), item.style(), item.imageId());
      items.computeIfAbsent(place, _ -> new ArrayList<>(1)).add(item);
    }
  }

  /** How many items match a query. */
  int matches(QueryItem query) {
    return counts.getOrDefault(new Identity(query.pairId(), query.style()), 0);
  }

  /** The items in a photo that match a query. */
  List<GalleryItem> matches(QueryItem query, long imageId) {
    return items.getOrDefault(new Place(query.pairId(), query.style(), imageId), List.of());
  }
}
