package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.synthesis.chance.Dice;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is in which photo: deals consumer and shop photos to pair ids. Every style of a pair id
 * occurs in a consumer photo and in a shop photo.
 */
final class SketchPlan {
  /** Items of each category in the validation split, by id, as its published COCO file counts. */
  private static final double[] FREQUENCIES = {
    12556, 5966, 142, 2011, 2113, 322, 4167, 9586, 6522, 3127, 1477, 3352, 1149
  };

  private static final long ORDER = 1;
  private static final long PAIR = 2;
  private static final double ANOTHER_STYLE = .25;

  private final List<Role> roles = new ArrayList<>();

  /**
   * What a photo has to show.
   *
   * @param pairId at least 1
   * @param source shop or consumer
   * @param category of the pair id's garments
   * @param style which of the garments, from 1 on; 0 if the garment is in no other photo
   */
  record Role(int pairId, Source source, Category category, int style) {}

  SketchPlan(SketchOptions options) {
    List<Role> shops = new ArrayList<>();
    int[] firstCategories = new Dice(options.seed(), ORDER).permutation(Category.ALL.size());
    int left = options.photos();
    for (int pairId = 1; left > 0; pairId++) {
      Dice dice = new Dice(options.seed(), PAIR, pairId);
      int consumer = 1 + dice.below(options.consumerPhotos());
      int shop = 1 + dice.below(options.shopPhotos());
      if (consumer + shop >= left - 1) {
        consumer = Math.min(consumer, left - 1);
        shop = left - consumer;
      }
      left -= consumer + shop;
      // The first pair ids show every category once, so that small sets have the rare ones too.
      Category category =
          pairId <= firstCategories.length
              ? Category.ALL.get(firstCategories[pairId - 1])
              : randomCategory(dice);
      int styles = styles(dice, Math.min(consumer, shop));
      deal(roles, consumer, new Role(pairId, Source.USER, category, styles));
      boolean together = options.split() == Split.TRAIN;
      deal(together ? roles : shops, shop, new Role(pairId, Source.SHOP, category, styles));
    }
    roles.addAll(shops);
  }

  /** A category, each as likely as it is frequent in the real validation split. */
  static Category randomCategory(Dice dice) {
    return Category.ALL.get(dice.weighted(FREQUENCIES));
  }

  /** One of some categories, each as likely as it is frequent in the real validation split. */
  static Category randomCategory(Dice dice, List<Category> among) {
    double[] weights = among.stream().mapToDouble(c -> FREQUENCIES[c.id() - 1]).toArray();
    return among.get(dice.weighted(weights));
  }

  /** What a photo has to show. */
  Role role(int imageId) {
    return roles.get(imageId - 1);
  }

  private static int styles(Dice dice, int most) {
    int styles = Math.min(1, most);
    while (styles < most && dice.chance(ANOTHER_STYLE)) {
      styles++;
    }
    return styles;
  }

  /** Adds photos that show the styles 1 to {@code last.style} in turn. */
  private static void deal(List<Role> to, int photos, Role last) {
    for (int i = 0; i < photos; i++) {
      int style = last.style == 0 ? 0 : i % last.style + 1;
      to.add(new Role(last.pairId, last.source, last.category, style));
    }
  }
}
