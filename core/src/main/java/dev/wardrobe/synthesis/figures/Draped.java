package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Print;
import dev.wardrobe.synthesis.scene.Slot;

/** Draws cloth that is carried and no garment: a scarf, a jacket over the arm. */
final class Draped {
  private static final int[] SCARVES = {
    0xb9a48c, 0x8c3f42, 0x4a5a6d, 0xd8cfc2, 0x6d7a5e, 0xc58d5b, 0x3a3a3f
  };

  private Draped() {}

  private static Material cloth(Carrier carrier, Cloth cloth) {
    int rgb = SCARVES[carrier.dice.below(SCARVES.length)];
    int second = SCARVES[carrier.dice.below(SCARVES.length)];
    Print print =
        switch (carrier.dice.weighted(4, 1, 1.5)) {
          case 1 -> Print.STRIPES;
          case 2 -> Print.CHECKS;
          default -> Print.PLAIN;
        };
    long seed = carrier.dice.below(1 << 30);
    return new Material.Fabric(cloth, print, rgb, second, Shade.darker(rgb, .4), .05, 0, seed);
  }

  /** A scarf around the neck, with its ends down the front. */
  static void scarf(Carrier carrier) {
    Measures m = carrier.measures();
    Material wool = cloth(carrier, Cloth.WOOL);
    Frame frame =
        Frame.turned(carrier.skeleton.trunk(0, 0, carrier.seen(.25)), carrier.skeleton.lean());
    int ends = carrier.skeleton.view() == View.BACK ? 1 : 2;
    for (int i = 0; i < ends; i++) {
      double x = (i == 0 ? -1 : 1) * carrier.dice.between(.022, .04);
      double end = carrier.dice.between(.15, .33);
      Frame down = frame.movedTo(x, .02);
      double half = .03;
      double[] fall =
          down.at(
              -half * .7,
              0,
              half * .7,
              0,
              half,
              end * .5,
              half * 1.05,
              end,
              half * .5,
              end + .006,
              -half * .5,
              end - .004,
              -half * 1.05,
              end,
              -half,
              end * .5);
      carrier.add(
          Slot.COLLAR,
          fall,
          wool,
          down,
          new Detail.Fold(down.line(-.008, 0, -.006, end * .5, -.01, end), .014, .3),
          new Detail.Fold(down.line(.014, .02, .016, end * .5, .012, end * .8), .012, -.2));
    }
    double half = m.neck() + .042;
    double[] loop =
        frame.smooth(
            -half * .72,
            -.05,
            0,
            -.032,
            half * .72,
            -.05,
            half,
            -.02,
            half * .92,
            .02,
            half * .4,
            .047,
            0,
            .052,
            -half * .4,
            .047,
            -half * .92,
            .02,
            -half,
            -.02);
    carrier.add(
        Slot.COLLAR,
        loop,
        wool,
        frame,
        new Detail.Fold(frame.line(-half, -.02, -half * .3, .014, half * .8, .01), .02, .35),
        new Detail.Fold(frame.line(-half * .7, .02, 0, .034, half * .9, -.015), .014, .25));
  }

  /** A jacket that hangs over the forearm. */
  static void jacket(Carrier carrier) {
    Limb arm = carrier.arm;
    Material wool = cloth(carrier, carrier.dice.chance(.4) ? Cloth.DENIM : Cloth.WOOL);
    double length = carrier.dice.between(.2, .3);
    Point from = arm.at(1.08, 0);
    Point to = arm.at(1.86, 0);
    boolean leftToRight = from.x() < to.x();
    Point left = leftToRight ? from : to;
    Point right = leftToRight ? to : from;
    // An arm that hangs or points at the viewer still carries some breadth of cloth.
    double breadth = Math.max(.13, right.x() - left.x() + .03);
    Point middle = left.towards(right, .5);
    double slope = Math.max(-.6, Math.min(.6, (right.y() - left.y()) / breadth));
    Frame frame = new Frame(middle, new Point(1, slope), new Point(0, 1));
    double half = breadth / 2;
    double top = -arm.half(1.4) - .012;
    double[] drape =
        frame.smooth(
            -half,
            top + .012,
            -half * .5,
            top - .002,
            0,
            top - .004,
            half * .5,
            top - .002,
            half,
            top + .012,
            half * 1.12,
            length * .4,
            half * 1.2,
            length * .9,
            half * .8,
            length * 1.02,
            half * .3,
            length * .97,
            -half * .1,
            length * 1.08,
            -half * .7,
            length * 1.02,
            -half * 1.18,
            length * .85,
            -half * 1.1,
            length * .4);
    carrier.add(
        Slot.PROP,
        drape,
        wool,
        frame,
        new Detail.Fold(
            frame.line(-half * .5, .02, -half * .6, length * .5, -half * .5, length), .025, .4),
        new Detail.Fold(
            frame.line(half * .1, .01, half * .2, length * .5, half * .1, length), .025, .45),
        new Detail.Fold(
            frame.line(half * .6, .02, half * .75, length * .5, half * .7, length), .02, .35),
        new Detail.Fold(frame.line(-half, top + .02, 0, top + .012, half, top + .02), .016, -.3));
  }
}
