package dev.wardrobe.synthesis.sheet;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.drawing.CategoryColours;
import dev.wardrobe.drawing.DrawnItem;
import dev.wardrobe.drawing.ItemOverlay;
import dev.wardrobe.drawing.OverlayStyle;
import dev.wardrobe.drawing.PixelFont;
import dev.wardrobe.drawing.Thumbnail;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A photo on a contact sheet with its annotation drawn over it, and below it what is said of its
 * items; as high as these need.
 */
final class SheetCard {
  static final int WIDTH = 378;

  private static final int PAD = 8;
  private static final int PHOTO_WIDTH = WIDTH - 2 * PAD;
  private static final int PHOTO_HEIGHT = 440;
  private static final int LINE = 22;
  private static final int BAND = 35;
  private static final int NAME_SIZE = 3;
  private static final int TEXT_SIZE = 2;

  private static final Color CARD = Color.WHITE;
  private static final Color RIM = new Color(0xDDD8D0);
  private static final Color MAT = new Color(0xECE9E4);
  private static final Color INK = new Color(0x2B2B2B);
  private static final Color PALE = new Color(0x6F6A63);

  private final SheetPhoto photo;
  private final BufferedImage pixels;
  private final double scale;

  /** A card of a photo; its pixels are made now. */
  SheetCard(SheetPhoto photo) {
    this.photo = photo;
    BufferedImage whole = photo.pixels().get();
    this.scale =
        Math.min(
            PHOTO_WIDTH / (double) whole.getWidth(), PHOTO_HEIGHT / (double) whole.getHeight());
    this.pixels = Thumbnail.of(whole, scaled(whole.getWidth()), scaled(whole.getHeight()));
  }

  private int scaled(int side) {
    return Math.max(1, (int) Math.round(side * scale));
  }

  /** How high it is, in page pixels. */
  int height() {
    return PAD + pixels.getHeight() + PAD + 2 * LINE + PAD + items().size() * itemHeight();
  }

  private static int itemHeight() {
    return BAND + PAD + 2 * LINE + PAD;
  }

  private List<Item> items() {
    return photo.photo().items();
  }

  /** Draws it. */
  void draw(Graphics2D graphics, int x, int y) {
    graphics.setColor(RIM);
    graphics.fillRect(x - 1, y - 1, WIDTH + 2, height() + 2);
    graphics.setColor(CARD);
    graphics.fillRect(x, y, WIDTH, height());
    graphics.setColor(MAT);
    graphics.fillRect(x + PAD, y + PAD, PHOTO_WIDTH, pixels.getHeight());
    drawPhoto(graphics, x + (WIDTH - pixels.getWidth()) / 2, y + PAD);
    int line = y + PAD + pixels.getHeight() + PAD;
    write(graphics, INK, origin(), x + PAD, line);
    String label = "%s, pair %d".formatted(photo.label(), photo.photo().pairId());
    write(graphics, PALE, label, x + PAD, line + LINE);
    line += 2 * LINE + PAD;
    for (Item item : items()) {
      drawCaption(graphics, item, x, line);
      line += itemHeight();
    }
  }

  private String origin() {
    String source = photo.photo().source().map(SheetCard::word).orElse("a photo");
    return photo.shown().isEmpty() ? source : source + ", " + photo.shown();
  }

  private static String word(Source source) {
    return source == Source.USER ? "by a consumer" : "by a shop";
  }

  private void drawPhoto(Graphics2D graphics, int left, int top) {
    graphics.drawImage(pixels, left, top, null);
    graphics.setClip(left, top, pixels.getWidth(), pixels.getHeight());
    ItemOverlay overlay = new ItemOverlay(graphics, left, top, scale, OverlayStyle.SHEET);
    items().stream().map(DrawnItem::of).forEach(overlay::draw);
    graphics.setClip(null);
  }

  private static void drawCaption(Graphics2D graphics, Item item, int x, int y) {
    graphics.setColor(CategoryColours.of(item.category()));
    graphics.fillRect(x, y, WIDTH, BAND);
    graphics.setColor(Color.WHITE);
    PixelFont.write(graphics, item.category().annotationName(), x + PAD, y + 5, NAME_SIZE);
    Attributes is = item.attributes();
    String first =
        "scale %s, zoom-in %s"
            .formatted(
                is.scale().map(value -> value.label()).orElse("?"),
                is.zoomIn().map(value -> value.label()).orElse("?"));
    String second =
        "occlusion %s, %s"
            .formatted(
                is.occlusion().map(value -> value.label()).orElse("?"),
                is.viewpoint().map(value -> value.label()).orElse("?"));
    write(graphics, INK, first, x + PAD, y + BAND + PAD);
    write(graphics, INK, second, x + PAD, y + BAND + PAD + LINE);
  }

  private static void write(Graphics2D graphics, Color colour, String text, int x, int y) {
    graphics.setColor(colour);
    PixelFont.write(graphics, PixelFont.fitted(text, TEXT_SIZE, PHOTO_WIDTH), x, y, TEXT_SIZE);
  }
}
