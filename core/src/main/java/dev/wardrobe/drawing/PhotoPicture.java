package dev.wardrobe.drawing;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A photo with items drawn over it: masks tinted, boxes, landmarks joined to the garment's outline,
 * labels. Small photos are enlarged to a longer side of {@value #SMALLEST} pixels, by four at most,
 * so that labels can be read, and large ones reduced to {@value #LARGEST}.
 */
public final class PhotoPicture {
  private static final int SMALLEST = 800;
  private static final int LARGEST = 1600;
  private static final int MOST_ENLARGED = 4;
  private static final int LARGE_LETTERS = 1200;

  private PhotoPicture() {}

  /**
   * Draws items over a photo.
   *
   * @param items the first on top
   */
  public static BufferedImage draw(BufferedImage photo, List<DrawnItem> items) {
    int longer = Math.max(photo.getWidth(), photo.getHeight());
    double wanted = Math.clamp((double) longer, SMALLEST, LARGEST);
    double scale = Math.min(MOST_ENLARGED, wanted / longer);
    BufferedImage picture =
        Thumbnail.of(photo, scaled(photo.getWidth(), scale), scaled(photo.getHeight(), scale));
    Graphics2D graphics = smooth(picture);
    int side = Math.max(picture.getWidth(), picture.getHeight());
    ItemOverlay overlay = new ItemOverlay(graphics, 0, 0, scale, OverlayStyle.of(side));
    overlay.draw(items);
    Labels labels =
        new Labels(
            graphics,
            new Rectangle(picture.getWidth(), picture.getHeight()),
            side < LARGE_LETTERS ? 2 : 3);
    for (DrawnItem item : items) {
      if (!item.label().isEmpty()) {
        labels.write(
            item.label(), overlay.onPage(item.box()), CategoryColours.of(item.category(), 255));
      }
    }
    graphics.dispose();
    return picture;
  }

  private static int scaled(int side, double scale) {
    return Math.max(1, (int) Math.round(side * scale));
  }

  /** What draws on an image with soft edges. */
  static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    return graphics;
  }
}
