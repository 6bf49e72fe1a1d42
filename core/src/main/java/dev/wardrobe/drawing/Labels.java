package dev.wardrobe.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Writes labels beside boxes, each where it covers no other, as far as there is room. */
final class Labels {
  private final Graphics2D graphics;
  private final Rectangle area;
  private final int size;
  private final List<Rectangle> taken = new ArrayList<>();

  /**
   * No labels yet.
   *
   * @param area of the page, which labels do not leave
   * @param size of one dot of the letters, in page pixels
   */
  Labels(Graphics2D graphics, Rectangle area, int size) {
    this.graphics = graphics;
    this.area = area;
    this.size = size;
  }

  /** Writes a label beside a box of the page, on its colour. */
  void write(String label, Rectangle2D box, Color colour) {
    int pad = 2 * size;
    String text = PixelFont.fitted(label, size, area.width - 2 * pad);
    int width = PixelFont.width(text, size) - size + 2 * pad;
    int height = PixelFont.HEIGHT * size + 2 * pad;
    Rectangle place = place(box, width, height);
    taken.add(place);
    graphics.setColor(colour);
    graphics.fill(place);
    graphics.setColor(CategoryColours.inkOn(colour));
    PixelFont.write(graphics, text, place.x + pad, place.y + pad, size);
  }

  /** Above the box, else inside at its top, below, inside at its bottom, or lower and lower. */
  private Rectangle place(Rectangle2D box, int width, int height) {
    int left = (int) Math.round(box.getMinX());
    int right = (int) Math.round(box.getMaxX()) - width;
    int top = (int) Math.round(box.getMinY());
    int bottom = (int) Math.round(box.getMaxY());
    List<Rectangle> places = new ArrayList<>();
    for (int y : new int[] {top - height, top, bottom - height, bottom}) {
      places.add(new Rectangle(left, y, width, height));
      places.add(new Rectangle(right, y, width, height));
    }
    for (int y = top + height; y < bottom - height; y += height) {
      places.add(new Rectangle(left, y, width, height));
    }
    return places.stream()
        .filter(area::contains)
        .filter(this::free)
        .findFirst()
        .orElseGet(() -> inside(new Rectangle(left, top, width, height)));
  }

  private boolean free(Rectangle place) {
    return taken.stream().noneMatch(place::intersects);
  }

  private Rectangle inside(Rectangle place) {
    place.x = Math.max(area.x, Math.min(place.x, area.x + area.width - place.width));
    place.y = Math.max(area.y, Math.min(place.y, area.y + area.height - place.height));
    return place;
  }
}
