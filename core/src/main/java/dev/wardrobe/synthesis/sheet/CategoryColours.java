package dev.wardrobe.synthesis.sheet;

import dev.wardrobe.dataset.Category;
import java.awt.Color;

/** A colour for each category, all of about the same strength. */
final class CategoryColours {
  private static final int[] RGB = {
    0xE6194B, 0x1565C0, 0xF57C00, 0x2E7D32, 0x8E24AA, 0x00ACC1, 0xD81B9A, 0x5D4037, 0xC0A000,
    0x00897B, 0x3949AB, 0xC62828, 0x558B2F
  };

  private CategoryColours() {}

  /** The colour of a category. */
  static Color of(Category category) {
    return new Color(RGB[category.id() - 1]);
  }

  /** The same colour, partly transparent: 0 invisible, 255 not transparent. */
  static Color of(Category category, int alpha) {
    return new Color(RGB[category.id() - 1] | alpha << 24, true);
  }
}
