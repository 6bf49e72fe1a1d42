package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Material.Finish;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;

/** Draws what is held in a hand. */
final class Held {
  private static final int[] PHONES = {0x23262b, 0xe9e6e1, 0x39475a, 0xcbb7b4, 0x4b5a4e};
  private static final int[] BLOSSOMS = {
    0xf3e7dc, 0xe9a7a6, 0xd9636b, 0xf2c879, 0xb48fc1, 0xf7f3ee, 0xe58a5f
  };
  private static final int LEAF = 0x5f7a4f;

  private Held() {}

  /** A phone as a mirror shows it: its back with the camera, and fingers around its edge. */
  static void phone(Carrier carrier) {
    int side = carrier.sign();
    double tilt = carrier.dice.between(-.12, .12);
    Frame frame = Frame.turned(carrier.hand.at(0, .5), tilt);
    int rgb = PHONES[carrier.dice.below(PHONES.length)];
    double[] body = box(frame, .029, .06, .009);
    Material dark = new Material.Plain(0x17181b, Finish.GLOSSY);
    Frame camera = frame.movedTo(.013, -.042);
    carrier.add(
        Slot.PROP,
        body,
        new Material.Plain(rgb, Finish.GLOSSY),
        frame,
        new Detail.Patch(
            box(camera, .011, .013, .004),
            new Material.Plain(Shade.darker(rgb, .18), Finish.GLOSSY),
            1,
            true,
            frame.anchor()),
        Carrier.patch(camera.disc(-.004, -.005, .0042, .0042), dark, frame),
        Carrier.patch(camera.disc(.004, .005, .0042, .0042), dark, frame));
    carrier.fingersAround(frame, side * .03, .012, .034);
  }

  private static double[] box(Frame frame, double half, double halfHeight, double corner) {
    double a = half - corner;
    double b = halfHeight - corner;
    Outline outline = new Outline();
    double[] xs = {a, -a, -a, a};
    double[] ys = {b, b, -b, -b};
    for (int i = 0; i < 16; i++) {
      int at = i / 4;
      double angle = Math.PI / 2 * (at + i % 4 / 3.);
      outline.add(
          frame.at(
              xs[at] + corner * StrictMath.cos(angle), ys[at] + corner * StrictMath.sin(angle)));
    }
    return outline.corners();
  }

  static void coffee(Carrier carrier) {
    Frame frame = Frame.turned(carrier.hand.at(0, .45), carrier.sign() * .06);
    int rgb = carrier.dice.chance(.5) ? 0xf3efe8 : carrier.colour();
    double[] cup = {-.027, -.055, .027, -.055, .02, .048, -.02, .048};
    double[] sleeve = {-.03, -.022, .03, -.022, .03, .022, -.03, .022};
    double[] lid = {-.029, -.066, .029, -.066, .031, -.052, -.031, -.052};
    carrier.add(
        Slot.PROP,
        frame.at(cup),
        Carrier.matte(rgb),
        frame,
        Carrier.patch(frame.at(sleeve), Carrier.matte(0xa87f58), frame));
    carrier.add(Slot.PROP, frame.at(lid), new Material.Plain(0x2d2a29, Finish.MATTE), frame);
    carrier.fingersAround(frame, carrier.sign() * .026, .0, .036);
  }

  static void book(Carrier carrier) {
    Frame frame =
        Frame.turned(carrier.hand.at(0, .35), -carrier.sign() * carrier.dice.between(.1, .3));
    int rgb = carrier.colour();
    double half = carrier.dice.between(.05, .062);
    double high = half * 1.4;
    double[] pages = {
      -half - .004,
      -high + .006,
      half + .006,
      -high + .006,
      half + .006,
      high + .006,
      -half - .004,
      high + .006
    };
    double[] cover = {-half, -high, half, -high, half, high, -half, high};
    double[] label = {
      -half * .6, -high * .6, half * .6, -high * .6, half * .6, -high * .15, -half * .6, -high * .15
    };
    carrier.add(Slot.PROP, frame.at(pages), Carrier.matte(0xf0eadd), frame);
    carrier.add(
        Slot.PROP,
        frame.at(cover),
        Carrier.matte(rgb),
        frame,
        Carrier.patch(frame.at(label), Carrier.matte(Shade.mixed(rgb, 0xf4efe6, .7)), frame),
        new Detail.Seam(frame.at(-half * .86, -high, -half * .86, high), .003, false));
    carrier.fingersAround(frame, carrier.sign() * half, high * .35, .04);
  }

  /** A bunch of flowers in paper, with the hand around its stems. */
  static void flowers(Carrier carrier) {
    Frame frame =
        Frame.turned(carrier.hand.at(0, .46), -carrier.sign() * carrier.dice.between(.05, .35));
    double big = carrier.dice.between(1, 1.35);
    stems(carrier, frame);
    List<double[]> blossoms = new ArrayList<>();
    int count = 15;
    double crown = -.19 * big;
    // From the rim to the middle, so that the foremost flowers are whole.
    for (int i = 0; i < count; i++) {
      double angle = 2.4 * i;
      double far = .088 * big * Math.sqrt((count - 1 - i) / (double) count);
      blossoms.add(
          new double[] {
            far * 1.15 * StrictMath.cos(angle), crown + far * .8 * StrictMath.sin(angle)
          });
    }
    carrier.add(
        Slot.PROP,
        frame.smooth(
            -.1 * big,
            crown + .05,
            -.13 * big,
            crown - .03,
            -.08 * big,
            crown - .085,
            0,
            crown - .11,
            .08 * big,
            crown - .085,
            .13 * big,
            crown - .03,
            .1 * big,
            crown + .05,
            0,
            crown + .08),
        Carrier.matte(LEAF),
        frame);
    int first = carrier.dice.below(BLOSSOMS.length);
    int second = carrier.dice.below(BLOSSOMS.length);
    for (int i = 0; i < count; i++) {
      blossom(
          carrier, frame, blossoms.get(i), i % 3 == 0 ? BLOSSOMS[second] : BLOSSOMS[first], big);
    }
    paper(carrier, frame, crown, big);
    carrier.fist();
  }

  private static void stems(Carrier carrier, Frame frame) {
    double[] stems = {-.012, 0, .012, 0, .026, .07, .008, .074, 0, .068, -.01, .075, -.024, .07};
    carrier.add(Slot.PROP, frame.at(stems), Carrier.matte(Shade.darker(LEAF, .15)), frame);
  }

  private static void blossom(Carrier carrier, Frame frame, double[] at, int rgb, double big) {
    int petals = 6;
    double radius = .033 * big;
    Outline outline = new Outline();
    for (int i = 0; i < petals * 6; i++) {
      double angle = 2 * Math.PI * i / (petals * 6);
      double r = radius * (.86 + .14 * Math.abs(StrictMath.sin(angle * petals / 2)));
      outline.add(frame.at(at[0] + r * StrictMath.cos(angle), at[1] + r * StrictMath.sin(angle)));
    }
    Material petal = Carrier.matte(rgb);
    carrier.add(
        Slot.PROP,
        outline.corners(),
        petal,
        frame,
        new Detail.Patch(
            frame.disc(at[0], at[1], radius * .55, radius * .52), petal, .93, true, frame.anchor()),
        Carrier.patch(
            frame.disc(at[0], at[1], radius * .22, radius * .22),
            Carrier.matte(Shade.mixed(rgb, 0xb9862f, .55)),
            frame));
  }

  private static void paper(Carrier carrier, Frame frame, double crown, double big) {
    double top = crown + .045;
    double[] cone = {
      -.105 * big,
      top,
      -.05 * big,
      top + .028,
      0,
      top + .042,
      .05 * big,
      top + .028,
      .105 * big,
      top,
      .02,
      .012,
      .03,
      .045,
      -.03,
      .045,
      -.02,
      .012
    };
    carrier.add(
        Slot.PROP,
        frame.at(cone),
        Carrier.matte(carrier.dice.chance(.6) ? 0xd9c3a2 : 0xefe9e2),
        frame,
        new Detail.Fold(frame.at(-.04 * big, top + .02, -.005, .01), .016, .3),
        new Detail.Fold(frame.at(.05 * big, top + .02, .008, .01), .016, .3));
  }
}
