package dev.wardrobe.drawing;

/**
 * How strongly items are drawn; widths in pixels of the picture.
 *
 * @param tint of the mask: 0 none, 255 not transparent
 * @param maskLine width of the mask's outline
 * @param boxLine width of the box's lines
 * @param dashed whether the box is dashed
 * @param chainLine width of the lines that join landmarks
 * @param dot radius of a landmark's dot
 */
public record OverlayStyle(
    int tint, float maskLine, float boxLine, boolean dashed, float chainLine, double dot) {
  /** For small photos on a page, with what is said of them below. */
  public static final OverlayStyle SHEET = new OverlayStyle(56, 1.3f, 1.2f, true, .8f, 2.6);

  /** For thumbnails: mask and box only. */
  static final OverlayStyle SMALL = new OverlayStyle(48, 1.3f, 2, false, 0, 0);

  /** For a picture of its own, whose longer side has so many pixels. */
  static OverlayStyle of(int longerSide) {
    float unit = Math.max(1, longerSide / 800f);
    return new OverlayStyle(96, 1.8f * unit, 2 * unit, false, 1.4f * unit, 3.2 * unit);
  }
}
