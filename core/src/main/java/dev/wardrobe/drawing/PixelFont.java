package dev.wardrobe.drawing;

import dev.wardrobe.dataset.ResourceLines;
import java.awt.Graphics2D;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Writes with a small font of its own, so that a page looks the same on every machine: lower-case
 * letters, digits and a few signs. Others look like a question mark.
 */
public final class PixelFont {
  /** From one sign to the next, in pixels of a font of size 1. */
  private static final int ADVANCE = 6;

  /** From the top of a letter to the line it stands on, in pixels of a font of size 1. */
  public static final int ASCENT = 7;

  /** The same to the lowest dot of a letter. */
  static final int HEIGHT = 9;

  private static final int COLUMNS = 5;
  private static final Map<Character, String[]> GLYPHS = load();

  private PixelFont() {}

  private static Map<Character, String[]> load() {
    Map<Character, String[]> glyphs = new HashMap<>();
    for (String line : ResourceLines.of(PixelFont.class, "glyphs.txt")) {
      glyphs.put(line.charAt(0), line.substring(2).split(" ", -1));
    }
    return Map.copyOf(glyphs);
  }

  /** How wide a text is, in pixels. */
  public static int width(String text, int size) {
    return text.length() * ADVANCE * size;
  }

  /** The text, or its beginning and two dots where it is wider than so many pixels. */
  public static String fitted(String text, int size, int width) {
    int most = Math.max(2, width / (ADVANCE * size));
    return text.length() <= most ? text : text.substring(0, most - 2) + "..";
  }

  /**
   * Writes a text in the graphics' colour.
   *
   * @param x of its left edge
   * @param y of its upper edge
   * @param size of one dot, in pixels
   */
  public static void write(Graphics2D graphics, String text, int x, int y, int size) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char sign = lower.charAt(i);
      if (sign != ' ') {
        writeSign(graphics, sign, x + i * ADVANCE * size, y, size);
      }
    }
  }

  private static void writeSign(Graphics2D graphics, char sign, int x, int y, int size) {
    String[] rows = GLYPHS.getOrDefault(sign, GLYPHS.getOrDefault('?', new String[0]));
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        if (rows[row].charAt(column) == 'X') {
          graphics.fillRect(x + column * size, y + row * size, size, size);
        }
      }
    }
  }
}
