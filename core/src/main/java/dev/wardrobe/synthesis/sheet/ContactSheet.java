package dev.wardrobe.synthesis.sheet;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.synthesis.photography.JpegEncoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A page of annotated photos, 1600 pixels wide: equal cells, in each a photo with masks, boxes and
 * landmarks in a colour for each category, and what is said of its items below.
 */
public final class ContactSheet {
  private static final int WIDTH = 1600;
  private static final int QUALITY = 88;
  private static final int COLUMNS = 5;
  private static final int MARGIN = 30;
  private static final int GAP = 20;
  private static final int CELL = (WIDTH - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS;
  private static final int PAD = 8;
  private static final int PHOTO_WIDTH = CELL - 2 * PAD;
  private static final int PHOTO_HEIGHT = PHOTO_WIDTH * 5 / 4;
  private static final int HEAD = 96;
  private static final int LABEL_HEIGHT = 20;
  private static final int ITEM_HEIGHT = 38;
  private static final int SWATCH = 12;

  private static final Color PAGE = new Color(0xF4F2EE);
  private static final Color CARD = Color.WHITE;
  private static final Color RIM = new Color(0xDDD8D0);
  private static final Color MAT = new Color(0xECE9E4);
  private static final Color INK = new Color(0x2B2B2B);
  private static final Color PALE = new Color(0x6F6A63);

  private final Graphics2D graphics;

  private ContactSheet(Graphics2D graphics) {
    this.graphics = graphics;
  }

  /**
   * Draws some of the photos, chosen so that all categories, sources and attributes appear as far
   * as there is room.
   *
   * @param title at the top; letters are shown in lower case
   * @param photos to choose from
   * @param most how many to show at most; whole rows are of five
   */
  public static BufferedImage draw(String title, List<SheetPhoto> photos, int most) {
    List<SheetPhoto> chosen = SheetChoice.of(photos, most);
    int items = chosen.stream().mapToInt(photo -> photo.photo().items().size()).max().orElse(0);
    int cellHeight = PAD + PHOTO_HEIGHT + PAD + LABEL_HEIGHT + items * ITEM_HEIGHT + PAD;
    int rows = Math.ceilDiv(chosen.size(), COLUMNS);
    int height = HEAD + rows * (cellHeight + GAP) - GAP + MARGIN;
    BufferedImage page =
        new BufferedImage(WIDTH, Math.max(height, HEAD + MARGIN), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = page.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    ContactSheet sheet = new ContactSheet(graphics);
    sheet.drawHead(title, page.getHeight());
    for (int i = 0; i < chosen.size(); i++) {
      int x = MARGIN + i % COLUMNS * (CELL + GAP);
      int y = HEAD + i / COLUMNS * (cellHeight + GAP);
      sheet.drawCell(chosen.get(i), x, y, cellHeight);
    }
    graphics.dispose();
    return page;
  }

  /**
   * Draws them into a PNG file, or, if its name ends in ".jpg", into a JPEG file, which is about a
   * quarter as large.
   *
   * @see #draw
   */
  public static void write(String title, List<SheetPhoto> photos, int most, Path file) {
    BufferedImage page = draw(title, photos, most);
    boolean jpeg = file.toString().endsWith(".jpg");
    AtomicFile.write(
        file,
        out -> {
          if (jpeg) {
            out.write(JpegEncoder.encode(page, QUALITY));
          } else {
            ImageIO.write(page, "png", out);
          }
        });
  }

  private void drawHead(String title, int height) {
    graphics.setColor(PAGE);
    graphics.fillRect(0, 0, WIDTH, height);
    write(INK, PixelFont.fitted(title, 3, WIDTH - 2 * MARGIN), MARGIN, MARGIN, 3);
    write(
        PALE,
        "tinted: mask   dashed: box   dot: visible landmark   ring: occluded   caption: scale,"
            + " occlusion, zoom-in, viewpoint",
        MARGIN,
        MARGIN + 34,
        2);
  }

  private void drawCell(SheetPhoto photo, int x, int y, int height) {
    graphics.setColor(RIM);
    graphics.fillRect(x - 1, y - 1, CELL + 2, height + 2);
    graphics.setColor(CARD);
    graphics.fillRect(x, y, CELL, height);
    graphics.setColor(MAT);
    graphics.fillRect(x + PAD, y + PAD, PHOTO_WIDTH, PHOTO_HEIGHT);
    drawPhoto(photo, x + PAD, y + PAD);
    int line = y + PAD + PHOTO_HEIGHT + PAD;
    String source = photo.photo().source().map(ContactSheet::word).orElse("");
    String label = "%s %s pair %d".formatted(photo.label(), source, photo.photo().pairId());
    write(PALE, PixelFont.fitted(label, 1, PHOTO_WIDTH), x + PAD, line + 2, 1);
    line += LABEL_HEIGHT;
    for (Item item : photo.photo().items()) {
      drawCaption(item, x + PAD, line);
      line += ITEM_HEIGHT;
    }
  }

  private static String word(Source source) {
    return source == Source.USER ? "consumer" : "shop";
  }

  private void drawPhoto(SheetPhoto photo, int x, int y) {
    BufferedImage pixels = photo.pixels().get();
    double scale =
        Math.min(
            PHOTO_WIDTH / (double) pixels.getWidth(), PHOTO_HEIGHT / (double) pixels.getHeight());
    int width = Math.max(1, (int) Math.round(pixels.getWidth() * scale));
    int height = Math.max(1, (int) Math.round(pixels.getHeight() * scale));
    int left = x + (PHOTO_WIDTH - width) / 2;
    int top = y + (PHOTO_HEIGHT - height) / 2;
    graphics.drawImage(Thumbnail.of(pixels, width, height), left, top, null);
    graphics.setClip(left, top, width, height);
    ItemOverlay overlay = new ItemOverlay(graphics, left, top, scale);
    photo.photo().items().forEach(overlay::draw);
    graphics.setClip(null);
  }

  private void drawCaption(Item item, int x, int y) {
    graphics.setColor(CategoryColours.of(item.category()));
    graphics.fillRect(x, y + 1, SWATCH, SWATCH);
    write(INK, item.category().annotationName(), x + SWATCH + 6, y, 2);
    write(PALE, PixelFont.fitted(words(item.attributes()), 1, PHOTO_WIDTH), x, y + 21, 1);
  }

  private static String words(Attributes is) {
    return "%s, %s occl, %s zoom, %s"
        .formatted(
            is.scale().map(value -> value.label()).orElse("?"),
            is.occlusion().map(value -> value.label()).orElse("?"),
            is.zoomIn().map(value -> value.label()).orElse("?"),
            is.viewpoint().map(value -> value.label().replace(" or ", "/")).orElse("?"));
  }

  private void write(Color colour, String text, int x, int y, int size) {
    graphics.setColor(colour);
    PixelFont.write(graphics, text, x, y, size);
  }
}
