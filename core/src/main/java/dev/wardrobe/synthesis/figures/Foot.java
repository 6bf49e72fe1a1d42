package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Material.Finish;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;

/** Draws a foot with its shoe. */
final class Foot {
  /** From heel to toe. */
  private static final double LENGTH = .175;

  /** How far a foot points outwards. */
  private static final double SPLAY = .3;

  /** From the ankle down to the ground. */
  private static final double HEIGHT = .05;

  private final Wearer wearer;
  private final Shoes shoes;
  private final Limb leg;
  private final double ankle;

  /** The steps from the ankle to toe and heel, on the ground. */
  private final Point toe;

  private final Point heel;
  private final boolean fromBehind;

  private Foot(Wearer wearer, Skeleton skeleton, Limb leg) {
    this.wearer = wearer;
    this.shoes = wearer.shoes();
    this.leg = leg;
    this.ankle = leg.endHalf();
    this.fromBehind = skeleton.view() == View.BACK;
    int facing = fromBehind ? -1 : 1;
    double cos = StrictMath.cos(skeleton.turn());
    double sin = StrictMath.sin(skeleton.turn());
    double out = SPLAY * leg.side().sign();
    double aside = facing * (out * cos + sin);
    double nearer = facing * (cos - out * sin);
    double high = shoes.kind() == Shoes.Kind.HEELS ? .012 : 0;
    toe = new Point(aside * LENGTH * .7, HEIGHT + high + .026 * nearer);
    heel = new Point(-aside * LENGTH * .26, HEIGHT - .004 * nearer - high);
  }

  static List<Piece> pieces(Wearer wearer, Skeleton skeleton, Limb leg) {
    List<Piece> pieces = new ArrayList<>();
    new Foot(wearer, skeleton, leg).draw(pieces);
    return pieces;
  }

  private void draw(List<Piece> pieces) {
    switch (shoes.kind()) {
      case SNEAKERS -> pieces.add(shoe(shoes.sole(), List.of(foot(1.08)), upper(1.08, true)));
      case LACED -> pieces.add(shoe(shoes.sole(), List.of(foot(1)), upper(1, true)));
      case BOOTS -> {
        pieces.add(shoe(shoes.sole(), List.of(foot(1.05)), upper(1.05, false)));
        pieces.add(shoe(shoes.rgb(), List.of(shaft()), List.of()));
      }
      case FLATS -> {
        pieces.add(skin());
        pieces.add(shoe(shoes.rgb(), List.of(low(.55)), List.of()));
      }
      case HEELS -> {
        pieces.add(heelPost());
        pieces.add(skin());
        pieces.add(shoe(shoes.rgb(), List.of(low(.5)), List.of()));
      }
      case SANDALS -> {
        pieces.add(shoe(shoes.sole(), List.of(soleOutline()), List.of()));
        pieces.add(skin());
        pieces.add(shoe(shoes.rgb(), List.of(strap(.62), strap(.12)), List.of()));
      }
    }
  }

  private Piece skin() {
    return Piece.of(
        Slot.BODY,
        0,
        Layer.thing(foot(.92), new Material.Skin(wearer.skin()), Anchor.at(leg.end())));
  }

  private Piece shoe(int rgb, List<double[]> polygons, List<Detail> details) {
    Material material = new Material.Plain(rgb, finish());
    Layer layer = new Layer(Layer.NO_ITEM, polygons, material, 1, Anchor.at(leg.end()), details);
    return Piece.of(Slot.BODY, 0, layer);
  }

  private double x(Point step, double share) {
    return leg.end().x() + step.x() * share;
  }

  private double y(Point step, double share) {
    return leg.end().y() + step.y() * share;
  }

  /** How wide the front of the foot is seen. */
  private double ball() {
    return .035 * (.7 + .3 * ankle / .03);
  }

  private double[] foot(double thick) {
    double width = ankle * .9 * thick;
    double ball = ball() * thick;
    double flat = .017 * thick;
    return Hull.around(
        leg.end().x(),
        leg.end().y() - .004,
        width,
        .012,
        x(heel, .85),
        y(heel, 1) - flat,
        ankle * .85 * thick,
        flat,
        x(toe, .62),
        y(toe, .86) - flat,
        ball * .95,
        flat * 1.1,
        x(toe, .9),
        y(toe, 1) - flat * .8,
        ball * .8,
        flat * .8);
  }

  /** A shoe that leaves the instep bare. */
  private double[] low(double share) {
    double flat = .013;
    double ball = ball() * 1.04;
    double from = fromBehind ? .4 : share;
    return fromBehind
        ? Hull.around(
            x(heel, .85), y(heel, 1) - .018, ankle * .86, .02, x(toe, from), y(toe, .8), ball, flat)
        : Hull.around(
            x(heel, .2),
            y(toe, .86) - flat * .6,
            ball * .8,
            flat * .6,
            x(toe, .66),
            y(toe, .9) - flat,
            ball,
            flat,
            x(toe, .95),
            y(toe, 1) - flat * .7,
            ball * .72,
            flat * .8);
  }

  private double[] soleOutline() {
    double ball = ball() * 1.05;
    return Hull.around(
        x(heel, .85),
        y(heel, 1),
        ankle * .85,
        .005,
        x(toe, .62),
        y(toe, .88) + .002,
        ball,
        .005,
        x(toe, .92),
        y(toe, 1) + .002,
        ball * .84,
        .005);
  }

  private double[] strap(double share) {
    double half = share > .3 ? ball() * 1.02 : ankle * 1.02;
    double y = y(toe, share) - .022 * (1 - share) - (share > .3 ? .016 : 0);
    double x = x(toe, share * .9);
    double thick = .005;
    return new double[] {
      x - half,
      y - thick,
      x,
      y - thick * 2,
      x + half,
      y - thick,
      x + half,
      y + thick,
      x,
      y,
      x - half,
      y + thick
    };
  }

  private double[] shaft() {
    Outline outline = new Outline();
    double top = 1.62;
    for (int i = 0; i <= 6; i++) {
      double along = top + (2.04 - top) * i / 6;
      outline.add(leg.at(along, leg.half(along) * 1.12 + .003));
    }
    for (int i = 6; i >= 0; i--) {
      double along = top + (2.04 - top) * i / 6;
      outline.add(leg.at(along, -leg.half(along) * 1.12 - .003));
    }
    return outline.corners();
  }

  private Piece heelPost() {
    double x = x(heel, .85);
    double y = y(heel, 1);
    double ground = leg.end().y() + HEIGHT + .024;
    double[] post = {x - .014, y - .012, x + .014, y - .012, x + .006, ground, x - .006, ground};
    return Piece.of(
        Slot.BODY,
        0,
        Layer.thing(post, new Material.Plain(shoes.sole(), Finish.LEATHER), Anchor.at(leg.end())));
  }

  /** The upper part of a shoe over its sole, and its laces. */
  private List<Detail> upper(double thick, boolean laced) {
    List<Detail> details = new ArrayList<>();
    Material material = new Material.Plain(shoes.rgb(), finish());
    double[] upper = foot(thick);
    for (int i = 1; i < upper.length; i += 2) {
      upper[i] -= .009;
    }
    details.add(new Detail.Patch(upper, material, 1, false, Anchor.at(leg.end())));
    for (int i = 0; laced && !fromBehind && i < 3; i++) {
      double share = .2 + .12 * i;
      double x = x(toe, share);
      double y = y(toe, share) - .03 * (1 - share) - .01;
      double half = ankle * (.3 + .08 * i);
      double[] lace = {x - half, y - .002, x, y + .003, x + half, y - .002};
      details.add(new Detail.Seam(lace, .004, false));
    }
    return details;
  }

  private Finish finish() {
    return shoes.kind() == Shoes.Kind.SNEAKERS ? Finish.MATTE : Finish.LEATHER;
  }
}
