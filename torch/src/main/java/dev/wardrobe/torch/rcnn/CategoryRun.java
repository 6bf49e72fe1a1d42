package dev.wardrobe.torch.rcnn;

import dev.wardrobe.dataset.Category;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbours of one category.
 *
 * @param category of all of them
 * @param start index of the first
 * @param count how many
 */
record CategoryRun(Category category, int start, int count) {
  /** The runs of a list that is sorted by category. */
  static List<CategoryRun> of(List<Category> sorted) {
    List<CategoryRun> runs = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i) != sorted.get(start)) {
        runs.add(new CategoryRun(sorted.get(start), start, i - start));
        start = i;
      }
    }
    return runs;
  }
}
