package dev.wardrobe.synthesis.sheet;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Draws an item's annotation over its photo: the mask tinted and outlined, the box, the outline
 * through the landmarks, the landmarks as dots, hidden ones as rings.
 */
final class ItemOverlay {
  private static final int TINT = 56;
  private static final float MASK_LINE = 1.3f;
  private static final float BOX_LINE = 1.2f;
  private static final float CHAIN_LINE = .8f;
  private static final double DOT = 2.6;
  private static final float[] DASHES = {5, 3};

  private final Graphics2D graphics;
  private final double x;
  private final double y;
  private final double scale;

  /**
   * Draws over a photo.
   *
   * @param x where on the page the photo's left edge is
   * @param y where its upper edge is
   * @param scale page pixels a photo pixel
   */
  ItemOverlay(Graphics2D graphics, double x, double y, double scale) {
    this.graphics = graphics;
    this.x = x;
    this.y = y;
    this.scale = scale;
  }

  void draw(Item item) {
    Category category = item.category();
    if (item.mask() instanceof PolygonMask polygons) {
      drawMask(polygons, category);
    }
    drawBox(item.box(), category);
    drawChains(item.landmarks(), category);
    drawDots(item.landmarks(), category);
  }

  /** Coordinates are of pixels' middles. */
  private double px(double photoX) {
    return x + (photoX + .5) * scale;
  }

  private double py(double photoY) {
    return y + (photoY + .5) * scale;
  }

  private void drawMask(PolygonMask polygons, Category category) {
    Path2D all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    for (Coordinates part : polygons.parts()) {
      for (int i = 0; i + 1 < part.size(); i += 2) {
        if (i == 0) {
          all.moveTo(px(part.get(i)), py(part.get(i + 1)));
        } else {
          all.lineTo(px(part.get(i)), py(part.get(i + 1)));
        }
      }
      if (part.size() > 1) {
        all.closePath();
      }
    }
    graphics.setColor(CategoryColours.of(category, TINT));
    graphics.fill(all);
    stroke(all, CategoryColours.of(category), MASK_LINE);
  }

  private void drawBox(Box box, Category category) {
    graphics.setColor(CategoryColours.of(category));
    graphics.setStroke(
        new BasicStroke(BOX_LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, DASHES, 0));
    graphics.draw(
        new Rectangle2D.Double(
            px(box.x1()), py(box.y1()), box.width() * scale, box.height() * scale));
  }

  private void drawChains(Landmarks landmarks, Category category) {
    for (LandmarkSchema.Edge edge : category.landmarks().edges()) {
      if (labelled(landmarks, edge.from()) && labelled(landmarks, edge.to())) {
        stroke(
            new Line2D.Double(
                px(landmarks.x(edge.from())),
                py(landmarks.y(edge.from())),
                px(landmarks.x(edge.to())),
                py(landmarks.y(edge.to()))),
            new Color(255, 255, 255, 190),
            CHAIN_LINE);
      }
    }
  }

  private void drawDots(Landmarks landmarks, Category category) {
    for (int i = 0; i < landmarks.count(); i++) {
      if (labelled(landmarks, i)) {
        boolean seen = landmarks.visibility(i) == Landmarks.VISIBLE;
        Shape dot =
            new Ellipse2D.Double(
                px(landmarks.x(i)) - DOT, py(landmarks.y(i)) - DOT, 2 * DOT, 2 * DOT);
        Color colour = CategoryColours.of(category);
        graphics.setColor(seen ? colour : Color.WHITE);
        graphics.fill(dot);
        stroke(dot, seen ? Color.WHITE : colour, seen ? .9f : 1.3f);
      }
    }
  }

  private static boolean labelled(Landmarks landmarks, int index) {
    return landmarks.visibility(index) != Landmarks.NOT_LABELLED;
  }

  private void stroke(Shape shape, Color colour, float width) {
    graphics.setColor(colour);
    graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }
}
