package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.synthesis.chance.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who is in which photo: deals consumer and shop photos to pair ids. Every style of a pair id
 * occurs in a consumer photo and in a shop photo.
 */
final class PhotoPlan {
  private static final long ORDER = 1;
  private static final long PAIR = 2;
  private static final double ANOTHER_STYLE = .25;
  private static final double COMPANION = .05;

  private final List<Role> roles = new ArrayList<>();

  /**
   * What a photo has to show.
   *
   * @param pairId at least 1
   * @param source shop or consumer
   * @param category of the pair id's garments
   * @param style which of the garments, from 1 on; 0 if the garment is in no other photo
   * @param companion a second garment of the pair id, with a style of its own, that is worn with
   *     the first in all its photos
   */
  record Role(
      int pairId, Source source, Category category, int style, Optional<Companion> companion) {}

  /**
   * A second garment of a pair id.
   *
   * @param category another than the first garment's
   * @param style another than the first garments'
   */
  record Companion(Category category, int style) {}

  PhotoPlan(SynthesisOptions options) {
    List<Role> shops = new ArrayList<>();
    long split = options.split() == Split.TRAIN ? 0 : 1;
    int[] firstCategories = new Dice(options.seed(), split, ORDER).permutation(Category.ALL.size());
    int left = options.photos();
    for (int pairId = 1; left > 0; pairId++) {
      Dice dice = new Dice(options.seed(), split, PAIR, pairId);
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
              : Wardrobes.randomCategory(dice);
      int styles = styles(dice, Math.min(consumer, shop));
      Optional<Companion> companion =
          styles > 0 && dice.chance(COMPANION)
              ? Wardrobes.companion(category, dice).map(other -> new Companion(other, styles + 1))
              : Optional.empty();
      deal(roles, consumer, new Role(pairId, Source.USER, category, styles, companion));
      boolean together = options.split() == Split.TRAIN;
      deal(
          together ? roles : shops,
          shop,
          new Role(pairId, Source.SHOP, category, styles, companion));
    }
    roles.addAll(shops);
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
      to.add(new Role(last.pairId, last.source, last.category, style, last.companion));
    }
  }
}
