package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Material.Finish;
import dev.wardrobe.synthesis.scene.Slot;

/** Draws bags. */
final class Bags {
  private static final Material BRASS = new Material.Plain(0xc9a55c, Finish.METAL);
  private static final double STRAP = .008;

  private Bags() {}

  static void handbag(Carrier carrier) {
    Frame grip = carrier.grip();
    hangingBag(carrier, grip, .075);
    carrier.fist();
  }

  static void forearmBag(Carrier carrier) {
    Frame frame = Frame.turned(carrier.arm.at(1.55, 0), 0).movedTo(0, -.02);
    hangingBag(carrier, frame, .1);
  }

  /** A bag on two short handles that hang from a frame's origin. */
  private static void hangingBag(Carrier carrier, Frame frame, double drop) {
    int rgb = carrier.colour();
    double half = carrier.dice.between(.06, .085);
    double height = carrier.dice.between(.09, .13);
    Material leather = Carrier.leather(rgb);
    double[] handle =
        frame.line(
            -half * .6,
            drop + .01,
            -half * .5,
            drop * .4,
            -.012,
            0,
            .012,
            0,
            half * .5,
            drop * .4,
            half * .6,
            drop + .01);
    carrier.add(
        Slot.PROP, Outline.band(handle, .006), Carrier.leather(Shade.darker(rgb, .25)), frame);
    bag(carrier, Slot.PROP, frame.movedTo(0, drop), half, height, leather);
  }

  /** A bag whose upper edge has its middle at a frame's origin. */
  private static void bag(
      Carrier carrier, Slot slot, Frame frame, double half, double height, Material leather) {
    double[] outline = rounded(frame, half * .88, half, height, .022);
    double[] flap = {
      -half, -.01, half, -.01, half * .95, height * .42, 0, height * .56, -half * .95, height * .42
    };
    Detail flapPatch = new Detail.Patch(frame.at(flap), leather, 1.05, true, frame.anchor());
    Detail clasp = Carrier.patch(frame.disc(0, height * .54, .009, .009), BRASS, frame);
    carrier.add(slot, outline, leather, frame, flapPatch, clasp);
  }

  /** A box with round corners: its top edge at 0, narrower or broader than its bottom. */
  private static double[] rounded(
      Frame frame, double top, double bottom, double height, double corner) {
    double c = corner;
    double h = height;
    Outline outline = new Outline();
    corner(outline, frame, -bottom + c, h - c, c, .5);
    corner(outline, frame, -top + c * .6, c * .6, c * .6, 1);
    corner(outline, frame, top - c * .6, c * .6, c * .6, 1.5);
    corner(outline, frame, bottom - c, h - c, c, 0);
    return outline.corners();
  }

  private static void corner(
      Outline outline, Frame frame, double x, double y, double radius, double quarter) {
    for (int i = 0; i <= 4; i++) {
      double angle = Math.PI * (quarter + i / 8.);
      outline.add(frame.at(x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle)));
    }
  }

  static void shoulderBag(Carrier carrier) {
    Measures m = carrier.measures();
    int side = carrier.arm.side().sign();
    int rgb = carrier.colour();
    double half = carrier.dice.between(.075, .1);
    double top = carrier.dice.between(.2, .27);
    Frame frame =
        Frame.turned(
            carrier.skeleton.trunk(side * (m.trunk(top) + half * .55), top, carrier.seen(.25)), 0);
    Frame shoulder =
        Frame.turned(
            carrier.skeleton.trunk(
                side * m.shoulder() * .9, m.shoulderY() - m.arm(), carrier.seen(.3)),
            0);
    Material strap = Carrier.leather(Shade.darker(rgb, .2));
    for (int edge = -1; edge <= 1; edge += 2) {
      double[] line =
          new Outline()
              .add(shoulder.at(edge * .008, -.004))
              .add(shoulder.origin().towards(frame.at(edge * half * .6, 0), .5))
              .add(frame.at(edge * half * .6, .012))
              .open();
      carrier.add(Slot.PROP, Outline.band(line, STRAP * .8), strap, frame);
    }
    double height = carrier.dice.between(.15, .2);
    double[] outline = rounded(frame, half, half * .86, height, .02);
    Detail seam = new Detail.Seam(frame.line(-half, .02, 0, .022, half, .02), .003, true);
    carrier.add(Slot.PROP, outline, Carrier.leather(rgb), frame, seam);
  }

  static void crossBodyBag(Carrier carrier) {
    Measures m = carrier.measures();
    int side = carrier.arm.side().sign();
    int rgb = carrier.colour();
    double low = m.hipY() - carrier.dice.between(0, .07);
    Frame frame =
        Frame.turned(
            carrier.skeleton.trunk(side * m.hip() * .78, low, carrier.seen(.7)), .04 * side);
    double[] line =
        new Outline()
            .add(carrier.skeleton.trunk(-side * m.neck() * 1.75, -.016, carrier.seen(.15)))
            .add(carrier.skeleton.trunk(-side * m.neck() * 1.35, .05, carrier.seen(.7)))
            .add(carrier.skeleton.trunk(side * m.chest() * .2, .2, carrier.seen(1)))
            .add(frame.at(side * -.02, .01))
            .open();
    Material strap = Carrier.leather(Shade.darker(rgb, .2));
    carrier.add(Slot.GARMENT, Outline.band(line, STRAP), strap, frame);
    double half = carrier.dice.between(.05, .072);
    bag(carrier, Slot.GARMENT, frame, half, half * 1.45, Carrier.leather(rgb));
  }

  static void backpack(Carrier carrier) {
    Measures m = carrier.measures();
    int rgb = carrier.colour();
    Material cloth = Carrier.matte(rgb);
    View view = carrier.skeleton.view();
    if (view == View.BACK) {
      Frame frame = Frame.turned(carrier.skeleton.trunk(0, .02, -1.1), carrier.skeleton.lean());
      pack(carrier, Slot.GARMENT, frame, m.chest() * .95, cloth, rgb);
      return;
    }
    double away = view == View.SIDE ? -1.4 : -.3;
    Frame frame = Frame.turned(carrier.skeleton.trunk(0, .03, away), carrier.skeleton.lean());
    double half = view == View.SIDE ? m.chest() * .75 : m.chest() * 1.02;
    pack(carrier, Slot.BEHIND, frame, half, cloth, rgb);
    Material strap = Carrier.matte(Shade.darker(rgb, .2));
    for (int side = -1; side <= 1; side += 2) {
      double[] line =
          new Outline()
              .add(
                  carrier.skeleton.trunk(
                      side * m.shoulder() * .62, m.shoulderY() - m.arm() - .012, .2))
              .add(carrier.skeleton.trunk(side * m.shoulder() * .6, .06, .7))
              .add(carrier.skeleton.trunk(side * m.chest() * .72, m.armpitY() - .02, .6))
              .add(carrier.skeleton.trunk(side * m.chest() * .92, m.armpitY() + .03, .3))
              .add(carrier.skeleton.trunk(side * m.chest() * 1.05, m.armpitY() + .045, 0))
              .open();
      if (view == View.FRONT || side * carrier.skeleton.turn() < 0) {
        carrier.add(Slot.GARMENT, Outline.band(line, .013), strap, frame);
      }
    }
  }

  private static void pack(
      Carrier carrier, Slot slot, Frame frame, double half, Material cloth, int rgb) {
    double height = .33;
    double[] outline = rounded(frame, half * .9, half, height, .045);
    double[] pocket = rounded(frame.movedTo(0, height * .55), half * .75, half * .75, .12, .02);
    Material darker = Carrier.matte(Shade.darker(rgb, .12));
    carrier.add(
        slot,
        outline,
        cloth,
        frame,
        new Detail.Seam(
            frame.line(-half, height * .3, 0, height * .22, half, height * .3), .004, false),
        new Detail.Patch(pocket, darker, 1, true, frame.anchor()));
  }

  static void shoppingBag(Carrier carrier) {
    Frame grip = carrier.grip();
    double half = carrier.dice.between(.11, .15);
    double height = carrier.dice.between(.24, .32);
    int rgb = carrier.dice.chance(.5) ? 0xe9e2d6 : carrier.colour();
    double[] handle =
        grip.line(
            -half * .5,
            .075,
            -half * .42,
            .02,
            -.015,
            0,
            .015,
            0,
            half * .42,
            .02,
            half * .5,
            .075);
    Material cord = Carrier.matte(Shade.darker(rgb, .45));
    carrier.add(Slot.PROP, Outline.band(handle, .004), cord, grip);
    Frame frame = grip.movedTo(0, .065);
    double[] box = frame.at(-half, 0, half, 0, half, height, -half, height);
    long seed = carrier.dice.below(1 << 30);
    carrier.add(
        Slot.PROP,
        box,
        Carrier.matte(rgb),
        frame,
        new Detail.Fold(frame.at(half * .7, 0, half * .66, height), .02, .2),
        new Detail.Motif(
            frame.movedTo(0, height * .5).anchor(), half * .8, seed, carrier.colour(), rgb));
    carrier.fist();
  }
}
