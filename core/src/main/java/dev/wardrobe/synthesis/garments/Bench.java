package dev.wardrobe.synthesis.garments;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Mark;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;

/** What lies before the tailor: a design, the figure it is for, and how it is to be worn. */
final class Bench {
  /** Brightness of cloth that is seen from inside. */
  private static final double INSIDE_LIGHT = .6;

  private final GarmentDesign design;
  private final Frame frame;
  private final int item;
  private final Fit fit;
  private final Cut cut;
  private final LandmarkSchema schema;
  private final int rank;

  Bench(GarmentDesign design, Frame frame, int item, Fit fit) {
    this.design = design;
    this.frame = frame;
    this.item = item;
    boolean top = isTop(design.category());
    this.fit = new Fit(top && fit.tucked(), fit.under(), fit.folds());
    cut = fit.under() ? design.cut().pressed() : design.cut();
    schema = design.category().landmarks();
    rank = rank(design, this.fit);
  }

  private static boolean isTop(Category category) {
    return switch (category) {
      case SHORT_SLEEVE_TOP, LONG_SLEEVE_TOP, VEST, SLING -> true;
      default -> false;
    };
  }

  private static int rank(GarmentDesign design, Fit fit) {
    return switch (design.category()) {
      case SHORTS, TROUSERS, SKIRT -> 10;
      case SHORT_SLEEVE_OUTWEAR, LONG_SLEEVE_OUTWEAR -> 30;
      case SHORT_SLEEVE_TOP, LONG_SLEEVE_TOP, VEST, SLING -> fit.tucked() ? 5 : 20;
      case SHORT_SLEEVE_DRESS, LONG_SLEEVE_DRESS, VEST_DRESS, SLING_DRESS -> 20;
    };
  }

  GarmentDesign design() {
    return design;
  }

  /** The shape as worn. */
  Cut cut() {
    return cut;
  }

  Trim trim() {
    return design.trim();
  }

  Frame frame() {
    return frame;
  }

  Fit fit() {
    return fit;
  }

  /** Choices for the creases of one part of this garment in this photo. */
  Dice folds(long part) {
    return new Dice(fit.folds(), design.category().id(), part);
  }

  /** The trunk or the legs: outlines that together are one layer, with their landmarks. */
  Piece outside(List<List<Knot>> outlines, Anchor anchor, List<Detail> details) {
    return piece(Slot.GARMENT, rank, outlines, 1, anchor, details);
  }

  /** A part of the trunk under its others: part of the same garment without a place before them. */
  Piece underlay(List<Knot> outline, double light, Anchor anchor) {
    return piece(Slot.GARMENT, rank - 1, List.of(outline), light, anchor, List.of());
  }

  /** The side of the cloth that faces the body, behind the body. */
  Piece inside(List<List<Knot>> outlines, List<Detail> details) {
    return piece(Slot.INSIDE, rank, outlines, INSIDE_LIGHT, anchor(), details);
  }

  /** A part behind the neck, further back than the inside. */
  Piece hood(List<Knot> outline, double light, List<Detail> details) {
    return piece(Slot.INSIDE, rank - 1, List.of(outline), light, anchor(), details);
  }

  /**
   * A sleeve.
   *
   * @param cover what it covers at least, besides its outline
   */
  Piece sleeve(
      Limb arm, List<Knot> outline, List<double[]> cover, Anchor anchor, List<Detail> details) {
    Slot slot =
        arm.behind() ? Slot.FAR_ARM : arm.side() == Side.LEFT ? Slot.LEFT_ARM : Slot.RIGHT_ARM;
    List<double[]> polygons = new ArrayList<>();
    polygons.add(Contour.polygon(outline));
    polygons.addAll(cover);
    Layer layer = new Layer(item, polygons, design.fabric(), 1, anchor, details);
    return new Piece(slot, rank, layer, Contour.marks(outline, schema));
  }

  /** How the fabric lies on the trunk. */
  Anchor anchor() {
    Point down = frame.down().unit();
    return new Anchor(frame.at(0, .1, frame.seen()), down.turned().times(-1), down);
  }

  private Piece piece(
      Slot slot,
      int at,
      List<List<Knot>> outlines,
      double light,
      Anchor anchor,
      List<Detail> details) {
    List<double[]> polygons = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    for (List<Knot> outline : outlines) {
      polygons.add(Contour.polygon(outline));
      marks.addAll(Contour.marks(outline, schema));
    }
    Layer layer = new Layer(item, polygons, design.fabric(), light, anchor, details);
    return new Piece(slot, at, layer, marks);
  }
}
