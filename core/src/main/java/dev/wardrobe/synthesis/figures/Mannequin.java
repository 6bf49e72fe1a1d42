package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;
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

/** Draws dummies as shops have them. */
public final class Mannequin {

  /** Kinds of mannequins. */
  public enum Kind {
    /** A tailor's bust on a stand: no arms, no legs, no head. */
    BUST,
    /** A whole dummy without a head. */
    HEADLESS,
    /** A whole dummy with a head that has no face. */
    WHOLE
  }

  private static final int[] LINEN = {0xe6dac5, 0xd9cbb4, 0x3b3b3e, 0xefe9df};
  private static final int[] SHELL = {0xf4f2ef, 0xe9e2d9, 0xdadbdd, 0x4a4a4d, 0xe3cdbb};
  private static final Material WOOD = new Material.Plain(0x8d5f38, Finish.WOOD);
  private static final Material STEEL = new Material.Plain(0xb4b8bb, Finish.METAL);
  private static final double GROUND = 1.06;

  private final Skeleton skeleton;
  private final Measures m;
  private final Trunk trunk;
  private final Material material;
  private final List<Piece> pieces = new ArrayList<>();

  private Mannequin(Kind kind, Skeleton skeleton, Dice dice) {
    this.skeleton = skeleton;
    this.m = skeleton.measures();
    this.trunk = new Trunk(skeleton);
    this.material =
        kind == Kind.BUST
            ? new Material.Plain(LINEN[dice.below(LINEN.length)], Finish.MATTE)
            : new Material.Plain(
                SHELL[dice.below(SHELL.length)], dice.chance(.5) ? Finish.GLOSSY : Finish.MATTE);
  }

  /** A mannequin of any kind, standing as a skeleton. */
  public static List<Piece> pieces(Skeleton skeleton, Dice dice) {
    return pieces(Kind.values()[dice.below(Kind.values().length)], skeleton, dice);
  }

  /** A mannequin of a kind, standing as a skeleton. */
  public static List<Piece> pieces(Kind kind, Skeleton skeleton, Dice dice) {
    Mannequin mannequin = new Mannequin(kind, skeleton, dice);
    if (kind == Kind.BUST) {
      mannequin.bust();
    } else {
      mannequin.dummy(kind == Kind.WHOLE);
    }
    return List.copyOf(mannequin.pieces);
  }

  private void add(Slot slot, List<double[]> polygons, Material of, List<Detail> details) {
    Anchor anchor = Anchor.at(skeleton.trunk(0, 0, 0));
    pieces.add(Piece.of(slot, 0, new Layer(Layer.NO_ITEM, polygons, of, 1, anchor, details)));
  }

  private void bust() {
    Frame frame = Frame.turned(new Point(0, 0), 0);
    stand(frame, m.crotchY() - .02);
    add(Slot.BODY, List.of(bustOutline()), material, bustSeams());
    Frame neck = Frame.turned(trunk.at(0, -.062), skeleton.lean());
    double cap = m.neck() * 1.04;
    double[] knob =
        neck.smooth(
            -cap, .004, -cap * .8, -.014, -.014, -.02, -.012, -.036, 0, -.042, .012, -.036, .014,
            -.02, cap * .8, -.014, cap, .004, 0, .01);
    add(Slot.BODY, List.of(knob), WOOD, List.of());
  }

  private double[] bustOutline() {
    Outline outline = new Outline();
    outline.add(half(1).corners());
    return outline.add(Trunk.backwards(half(-1).corners())).closed();
  }

  private Outline half(int sign) {
    double top = m.shoulderY() - m.arm() * .95;
    Outline side = new Outline();
    side.add(trunk.edge(sign, -.06, m.neck(), .45, .55));
    side.add(trunk.edge(sign, -.02, m.neck() * 1.15, .5, .65));
    side.add(trunk.edge(sign, top * .4, (m.neck() + m.shoulder()) / 2, .6, .8));
    side.add(trunk.edge(sign, top + .008, m.shoulder() * .99, .7, .86));
    side.add(trunk.edge(sign, m.shoulderY() + .03, m.shoulder() * 1.04, .85, .9));
    side.add(trunk.edge(sign, m.armpitY(), m.chest() * 1.02, 1, .92));
    side.add(trunk.edge(sign, m.chestY(), m.chest(), 1, .9));
    side.add(trunk.edge(sign, m.waistY(), m.waist(), .84, .7));
    side.add(trunk.edge(sign, m.hipY(), m.hip() * .99, .86, .98));
    side.add(trunk.edge(sign, m.crotchY() - .012, m.hip() * .97, .8, .95));
    side.add(trunk.edge(sign, m.crotchY(), m.hip() * .8, .6, .7));
    return side;
  }

  private List<Detail> bustSeams() {
    List<Detail> seams = new ArrayList<>();
    for (int side = -1; side <= 1; side++) {
      Outline line = new Outline();
      line.add(skeleton.trunk(side * m.shoulder() * .5, 0, .5));
      line.add(skeleton.trunk(side * m.chest() * .48, m.chestY(), .9));
      line.add(skeleton.trunk(side * m.waist() * .5, m.waistY(), .8));
      line.add(skeleton.trunk(side * m.hip() * .52, m.hipY() + .07, .8));
      seams.add(new Detail.Seam(line.open(), .003, false));
    }
    return seams;
  }

  private void stand(Frame frame, double from) {
    add(
        Slot.BEHIND,
        List.of(Outline.band(frame.at(0, from, 0, GROUND - .03), .009)),
        STEEL,
        List.of());
    double[] base =
        frame.smooth(
            -.13,
            GROUND + .012,
            -.11,
            GROUND - .004,
            -.03,
            GROUND - .022,
            0,
            GROUND - .04,
            .03,
            GROUND - .022,
            .11,
            GROUND - .004,
            .13,
            GROUND + .012,
            0,
            GROUND + .016);
    add(Slot.BEHIND, List.of(base), WOOD, List.of());
  }

  private void dummy(boolean head) {
    Frame frame = Frame.turned(new Point(0, 0), 0);
    add(Slot.BEHIND, List.of(frame.disc(0, GROUND, .2, .026)), STEEL, List.of());
    for (Side side : Side.values()) {
      Limb leg = skeleton.leg(side);
      add(Slot.BODY, List.of(Flesh.thigh(leg), Flesh.shin(leg), foot(leg)), material, List.of());
    }
    List<double[]> body = new ArrayList<>();
    body.add(trunk.outline());
    for (Side side : Side.values()) {
      Limb arm = skeleton.arm(side);
      double half = arm.startHalf() * .95;
      body.add(Outline.ellipse(arm.start().x(), arm.start().y(), half, half, 20));
    }
    add(Slot.BODY, body, material, List.of());
    for (Side side : Side.values()) {
      arm(skeleton.arm(side));
    }
    if (head) {
      Frame at = Head.frame(skeleton, .18, 0);
      double yaw = skeleton.turn() + (skeleton.view() == View.BACK ? Math.PI : 0);
      add(Slot.HEAD, List.of(new Skull(at, yaw, 1).outline()), material, List.of());
    }
  }

  private static double[] foot(Limb leg) {
    double x = leg.end().x();
    double y = leg.end().y();
    double aside = leg.side().sign() * (leg.mirrored() ? -1 : 1) * .016;
    return Hull.around(
        x, y, leg.endHalf() * .82, .01, x, y + .03, .024, .012, x + aside, y + .05, .028, .014);
  }

  private void arm(Limb arm) {
    Frame hand = Fingers.frame(arm, m);
    List<double[]> polygons =
        List.of(
            Flesh.armFromShoulder(arm, trunk.shoulderTop(arm), trunk.armpit(arm.side())),
            Flesh.foreArm(arm),
            Fingers.outline(Hand.RELAXED, hand, arm.endHalf()));
    Slot slot = arm.side() == Side.LEFT ? Slot.LEFT_ARM : Slot.RIGHT_ARM;
    add(slot, polygons, material, List.of());
  }
}
