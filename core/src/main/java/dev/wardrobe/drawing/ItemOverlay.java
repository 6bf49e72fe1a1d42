package dev.wardrobe.drawing;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.structures.Box;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Draws items over their photo: the mask tinted and outlined, the box, the outline through the
 * landmarks, the landmarks as dots, hidden ones as rings; but no label.
 */
public final class ItemOverlay {
  private static final float[] DASHES = {5, 3};
  private static final int CHAIN_ALPHA = 190;

  private final Graphics2D graphics;
  private final double x;
  private final double y;
  private final double scale;
  private final OverlayStyle style;

  /**
   * Draws over a photo.
   *
   * @param x where on the page the photo's left edge is
   * @param y where its upper edge is
   * @param scale page pixels a photo pixel
   */
  public ItemOverlay(Graphics2D graphics, double x, double y, double scale, OverlayStyle style) {
    this.graphics = graphics;
    this.x = x;
    this.y = y;
    this.scale = scale;
    this.style = style;
  }

  /** Draws one item, over those drawn before. */
  public void draw(DrawnItem item) {
    drawMask(item);
    drawBox(item);
    drawLandmarks(item);
  }

  /** Draws several, the first on top; no mask hides a box, no box a landmark. */
  void draw(List<DrawnItem> items) {
    items.reversed().forEach(this::drawMask);
    items.reversed().forEach(this::drawBox);
    items.reversed().forEach(this::drawLandmarks);
  }

  /** Pixel i of the photo reaches from i to i + 1. */
  private double px(double photoX) {
    return x + photoX * scale;
  }

  private double py(double photoY) {
    return y + photoY * scale;
  }

  private void drawMask(DrawnItem item) {
    item.mask()
        .ifPresent(mask -> {
          Shape outline =
              new AffineTransform(scale, 0, 0, scale, px(0), py(0))
                  .createTransformedShape(MaskOutline.of(mask));
          graphics.setColor(CategoryColours.of(item.category(), style.tint()));
          graphics.fill(outline);
          stroke(outline, CategoryColours.of(item.category(), 255), style.maskLine());
        });
  }

  private void drawBox(DrawnItem item) {
    graphics.setColor(CategoryColours.of(item.category(), 255));
    graphics.setStroke(
        style.dashed()
            ? new BasicStroke(
                style.boxLine(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0)
            : new BasicStroke(style.boxLine(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    graphics.draw(onPage(item.box()));
  }

  /** A box of the photo on the page. */
  Rectangle2D onPage(Box box) {
    return new Rectangle2D.Double(
        px(box.x1()), py(box.y1()), box.width() * scale, box.height() * scale);
  }

  private void drawLandmarks(DrawnItem item) {
    List<DrawnLandmark> landmarks = item.landmarks();
    if (!landmarks.isEmpty()) {
      item.category().ifPresent(category -> drawChains(landmarks, category));
      landmarks.forEach(landmark -> drawDot(landmark, item));
    }
  }

  private void drawChains(List<DrawnLandmark> landmarks, Category category) {
    for (LandmarkSchema.Edge edge : category.landmarks().edges()) {
      DrawnLandmark from = landmarks.get(edge.from());
      DrawnLandmark to = landmarks.get(edge.to());
      double strength = Math.min(from.strength(), to.strength());
      if (strength > 0) {
        stroke(
            new Line2D.Double(px(from.x()), py(from.y()), px(to.x()), py(to.y())),
            new Color(255, 255, 255, alpha(CHAIN_ALPHA, strength)),
            style.chainLine());
      }
    }
  }

  private void drawDot(DrawnLandmark landmark, DrawnItem item) {
    if (landmark.strength() == 0) {
      return;
    }
    double radius = style.dot();
    Shape dot =
        new Ellipse2D.Double(
            px(landmark.x()) - radius, py(landmark.y()) - radius, 2 * radius, 2 * radius);
    int alpha = alpha(255, landmark.strength());
    Color colour = CategoryColours.of(item.category(), alpha);
    Color white = new Color(255, 255, 255, alpha);
    float unit = (float) (radius / OverlayStyle.SHEET.dot());
    graphics.setColor(landmark.hidden() ? white : colour);
    graphics.fill(dot);
    stroke(dot, landmark.hidden() ? colour : white, (landmark.hidden() ? 1.3f : .9f) * unit);
  }

  private static int alpha(int full, double strength) {
    return (int) Math.round(full * strength);
  }

  private void stroke(Shape shape, Color colour, float width) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }
}
