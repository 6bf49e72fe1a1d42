package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;

/** Draws a head with its face. */
final class Head {
  /** How far the chin is above the base of the neck. */
  static final double CHIN = .072;

  /** How far the head is before the base of the neck. */
  private static final double FORWARD = .016;

  private static final double MOUTH = .19;

  private final Wearer wearer;
  private final Face face;
  private final Skull skull;
  private final List<Detail> details = new ArrayList<>();

  private Head(Wearer wearer, Skull skull) {
    this.wearer = wearer;
    this.face = wearer.face();
    this.skull = skull;
  }

  /** The form of a wearer's head in a pose. */
  static Skull skull(Wearer wearer, Pose pose, Skeleton skeleton) {
    double yaw = skeleton.turn() + pose.gaze() + (skeleton.view() == View.BACK ? Math.PI : 0);
    Frame frame = frame(skeleton, wearer.headHeight(), pose.tilt());
    return new Skull(frame, yaw, wearer.face().jaw());
  }

  /** A frame at the chin with a head's height as unit. */
  static Frame frame(Skeleton skeleton, double height, double tilt) {
    int facing = skeleton.view() == View.BACK ? -1 : 1;
    Frame neck = Frame.turned(skeleton.trunk(0, 0, 0), skeleton.lean() * .6 + tilt);
    Point chin = neck.at(facing * FORWARD * StrictMath.sin(skeleton.turn()), -CHIN);
    return new Frame(chin, neck.right().times(height), neck.down().times(height));
  }

  static Piece piece(Wearer wearer, Skull skull) {
    return new Head(wearer, skull).piece();
  }

  private Piece piece() {
    List<double[]> polygons = new ArrayList<>();
    polygons.add(skull.outline());
    ear(-1, polygons);
    ear(1, polygons);
    cheeks();
    beard();
    nose();
    mouth();
    details.addAll(Eyes.details(face, wearer.skin(), skull));
    Layer layer =
        new Layer(
            Layer.NO_ITEM,
            polygons,
            new Material.Skin(wearer.skin()),
            1,
            skull.frame().anchor(),
            details);
    return Piece.of(Slot.HEAD, 0, layer);
  }

  private void ear(int side, List<double[]> polygons) {
    double facing = skull.facing(98 * side);
    if (facing < -.35) {
      return;
    }
    double across = skull.across(98 * side, .46, .012);
    double half = .035 + .045 * Math.max(0, facing);
    double[] ear = skull.frame().disc(across, -.45, half, .105);
    polygons.add(ear);
    if (facing > .25) {
      details.add(new Detail.Patch(ear, skin(.94), 1, true, skull.frame().anchor()));
    }
  }

  private Material skin(double light) {
    return new Material.Skin(Shade.darker(wearer.skin(), 1 - light));
  }

  private void patch(double[] polygon, Material material) {
    details.add(new Detail.Patch(polygon, material, 1, false, skull.frame().anchor()));
  }

  private void patch(double[] polygon, int rgb) {
    patch(polygon, new Material.Plain(rgb, Material.Finish.MATTE));
  }

  private double heads(double share) {
    return share * skull.frame().right().length();
  }

  private void cheeks() {
    int blush = Shade.mixed(wearer.skin(), 0xc0504a, .16);
    for (int side = -1; side <= 1; side += 2) {
      if (skull.facing(34 * side) > .25) {
        patch(
            skull.patch(34 * side, .33, -9, 0, 0, .045, 9, 0, 0, -.045), new Material.Skin(blush));
      }
    }
  }

  private void beard() {
    if (face.beard() == Face.Beard.NONE || skull.facing(0) < -.2) {
      return;
    }
    Material material =
        face.beard() == Face.Beard.STUBBLE
            ? new Material.Skin(Shade.mixed(wearer.skin(), wearer.hair().rgb(), .22))
            : new Material.Hair(wearer.hair().rgb(), wearer.hair().seed());
    if (face.beard() != Face.Beard.MOUSTACHE) {
      patch(
          skull.patch(
              0, 0, -82, .5, -70, .36, -50, .22, -30, .19, -20, .245, 0, .275, 20, .245, 30, .19,
              50, .22, 70, .36, 82, .5, 84, .2, 60, -.06, 0, -.08, -60, -.06, -84, .2),
          material);
    } else {
      patch(
          skull.patch(0, .225, -24, -.03, -12, .015, 0, .02, 12, .015, 24, -.03, 0, .0), material);
    }
  }

  private void nose() {
    if (skull.facing(0) < .05) {
      return;
    }
    // The line of the nose's shaded side: away from where the face looks.
    int side = skull.yaw() > 0 ? -1 : 1;
    double wide = 8.5 * face.nose();
    int shade = Shade.mixed(Shade.darker(wearer.skin(), .22), 0xa86a55, .15 + .35 * deep());
    double tip = Math.max(-1, Math.min(1, skull.yaw() / 60)) * 9;
    patch(
        skull.patch(
            tip,
            .3,
            -wide,
            .012,
            -wide * .5,
            .002,
            0,
            -.006,
            wide * .5,
            .002,
            wide,
            .012,
            wide * .5,
            -.01,
            0,
            -.02,
            -wide * .5,
            -.01),
        shade);
    details.add(
        new Detail.Fold(
            skull.line(
                tip * .5, 0, 4 * side, .5, 5 * side + tip * .3, .4, 6 * side + tip * .6, .31),
            heads(.05),
            .3));
    details.add(new Detail.Fold(skull.line(tip * .6, 0, 0, .47, tip * .3, .36), heads(.04), -.2));
  }

  /** How deep the complexion is; lines in a deep one are lighter, so that they are seen. */
  private double deep() {
    return Shade.depth(wearer.skin());
  }

  private void mouth() {
    if (skull.facing(0) < .05) {
      return;
    }
    double wide = 15 + 5 * face.smile();
    double lift = .012 + .022 * face.smile();
    double full = .022 * face.lips();
    patch(
        skull.patch(
            0,
            MOUTH,
            -wide,
            lift,
            -wide * .4,
            full * .75,
            -2,
            full * .62,
            0,
            full * .5,
            2,
            full * .62,
            wide * .4,
            full * .75,
            wide,
            lift,
            wide * .55,
            -full * .8,
            0,
            -full * 1.35,
            -wide * .55,
            -full * .8),
        face.lipRgb());
    patch(
        skull.patch(
            0,
            MOUTH,
            -wide,
            lift + .002,
            -wide * .5,
            .004,
            0,
            -.004,
            wide * .5,
            .004,
            wide,
            lift + .002,
            wide * .5,
            -.004,
            0,
            -.012,
            -wide * .5,
            -.004),
        Shade.darker(face.lipRgb(), .45 - .15 * deep()));
  }
}
