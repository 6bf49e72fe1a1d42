package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Print;
import dev.wardrobe.synthesis.scene.Slot;

/** Draws cloth that is worn and no garment of the data set: a scarf. */
final class Draped {
  private static final int[] SCARVES = {
    0xb9a48c, 0x8c3f42, 0x4a5a6d, 0xd8cfc2, 0x6d7a5e, 0xc58d5b, 0x3a3a3f
  };

  private Draped() {}

  private static Material wool(Carrier carrier) {
    int rgb = SCARVES[carrier.dice.below(SCARVES.length)];
    int second = SCARVES[carrier.dice.below(SCARVES.length)];
    Print print =
        switch (carrier.dice.weighted(4, 1, 1.5)) {
          case 1 -> Print.STRIPES;
          case 2 -> Print.CHECKS;
          default -> Print.PLAIN;
        };
    long seed = carrier.dice.below(1 << 30);
    return new Material.Fabric(Cloth.WOOL, print, rgb, second, Shade.darker(rgb, .4), .05, 0, seed);
  }

  /** A scarf around the neck, with its ends down the front. */
  static void scarf(Carrier carrier) {
    Measures m = carrier.measures();
    Material wool = wool(carrier);
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
}
