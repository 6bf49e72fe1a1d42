package dev.wardrobe.statistics;

import static dev.wardrobe.statistics.NumberText.count;
import static dev.wardrobe.statistics.NumberText.percent;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.statistics.SvgCanvas.Anchor;
import dev.wardrobe.statistics.SvgCanvas.ColourKey;
import dev.wardrobe.statistics.SvgCanvas.Font;
import java.util.Comparator;
import java.util.List;

/**
 * Items per category as bars, the longest on top, each split into consumer and shop photos; grey is
 * where a photo does not say.
 */
final class CategoryChart {
  static final String CONSUMER = "#e07a3f";
  static final String SHOP = "#2f6f9f";
  private static final String UNKNOWN = "#b6bec8";

  private static final double LABELS = 170;
  private static final double NUMBERS = 140;

  private CategoryChart() {}

  /** Draws into the rectangle; equal counts stand in id order. */
  static void draw(SvgCanvas canvas, ItemCounts items, double x, double y, double w, double h) {
    canvas.text(x, y + 18, Anchor.START, Font.bold(19), "Items per category");
    List<ColourKey> keys =
        List.of(new ColourKey(CONSUMER, "consumer photos"), new ColourKey(SHOP, "shop photos"));
    canvas.legendBefore(x + w, y + 18, keys);
    List<Category> sorted =
        Category.ALL.stream()
            .sorted(Comparator.comparingLong((Category c) -> -items.categories().of(c)))
            .toList();
    long most = Math.max(1, items.categories().of(sorted.getFirst()));
    double pitch = (h - 40) / sorted.size();
    double scale = (w - LABELS - NUMBERS) / most;
    for (int i = 0; i < sorted.size(); i++) {
      drawBar(canvas, items, sorted.get(i), x, y + 40 + i * pitch, pitch, scale);
    }
  }

  private static void drawBar(
      SvgCanvas canvas,
      ItemCounts items,
      Category category,
      double x,
      double top,
      double pitch,
      double scale) {
    double thick = pitch * .7;
    double bar = top + (pitch - thick) / 2;
    double base = top + pitch / 2 + 5;
    canvas.text(x + LABELS - 12, base, Anchor.END, Font.plain(15), category.annotationName());
    long all = items.categories().of(category);
    double consumer = scale * items.consumerCategories().of(category);
    double shop = scale * items.shopCategories().of(category);
    canvas.rect(x + LABELS, bar, scale * all, thick, UNKNOWN, 2);
    canvas.rect(x + LABELS, bar, consumer, thick, CONSUMER, 2);
    canvas.rect(x + LABELS + consumer, bar, shop, thick, SHOP, 2);
    double end = x + LABELS + scale * all + 10;
    canvas.pair(
        end,
        base,
        Font.bold(15),
        count(all),
        Font.muted(13),
        percent(items.categories().percent(category)));
  }
}
