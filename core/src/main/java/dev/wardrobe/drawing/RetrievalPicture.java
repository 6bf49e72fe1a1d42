package dev.wardrobe.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A query beside what was retrieved for it: the consumer's photo at the left, shops' photos at the
 * right in rows of five, best first, right ones framed green and wrong ones grey.
 */
public final class RetrievalPicture {
  private static final int COLUMNS = 5;
  private static final int TILE_WIDTH = 176;
  private static final int TILE_HEIGHT = 236;
  private static final int CAPTION = 24;
  private static final int GAP = 14;
  private static final int FRAME = 5;
  private static final int LETTERS = 2;
  private static final int QUERY_WIDTH = 2 * TILE_WIDTH;
  private static final int QUERY_HEIGHT = 2 * TILE_HEIGHT;

  private static final Color PAGE = new Color(0xF4F2EE);
  private static final Color MAT = new Color(0xE4E0D9);
  private static final Color INK = new Color(0x2B2B2B);
  private static final Color RIGHT = new Color(0x1B9E3E);
  private static final Color WRONG = new Color(0xB9B4AC);
  private static final Color QUERY = new Color(0x37474F);

  private RetrievalPicture() {}

  /** Whether a retrieved item is the one that was looked for. */
  public enum Truth {
    /** It is. */
    RIGHT,
    /** It is not. */
    WRONG,
    /** Nobody knows. */
    UNKNOWN
  }

  /**
   * A photo with the item in question.
   *
   * @param photo its pixels
   * @param item what is framed in it
   * @param caption a few words below it; letters are shown in lower case
   * @param truth whether it is right
   */
  public record Tile(BufferedImage photo, DrawnItem item, String caption, Truth truth) {}

  /**
   * Draws a query and its results.
   *
   * @param query whose truth is not shown
   * @param retrieved best first; may be empty
   */
  public static BufferedImage draw(Tile query, List<Tile> retrieved) {
    int rows = Math.max(2, (retrieved.size() + COLUMNS - 1) / COLUMNS);
    int width = 3 * GAP + QUERY_WIDTH + COLUMNS * (TILE_WIDTH + GAP);
    int height = GAP + rows * (TILE_HEIGHT + CAPTION + GAP);
    BufferedImage page = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = PhotoPicture.smooth(page);
    graphics.setColor(PAGE);
    graphics.fillRect(0, 0, width, height);
    draw(graphics, query, QUERY, new Rectangle(GAP, GAP, QUERY_WIDTH, QUERY_HEIGHT));
    for (int i = 0; i < retrieved.size(); i++) {
      int x = 3 * GAP + QUERY_WIDTH + i % COLUMNS * (TILE_WIDTH + GAP);
      int y = GAP + i / COLUMNS * (TILE_HEIGHT + CAPTION + GAP);
      Tile tile = retrieved.get(i);
      Color frame = tile.truth == Truth.RIGHT ? RIGHT : WRONG;
      draw(graphics, tile, frame, new Rectangle(x, y, TILE_WIDTH, TILE_HEIGHT));
    }
    graphics.dispose();
    return page;
  }

  private static void draw(Graphics2D graphics, Tile tile, Color frame, Rectangle place) {
    graphics.setColor(frame);
    graphics.fill(place);
    graphics.setColor(MAT);
    graphics.fillRect(
        place.x + FRAME, place.y + FRAME, place.width - 2 * FRAME, place.height - 2 * FRAME);
    double scale =
        Math.min(
            (place.width - 2.0 * FRAME) / tile.photo.getWidth(),
            (place.height - 2.0 * FRAME) / tile.photo.getHeight());
    int width = Math.max(1, (int) Math.round(tile.photo.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(tile.photo.getHeight() * scale));
    int left = place.x + (place.width - width) / 2;
    int top = place.y + (place.height - height) / 2;
    graphics.drawImage(Thumbnail.of(tile.photo, width, height), left, top, null);
    graphics.setClip(left, top, width, height);
    new ItemOverlay(graphics, left, top, scale, OverlayStyle.SMALL).draw(tile.item.plain());
    graphics.setClip(null);
    graphics.setColor(INK);
    String caption = PixelFont.fitted(tile.caption, LETTERS, place.width);
    PixelFont.write(graphics, caption, place.x, place.y + place.height + 6, LETTERS);
  }
}
