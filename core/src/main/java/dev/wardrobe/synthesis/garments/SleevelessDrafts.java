package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.garments.Cut.Hemline;
import dev.wardrobe.synthesis.garments.Cut.Neckline;
import dev.wardrobe.synthesis.garments.Trim.Closure;
import dev.wardrobe.synthesis.garments.Trim.Collar;
import dev.wardrobe.synthesis.garments.Trim.Finish;
import dev.wardrobe.synthesis.garments.Trim.Surface;
import dev.wardrobe.synthesis.scene.Cloth;

/** Thinks up vests and slings. */
final class SleevelessDrafts {
  private final Dice dice;

  SleevelessDrafts(Dice dice) {
    this.dice = dice;
  }

  Draft vest() {
    int kind = dice.weighted(3, 2, 1.6, 1.6);
    double strap = kind == 0 ? dice.between(.022, .04) : dice.between(.035, .06);
    Cut.Neck neck =
        switch (kind) {
          case 0 ->
              new Cut.Neck(Neckline.ROUND, dice.between(.022, .036), dice.between(.06, .11), .03);
          case 1 ->
              new Cut.Neck(Neckline.V, dice.between(.016, .028), dice.between(.09, .15), .004);
          case 2 ->
              new Cut.Neck(Neckline.ROUND, dice.between(.012, .03), dice.between(.03, .05), .006);
          default -> new Cut.Neck(Neckline.V, .01, dice.between(.04, .06), 0);
        };
    boolean tight = kind == 0 && dice.chance(.6);
    Cut.Body body =
        new Cut.Body(
            tight ? .003 : dice.between(.008, .024),
            tight ? .1 : dice.between(.3, 1),
            kind == 2 ? dice.between(0, .15) : dice.between(0, .05),
            dice.between(.25, .95),
            kind == 3 && dice.chance(.5) ? Hemline.CURVED : Hemline.STRAIGHT,
            strap);
    Trim edged = Trim.PLAIN;
    Trim trim =
        switch (kind) {
          case 0 -> edged.collar(Collar.BINDING).emblem(dice.chance(.3));
          case 1 -> edged.collar(Collar.RIB).edges(Finish.RIBBED, Finish.RIBBED);
          case 2 ->
              edged
                  .collar(Collar.BINDING)
                  .surface(dice.chance(.4) ? Surface.GATHERS : Surface.NONE, 5);
          default -> edged.collar(Collar.SHIRT).closure(Closure.BUTTONS, 5);
        };
    Cut.Sleeve armhole = new Cut.Sleeve(0, 0, 0, 0, dice.between(.002, .026));
    Cloth cloth =
        kind == 1 ? Cloth.KNIT : kind == 2 && dice.chance(.5) ? Cloth.SATIN : Cloth.COTTON;
    return new Draft(Cut.top(neck, body, armhole), trim, cloth, .32, Palette.EVERYDAY);
  }

  Draft sling() {
    Cut.Neck neck = strapNeck();
    boolean tight = dice.chance(.45);
    Cut.Body body =
        new Cut.Body(
            .004,
            tight ? 0 : dice.between(.2, .8),
            tight ? 0 : dice.between(0, .22),
            dice.between(.1, .85),
            Hemline.STRAIGHT,
            dice.between(.005, .014));
    Trim trim =
        Trim.PLAIN
            .collar(dice.chance(.6) ? Collar.BINDING : Collar.NONE)
            .edges(dice.chance(.3) ? Finish.LACE : Finish.STITCHED, Finish.STITCHED)
            .closure(dice.chance(.2) ? Closure.BUTTONS : Closure.NONE, 5)
            .surface(dice.chance(.25) ? Surface.GATHERS : Surface.NONE, 6);
    Cut.Sleeve armhole = new Cut.Sleeve(0, 0, 0, 0, dice.between(-.014, 0));
    return new Draft(
        Cut.top(neck, body, armhole),
        trim,
        dice.chance(.5) ? Cloth.SATIN : Cloth.COTTON,
        .35,
        Palette.SOFT);
  }

  /** The upper edge between straps. */
  Cut.Neck strapNeck() {
    double width = dice.between(-.02, .04);
    int line = dice.weighted(3, 2, 2, 1.5);
    double depth =
        switch (line) {
          case 0 -> dice.between(.04, .068);
          case 1 -> dice.between(.012, .03);
          default -> dice.between(.03, .055);
        };
    double back = dice.between(-.006, Math.min(.02, depth - .008));
    Neckline neckline =
        switch (line) {
          case 0 -> Neckline.V;
          case 1 -> Neckline.SQUARE;
          case 2 -> Neckline.ROUND;
          default -> Neckline.HEART;
        };
    return new Cut.Neck(neckline, width, depth, back);
  }
}
