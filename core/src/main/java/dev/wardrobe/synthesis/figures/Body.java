package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;

/** Draws a person, without garments but for shoes and plain underclothes. */
public final class Body {
  private final Wearer wearer;
  private final Pose pose;
  private final Skeleton skeleton;
  private final Trunk trunk;
  private final List<Piece> pieces = new ArrayList<>();

  private Body(Wearer wearer, Pose pose) {
    this.wearer = wearer;
    this.pose = pose;
    this.skeleton = pose.skeleton(wearer.measures());
    this.trunk = new Trunk(skeleton);
  }

  /**
   * The pieces of a person in a pose, all of rank 0: body and shoes, both arms with their hands,
   * head with its face, hair.
   */
  public static List<Piece> pieces(Wearer wearer, Pose pose) {
    Body body = new Body(wearer, pose);
    body.draw();
    return List.copyOf(body.pieces);
  }

  private void draw() {
    for (Side side : legsFromBehind()) {
      leg(skeleton.leg(side));
    }
    trunk();
    arm(skeleton.leftArm());
    arm(skeleton.rightArm());
    Skull skull = Head.skull(wearer, pose, skeleton);
    pieces.add(Head.piece(wearer, skull));
    pieces.addAll(Hair.pieces(wearer.hair(), skull));
  }

  private List<Side> legsFromBehind() {
    boolean leftLast =
        skeleton.view() == View.SIDE
            ? skeleton.turn() > 0
            : forward(pose.leftLeg()) > forward(pose.rightLeg());
    if (skeleton.view() == View.BACK) {
      leftLast = !leftLast;
    }
    return leftLast ? List.of(Side.RIGHT, Side.LEFT) : List.of(Side.LEFT, Side.RIGHT);
  }

  private static double forward(Gesture gesture) {
    return switch (gesture) {
      case Gesture.Swing swing -> swing.upper().forward();
      case Gesture.Reach reach -> reach.front();
    };
  }

  private Layer skin(List<double[]> polygons, Anchor anchor, List<Detail> details) {
    Material material = new Material.Skin(wearer.skin());
    return new Layer(Layer.NO_ITEM, polygons, material, 1, anchor, details);
  }

  private void leg(Limb leg) {
    List<Detail> details = new ArrayList<>();
    if (skeleton.view() != View.BACK) {
      double half = leg.middleHalf();
      details.add(new Detail.Fold(knee(leg, half), half * .5, .22));
    }
    Layer layer =
        skin(
            List.of(Flesh.thigh(leg), Flesh.shin(leg)),
            Anchor.along(leg.start(), leg.end()),
            details);
    pieces.add(Piece.of(Slot.BODY, 0, layer));
    pieces.addAll(Foot.pieces(wearer, skeleton, leg));
  }

  private static double[] knee(Limb leg, double half) {
    return new Outline()
        .add(leg.at(1, -half * .5))
        .add(leg.at(1.07, -half * .2))
        .add(leg.at(1.07, half * .25))
        .add(leg.at(1.01, half * .55))
        .open();
  }

  private void trunk() {
    List<double[]> polygons = new ArrayList<>();
    polygons.add(trunk.outline());
    for (Side side : Side.values()) {
      Limb arm = skeleton.arm(side);
      Point joint = arm.start();
      double half = arm.startHalf() * .95;
      if (!arm.behind()) {
        polygons.add(Outline.ellipse(joint.x(), joint.y(), half, half, 20));
      }
    }
    Anchor anchor = Anchor.at(skeleton.trunk(0, 0, 0));
    pieces.add(Piece.of(Slot.BODY, 0, skin(polygons, anchor, trunkFolds())));
    Material suit = new Material.Plain(wearer.underclothes(), Material.Finish.MATTE);
    pieces.add(Piece.of(Slot.BODY, 0, Layer.thing(trunk.suit(), suit, anchor)));
  }

  private List<Detail> trunkFolds() {
    List<Detail> folds = new ArrayList<>();
    // The shade of the chin on the neck.
    double neck = skeleton.measures().neck();
    folds.add(
        new Detail.Fold(
            new Outline()
                .add(trunk.at(-neck, -.066))
                .add(trunk.at(0, -.056))
                .add(trunk.at(neck, -.066))
                .open(),
            .05,
            .4));
    if (skeleton.view() != View.BACK) {
      for (int sign = -1; sign <= 1; sign += 2) {
        double shoulder = sign * skeleton.measures().shoulder();
        double[] bone =
            new Outline()
                .add(skeleton.trunk(shoulder * .14, .022, .75))
                .add(skeleton.trunk(shoulder * .4, .026, .7))
                .add(skeleton.trunk(shoulder * .75, .02, .6))
                .open();
        folds.add(new Detail.Fold(bone, .014, .28));
      }
    }
    return folds;
  }

  private void arm(Limb arm) {
    Hand hand = pose.hand(arm.side());
    List<double[]> polygons = new ArrayList<>();
    polygons.add(
        arm.behind()
            ? Flesh.upperArm(arm)
            : Flesh.armFromShoulder(arm, trunk.shoulderTop(arm), trunk.armpit(arm.side())));
    polygons.add(Flesh.foreArm(arm));
    List<Detail> details = new ArrayList<>();
    Frame frame = Fingers.frame(arm, skeleton.measures());
    double[] outline = Fingers.outline(hand, frame, arm.endHalf());
    if (hand == Hand.POCKET) {
      Layer hidden = skin(List.of(outline), frame.anchor(), List.of());
      pieces.add(Piece.of(Slot.BODY, 0, hidden));
    } else {
      polygons.add(outline);
      details.addAll(Fingers.creases(hand, frame));
    }
    details.add(new Detail.Fold(elbow(arm), arm.middleHalf() * .4, .2));
    Layer layer = skin(polygons, Anchor.along(arm.start(), arm.end()), details);
    pieces.add(Piece.of(slot(arm), 0, layer));
  }

  private static double[] elbow(Limb arm) {
    double half = arm.middleHalf();
    return new Outline()
        .add(arm.at(1, -half * .9))
        .add(arm.at(1.02, -half * .3))
        .add(arm.at(1.01, half * .2))
        .open();
  }

  private static Slot slot(Limb arm) {
    if (arm.behind()) {
      return Slot.FAR_ARM;
    }
    return arm.side() == Side.LEFT ? Slot.LEFT_ARM : Slot.RIGHT_ARM;
  }
}
