package dev.wardrobe.pairs;

import dev.wardrobe.dataset.Category;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The shop items of an index, by pair id and by category, ascending. */
final class ShopItems {
  private static final int[] NONE = {};

  private final int[] all;
  private final Map<Integer, int[]> byPair = new HashMap<>();
  private final List<int[]> byCategory = new ArrayList<>();

  ShopItems(ItemIndex items) {
    all = IntStream.range(0, items.size()).filter(i -> !items.isConsumer(i)).toArray();
    for (int shop : all) {
      byPair.merge(items.pairId(shop), new int[] {shop}, ShopItems::joined);
    }
    for (Category category : Category.ALL) {
      byCategory.add(Arrays.stream(all).filter(i -> items.category(i) == category).toArray());
    }
  }

  private static int[] joined(int[] some, int[] more) {
    int[] both = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, both, some.length, more.length);
    return both;
  }

  int[] all() {
    return all;
  }

  int[] ofPair(int pairId) {
    return byPair.getOrDefault(pairId, NONE);
  }

  int[] ofCategory(Category category) {
    return byCategory.get(category.id() - 1);
  }
}
