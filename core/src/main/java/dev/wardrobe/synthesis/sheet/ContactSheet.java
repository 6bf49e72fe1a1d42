package dev.wardrobe.synthesis.sheet;

import dev.wardrobe.drawing.PixelFont;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.synthesis.photography.JpegEncoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/**
 * A page of annotated photos, 1600 pixels wide, four in a row: photos with masks, boxes and
 * landmarks in a colour for each category, and what is said of their items below. First come two
 * garments, each in a consumer's photo beside a shop's.
 */
public final class ContactSheet {
  private static final int COLUMNS = 4;
  private static final int MARGIN = 20;
  private static final int GAP = 16;
  private static final int STEP = SheetCard.WIDTH + GAP;
  private static final int WIDTH = 2 * MARGIN + COLUMNS * STEP - GAP;
  private static final int QUALITY = 88;
  private static final int HEAD = 92;
  private static final int RIBBON = 40;
  private static final int FRAME = 4;
  private static final int TIE_PAD = 6;
  private static final int TITLE_SIZE = 3;
  private static final int LEGEND_SIZE = 2;
  private static final int LEGEND_BELOW = 36;

  private static final Color PAGE = new Color(0xF4F2EE);
  private static final Color INK = new Color(0x2B2B2B);
  private static final Color PALE = new Color(0x6F6A63);
  private static final Color TIE = new Color(0x37474F);
  private static final Color TIED = new Color(0xCFD8DC);

  private final List<Tie> ties = new ArrayList<>();
  private final List<SheetCard> cards = new ArrayList<>();

  /** Says what the cards at a place and the next have in common. */
  private record Tie(int place, String text) {}

  private ContactSheet(SheetChoice choice) {
    for (SheetPair pair : choice.pairs()) {
      ties.add(new Tie(cards.size(), "same garment: " + pair.category().annotationName()));
      cards.add(new SheetCard(pair.consumer()));
      cards.add(new SheetCard(pair.shop()));
    }
    // Cards of like height share a row, which leaves little of the page empty.
    choice.singles().stream()
        .map(SheetCard::new)
        .sorted(Comparator.comparingInt(SheetCard::height).reversed())
        .forEach(cards::add);
  }

  /**
   * Draws some of the photos, chosen so that all categories, sources and attributes appear as far
   * as there is room.
   *
   * @param title at the top; letters are shown in lower case
   * @param photos to choose from
   * @param most how many to show at most; whole rows are of four
   */
  public static BufferedImage draw(String title, List<SheetPhoto> photos, int most) {
    return new ContactSheet(SheetChoice.of(photos, most)).draw(title);
  }

  /**
   * Draws them into a PNG file, or, if its name ends in ".jpg", into a JPEG file, which is about a
   * quarter as large.
   *
   * @see #draw
   */
  public static void write(String title, List<SheetPhoto> photos, int most, Path file) {
    BufferedImage page = draw(title, photos, most);
    boolean jpeg = file.toString().toLowerCase(Locale.ROOT).endsWith(".jpg");
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

  private BufferedImage draw(String title) {
    int height = HEAD + MARGIN;
    for (int first = 0; first < cards.size(); first += COLUMNS) {
      height += rowHeight(first) + GAP;
    }
    BufferedImage page = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = page.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    drawHead(graphics, title, height);
    int y = HEAD;
    for (int first = 0; first < cards.size(); first += COLUMNS) {
      drawRow(graphics, first, y);
      y += rowHeight(first) + GAP;
    }
    graphics.dispose();
    return page;
  }

  private int rowHeight(int first) {
    int highest = 0;
    for (int place = first; place < Math.min(first + COLUMNS, cards.size()); place++) {
      highest = Math.max(highest, cards.get(place).height() + above(place));
    }
    return highest;
  }

  /** The room that a tie takes above a card. */
  private int above(int place) {
    return place < 2 * ties.size() ? RIBBON : 0;
  }

  private static void drawHead(Graphics2D graphics, String title, int height) {
    graphics.setColor(PAGE);
    graphics.fillRect(0, 0, WIDTH, height);
    graphics.setColor(INK);
    String fitted = PixelFont.fitted(title, TITLE_SIZE, WIDTH - 2 * MARGIN);
    PixelFont.write(graphics, fitted, MARGIN, MARGIN, TITLE_SIZE);
    graphics.setColor(PALE);
    String legend =
        "a colour for each category - tinted: mask - dashed: box - dot: landmark seen - ring: landmark"
            + " hidden";
    PixelFont.write(graphics, legend, MARGIN, MARGIN + LEGEND_BELOW, LEGEND_SIZE);
  }

  private void drawRow(Graphics2D graphics, int first, int y) {
    for (Tie tie : ties) {
      if (tie.place >= first && tie.place < first + COLUMNS) {
        drawTie(graphics, tie, y);
      }
    }
    for (int place = first; place < Math.min(first + COLUMNS, cards.size()); place++) {
      cards.get(place).draw(graphics, x(place), y + above(place));
    }
  }

  private static int x(int place) {
    return MARGIN + place % COLUMNS * STEP;
  }

  /** A ribbon above two cards, and a ground below both. */
  private void drawTie(Graphics2D graphics, Tie tie, int y) {
    int x = x(tie.place);
    int width = STEP + SheetCard.WIDTH + 2 * FRAME;
    int highest = Math.max(cards.get(tie.place).height(), cards.get(tie.place + 1).height());
    graphics.setColor(TIED);
    graphics.fillRect(x - FRAME, y, width, RIBBON + highest + FRAME);
    graphics.setColor(TIE);
    graphics.fillRect(x - FRAME, y, width, RIBBON - FRAME);
    graphics.setColor(Color.WHITE);
    PixelFont.write(graphics, tie.text, x + TIE_PAD, y + TIE_PAD, TITLE_SIZE);
  }
}
