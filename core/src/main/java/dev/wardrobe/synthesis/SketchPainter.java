package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.synthesis.chance.Dice;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws a sketch: the ground, plain figures, their garments from the innermost out, covers. */
final class SketchPainter {
  private static final List<List<String>> SEAMS =
      List.of(
          List.of("left_shoulder", "left_armpit"),
          List.of("right_armpit", "right_shoulder"),
          List.of("waistband", "crotch"));
  private static final List<String> INSIDE =
      List.of(
          "left_neckline",
          "neckline_back",
          "right_neckline",
          "right_neckline_front",
          "neckline_front",
          "right_front_top",
          "right_front_upper",
          "right_front_lower",
          "right_front_bottom",
          "left_front_bottom",
          "left_front_lower",
          "left_front_upper",
          "left_front_top",
          "left_neckline_front");

  private final Sketch sketch;
  private final Graphics2D graphics;
  private final Dice looks;

  private SketchPainter(Sketch sketch, Graphics2D graphics) {
    this.sketch = sketch;
    this.graphics = graphics;
    this.looks = new Dice(sketch.lookSeed());
  }

  /** The pixels; needs no display. */
  static BufferedImage paint(Sketch sketch) {
    BufferedImage image =
        new BufferedImage(
            sketch.size().width(), sketch.size().height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      new SketchPainter(sketch, graphics).paint();
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private void paint() {
    paintGround();
    Color skin = colour(looks.between(.05, .09), .35, looks.between(.55, .92));
    if (sketch.viewpoint() != Viewpoint.NO_WEAR) {
      sketch.figures().forEach(figure -> paintFigure(figure, skin));
    }
    sketch.layers().forEach(this::paintInside);
    sketch.layers().forEach(this::paintGarment);
    for (Ellipse2D cover : sketch.covers()) {
      graphics.setColor(colour(looks.between(.04, .1), .45, looks.between(.2, .5)));
      graphics.fill(cover);
    }
  }

  private void paintGround() {
    double width = sketch.size().width();
    double height = sketch.size().height();
    double hue = looks.next();
    graphics.setColor(colour(hue, .06, .97));
    graphics.fill(new Rectangle2D.Double(0, 0, width, height));
    if (sketch.role().source() == Source.USER) {
      double horizon = height * looks.between(.55, .85);
      graphics.setColor(colour(hue, .16, .86));
      graphics.fill(new Rectangle2D.Double(0, 0, width, horizon));
      graphics.setColor(colour(looks.next(), .14, .68));
      graphics.fill(new Rectangle2D.Double(0, horizon, width, height - horizon));
    }
  }

  private void paintFigure(AffineTransform figure, Color skin) {
    graphics.setColor(skin);
    Stream.of(
            new Ellipse2D.Double(-.058, -.2, .116, .155),
            new Rectangle2D.Double(-.03, -.08, .06, .12),
            new RoundRectangle2D.Double(-.125, .04, .25, .4, .1, .1),
            new RoundRectangle2D.Double(-.125, .38, .115, .68, .06, .06),
            new RoundRectangle2D.Double(.01, .38, .115, .68, .06, .06),
            tilted(new RoundRectangle2D.Double(-.18, .025, .062, .5, .06, .06), .22, -.149),
            tilted(new RoundRectangle2D.Double(.118, .025, .062, .5, .06, .06), -.22, .149))
        .map(figure::createTransformedShape)
        .forEach(graphics::fill);
  }

  private static Shape tilted(Shape arm, double angle, double shoulder) {
    return AffineTransform.getRotateInstance(angle, shoulder, .05).createTransformedShape(arm);
  }

  /** The back of the garment, as far as the neck or an open front shows it. */
  private void paintInside(Silhouette silhouette) {
    List<Integer> inside = named(silhouette, INSIDE);
    if (inside.size() > 2) {
      graphics.setColor(fabric(silhouette, .55));
      graphics.fill(SketchPaths.closed(List.of(silhouette.points(inside))));
    }
  }

  private void paintGarment(Silhouette silhouette) {
    List<double[]> parts = new ArrayList<>();
    silhouette.outline().parts().forEach(part -> parts.add(silhouette.points(part)));
    Path2D shape = SketchPaths.closed(parts);
    graphics.setColor(fabric(silhouette, 1));
    graphics.fill(shape);
    float line = Math.max(1f, sketch.size().height() / 300f);
    graphics.setStroke(new BasicStroke(line, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.setColor(fabric(silhouette, .6));
    graphics.draw(shape);
    for (List<String> seam : SEAMS) {
      List<Integer> ends = named(silhouette, seam);
      if (ends.size() == seam.size()) {
        graphics.draw(SketchPaths.open(silhouette.points(ends)));
      }
    }
    paintWaistband(silhouette);
    paintBackOfCollar(silhouette);
  }

  private void paintBackOfCollar(Silhouette silhouette) {
    List<Integer> collar = named(silhouette, INSIDE.subList(0, 3));
    if (collar.size() == 3) {
      graphics.draw(SketchPaths.open(silhouette.points(collar)));
    }
  }

  private void paintWaistband(Silhouette silhouette) {
    List<Integer> band =
        named(silhouette, List.of("left_waistband", "waistband", "right_waistband"));
    if (band.size() == 3) {
      double[] line = silhouette.points(band);
      double across = Math.hypot(line[4] - line[0], line[5] - line[1]) * .16;
      for (int i = 1; i < line.length; i += 2) {
        line[i] += across;
      }
      graphics.draw(SketchPaths.open(line));
    }
  }

  private static List<Integer> named(Silhouette silhouette, List<String> names) {
    return names.stream()
        .map(silhouette.schema().names()::indexOf)
        .filter(index -> index >= 0)
        .toList();
  }

  private static Color fabric(Silhouette silhouette, double light) {
    Garment garment = silhouette.garment();
    return colour(garment.hue(), garment.saturation(), garment.brightness() * light);
  }

  private static Color colour(double hue, double saturation, double brightness) {
    return Color.getHSBColor((float) hue, (float) saturation, (float) brightness);
  }
}
