package dev.wardrobe.drawing;

import dev.wardrobe.dataset.Category;
import java.awt.Color;
import java.util.Optional;

/** A colour for each category, all of about the same strength, and one for none. */
public final class CategoryColours {
  private static final int[] RGB = {
    0xE6194B, 0x1565C0, 0xF57C00, 0x2E7D32, 0x8E24AA, 0x00ACC1, 0xD81B9A, 0x5D4037, 0xC0A000,
    0x00897B, 0x3949AB, 0xC62828, 0x558B2F
  };

  private static final int NONE = 0x37474F;
  private static final double LIGHT = .3;

  private CategoryColours() {}

  /** The colour of a category. */
  public static Color of(Category category) {
    return of(Optional.of(category), 255);
  }

  /** The same colour, partly transparent: 0 invisible, 255 not transparent. */
  public static Color of(Optional<Category> category, int alpha) {
    int rgb = category.map(known -> RGB[known.id() - 1]).orElse(NONE);
    return new Color(rgb | alpha << 24, true);
  }

  /** Black or white, whichever can be read on a colour. */
  public static Color inkOn(Color ground) {
    double luminance =
        .2126 * linear(ground.getRed())
            + .7152 * linear(ground.getGreen())
            + .0722 * linear(ground.getBlue());
    return luminance > LIGHT ? Color.BLACK : Color.WHITE;
  }

  /** About what sRGB's curve gives, near enough to choose. */
  private static double linear(int value) {
    double share = value / 255.0;
    return share * share;
  }
}
