package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.synthesis.chance.Dice;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Lays garments out on figures side by side, first in the figures' units, then in a photo. One
 * layout makes one attempt.
 */
final class SketchLayout {
  private static final double SIDE_WIDTH = .75;
  private static final double WOBBLE = .004;

  private final Dice dice;
  private final Viewpoint viewpoint;
  private final Source source;
  private final List<Silhouette> layers = new ArrayList<>();
  private final List<Double> middles = new ArrayList<>();
  private AffineTransform toPhoto = new AffineTransform();

  SketchLayout(List<List<Garment>> figures, Viewpoint viewpoint, Source source, Dice dice) {
    this.dice = dice;
    this.viewpoint = viewpoint;
    this.source = source;
    double middle = 0;
    double step = dice.between(.42, .62) * (dice.chance(.5) ? 1 : -1);
    List<List<Silhouette>> worn = new ArrayList<>();
    for (List<Garment> figure : figures) {
      List<Silhouette> silhouettes = new ArrayList<>();
      for (Garment garment : figure) {
        silhouettes.add(worn(garment, middle));
      }
      worn.add(silhouettes);
      middles.add(middle);
      middle += step;
    }
    if (dice.chance(.5)) {
      Collections.reverse(worn);
      Collections.reverse(middles);
    }
    worn.forEach(layers::addAll);
  }

  private Silhouette worn(Garment garment, double middle) {
    GarmentOutline outline = GarmentOutline.of(garment.category());
    double width = garment.width() * (viewpoint == Viewpoint.SIDE_OR_BACK ? SIDE_WIDTH : 1);
    double wobble = viewpoint == Viewpoint.NO_WEAR ? 0 : WOBBLE;
    double[] x = new double[outline.count()];
    double[] y = new double[outline.count()];
    for (int i = 0; i < x.length; i++) {
      double fromTop = outline.y(i) - outline.top();
      x[i] = middle + outline.x(i) * width + dice.between(-wobble, wobble);
      y[i] = outline.top() + fromTop * garment.length() + dice.between(-wobble, wobble);
    }
    return new Silhouette(garment, x, y);
  }

  /** Chooses where in the photo the figures are: all inside, or cut off at an edge. */
  void place(ImageSize size, boolean closeUp, boolean safe) {
    Box box = bounds();
    double fill =
        closeUp ? dice.between(.85, 1.2) : safe ? .95 : Math.min(.97, dice.between(.34, 1.08));
    double scale = fill * Math.min(size.width() / box.width(), size.height() / box.height());
    double freeX = size.width() - scale * box.width();
    double freeY = size.height() - scale * box.height();
    double left = freeX * (freeX < 0 ? .5 : dice.between(.05, .95));
    double top = freeY * (freeY < 0 ? .5 : dice.between(.05, .95));
    if (closeUp) {
      double cut = dice.between(.04, .27);
      switch (dice.below(4)) {
        case 0 -> left = -cut * scale * box.width();
        case 1 -> left = size.width() - (1 - cut) * scale * box.width();
        case 2 -> top = -cut * scale * box.height();
        default -> top = size.height() - (1 - cut) * scale * box.height();
      }
    }
    toPhoto = AffineTransform.getTranslateInstance(left, top);
    toPhoto.scale(scale, scale);
    toPhoto.translate(-box.x1(), -box.y1());
    double tilt = viewpoint == Viewpoint.NO_WEAR ? .12 : .03;
    double angle = closeUp ? dice.between(-tilt, tilt) : dice.between(-tilt, tilt) * (1 - fill);
    toPhoto.rotate(angle, (box.x1() + box.x2()) / 2, (box.y1() + box.y2()) / 2);
  }

  private Box bounds() {
    double x1 = Double.POSITIVE_INFINITY;
    double y1 = Double.POSITIVE_INFINITY;
    double x2 = Double.NEGATIVE_INFINITY;
    double y2 = Double.NEGATIVE_INFINITY;
    for (Silhouette layer : layers) {
      for (int i = 0; i < layer.count(); i++) {
        x1 = Math.min(x1, layer.x(i));
        x2 = Math.max(x2, layer.x(i));
        y1 = Math.min(y1, layer.y(i));
        y2 = Math.max(y2, layer.y(i));
      }
    }
    return new Box(x1, y1, x2, y2);
  }

  Sketch sketch(int imageId, SketchPlan.Role role, ImageSize size, int decimals) {
    List<Silhouette> placed = layers.stream().map(layer -> placed(layer, decimals)).toList();
    List<AffineTransform> figures = new ArrayList<>();
    for (double middle : middles) {
      AffineTransform figure = new AffineTransform(toPhoto);
      figure.translate(middle, 0);
      figure.scale(viewpoint == Viewpoint.SIDE_OR_BACK ? SIDE_WIDTH : 1, 1);
      figures.add(figure);
    }
    long lookSeed = (long) (dice.next() * 0x1p53);
    return new Sketch(
        imageId, role, size, viewpoint, decimals, figures, placed, covers(placed), lookSeed);
  }

  private Silhouette placed(Silhouette layer, int decimals) {
    double[] x = new double[layer.count()];
    double[] y = new double[x.length];
    Point2D.Double point = new Point2D.Double();
    for (int i = 0; i < x.length; i++) {
      point.setLocation(layer.x(i), layer.y(i));
      toPhoto.transform(point, point);
      x[i] = SketchAnnotator.rounded(point.x, decimals);
      y[i] = SketchAnnotator.rounded(point.y, decimals);
    }
    return new Silhouette(layer.garment(), x, y);
  }

  /** Bags, hands, hair: in front of consumers more often than of shop garments. */
  private List<Ellipse2D.Double> covers(List<Silhouette> placed) {
    List<Ellipse2D.Double> covers = new ArrayList<>();
    double unit = toPhoto.getScaleY();
    double chance = source == Source.USER ? .75 : .5;
    for (Silhouette silhouette : placed) {
      while (covers.size() < 4 && dice.chance(chance)) {
        int at = dice.below(silhouette.schema().count());
        double width = unit * dice.between(.06, .22);
        double height = unit * dice.between(.06, .3);
        covers.add(
            new Ellipse2D.Double(
                silhouette.x(at) - width / 2, silhouette.y(at) - height / 2, width, height));
      }
    }
    return covers;
  }
}
