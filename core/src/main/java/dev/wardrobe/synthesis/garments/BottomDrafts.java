package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.garments.Trim.Belt;
import dev.wardrobe.synthesis.garments.Trim.Closure;
import dev.wardrobe.synthesis.garments.Trim.Finish;
import dev.wardrobe.synthesis.garments.Trim.Pockets;
import dev.wardrobe.synthesis.garments.Trim.Surface;
import dev.wardrobe.synthesis.scene.Cloth;

/** Thinks up shorts, trousers and skirts. */
final class BottomDrafts {
  private static final Trim JEANS =
      Trim.PLAIN.closure(Closure.FLY, 1).pockets(Pockets.JEANS).belt(Belt.BAND);

  private final Dice dice;

  BottomDrafts(Dice dice) {
    this.dice = dice;
  }

  Draft shorts() {
    int kind = dice.weighted(3, 2.5, 2, 1.4, 1.4);
    double rise = dice.between(.05, .6);
    double end = kind == 3 ? dice.between(.7, .92) : dice.between(.4, .85);
    double loose = dice.between(.008, .03);
    Cut.Leg leg =
        new Cut.Leg(rise, end, loose, loose + .014, loose + .014, dice.between(.006, .02));
    return switch (kind) {
      case 0 -> {
        Finish hem = dice.chance(.5) ? Finish.ROLLED : Finish.STITCHED;
        yield new Draft(
            Cut.legs(leg), JEANS.edges(Finish.STITCHED, hem), Cloth.DENIM, 0, Palette.DENIM);
      }
      case 1 -> {
        Trim trim =
            Trim.PLAIN
                .closure(Closure.FLY, 1)
                .pockets(Pockets.SLANT)
                .belt(dice.chance(.5) ? Belt.BUCKLE : Belt.BAND)
                .edges(Finish.STITCHED, dice.chance(.4) ? Finish.ROLLED : Finish.STITCHED);
        yield new Draft(Cut.legs(leg), trim, Cloth.COTTON, .25, Palette.TAILORED);
      }
      case 2 -> {
        Trim trim =
            Trim.PLAIN
                .closure(Closure.DRAWSTRING, 0)
                .pockets(Pockets.SLANT)
                .belt(Belt.ELASTIC)
                .surface(Surface.PANELS, 1);
        yield new Draft(
            Cut.legs(leg), trim, dice.chance(.4) ? Cloth.SATIN : Cloth.COTTON, .2, Palette.SPORT);
      }
      case 3 -> {
        Trim trim = Trim.PLAIN.closure(Closure.FLY, 1).pockets(Pockets.CARGO).belt(Belt.BAND);
        yield new Draft(Cut.legs(leg), trim, Cloth.COTTON, .1, Palette.TAILORED);
      }
      default -> {
        Cut.Leg wide = new Cut.Leg(0, dice.between(.4, .65), .026, .06, .05, .012);
        Trim trim =
            Trim.PLAIN
                .pockets(Pockets.SLANT)
                .belt(dice.chance(.5) ? Belt.TIE : Belt.BAND)
                .surface(Surface.PLEATS, 2);
        yield new Draft(Cut.legs(wide), trim, Cloth.COTTON, .45, Palette.SOFT);
      }
    };
  }

  Draft trousers() {
    double end = dice.chance(.3) ? dice.between(1.5, 1.85) : dice.between(1.9, 2.02);
    double rise = dice.between(0, .55);
    return switch (dice.weighted(4, 2.6, 2, 2, 1.2, 1)) {
      case 0 -> jeans(rise, end);
      case 1 -> chinos(rise, end);
      case 2 -> joggers(rise, end);
      case 3 -> wide(end);
      case 4 -> cargo(rise, end);
      default -> {
        Cut.Leg tight = new Cut.Leg(rise * .4, end, .004, .003, .003, 0);
        Trim trim =
            Trim.PLAIN
                .belt(Belt.ELASTIC)
                .surface(dice.chance(.4) ? Surface.PANELS : Surface.NONE, 1);
        yield new Draft(Cut.legs(tight), trim, Cloth.SATIN, .1, Palette.SPORT);
      }
    };
  }

  private Draft jeans(double rise, double end) {
    double thigh = dice.between(.004, .016);
    int fit = dice.below(4);
    double knee = new double[] {.004, .012, .022, .006}[fit] + dice.between(0, .006);
    double cuff = new double[] {.006, .018, .042, .05}[fit] + dice.between(0, .01);
    Trim trim = JEANS.edges(Finish.STITCHED, dice.chance(.25) ? Finish.ROLLED : Finish.STITCHED);
    Cut.Leg leg = new Cut.Leg(rise, end, thigh, knee, cuff, .006);
    return new Draft(Cut.legs(leg), trim, Cloth.DENIM, 0, Palette.DENIM);
  }

  private Draft chinos(double rise, double end) {
    double cuff = dice.between(.008, .026);
    Cut.Leg leg =
        new Cut.Leg(rise, end, dice.between(.006, .018), dice.between(.008, .018), cuff, .008);
    boolean suit = dice.chance(.4);
    Trim trim =
        Trim.PLAIN
            .closure(Closure.FLY, 1)
            .pockets(Pockets.SLANT)
            .belt(dice.chance(.5) ? Belt.BUCKLE : Belt.BAND)
            .surface(dice.chance(.65) ? Surface.CREASE : Surface.NONE, 1)
            .edges(Finish.PLAIN, dice.chance(.3) ? Finish.ROLLED : Finish.PLAIN);
    return new Draft(
        Cut.legs(leg), trim, suit ? Cloth.WOOL : Cloth.COTTON, suit ? .35 : .06, Palette.TAILORED);
  }

  private Draft joggers(double rise, double end) {
    Cut.Leg leg =
        new Cut.Leg(
            rise,
            end,
            dice.between(.01, .024),
            dice.between(.012, .024),
            .008,
            dice.between(.012, .03));
    Trim trim =
        Trim.PLAIN
            .closure(Closure.DRAWSTRING, 0)
            .pockets(Pockets.SLANT)
            .belt(Belt.ELASTIC)
            .surface(dice.chance(.4) ? Surface.PANELS : Surface.NONE, 1)
            .edges(Finish.STITCHED, Finish.RIBBED);
    return new Draft(Cut.legs(leg), trim, Cloth.COTTON, .05, Palette.SPORT);
  }

  private Draft wide(double end) {
    double flow = dice.between(.035, .07);
    Cut.Leg leg = new Cut.Leg(dice.between(0, .25), end, .014, flow * .7, flow * 1.25, .008);
    Trim trim =
        Trim.PLAIN
            .pockets(Pockets.SLANT)
            .belt(dice.chance(.4) ? Belt.TIE : Belt.BAND)
            .surface(dice.chance(.5) ? Surface.PLEATS : Surface.CREASE, 2)
            .edges(Finish.PLAIN, Finish.STITCHED);
    return new Draft(
        Cut.legs(leg), trim, dice.chance(.35) ? Cloth.SATIN : Cloth.COTTON, .3, Palette.TAILORED);
  }

  private Draft cargo(double rise, double end) {
    Cut.Leg leg =
        new Cut.Leg(rise, end, .016, dice.between(.018, .03), dice.between(.012, .03), .012);
    Trim trim =
        Trim.PLAIN
            .closure(Closure.FLY, 1)
            .pockets(Pockets.CARGO)
            .belt(Belt.BAND)
            .edges(Finish.STITCHED, dice.chance(.4) ? Finish.ELASTIC : Finish.STITCHED);
    return new Draft(Cut.legs(leg), trim, Cloth.COTTON, .04, Palette.TAILORED);
  }

  Draft skirt() {
    double rise = dice.between(0, .35);
    return switch (dice.weighted(2, 3, 2.4, 1.8, 1.6, 1.2)) {
      case 0 -> pencil(rise);
      case 1 -> aLine(rise);
      case 2 -> pleated(rise);
      case 3 -> tiered(rise);
      case 4 -> denim(rise);
      default -> wrap(rise);
    };
  }

  private Draft pencil(double rise) {
    double length = dice.between(.1, .62);
    Cut.Skirt cut = new Cut.Skirt(rise, .004, dice.between(-.05, .02), length, 0);
    Trim trim =
        Trim.PLAIN
            .belt(dice.chance(.4) ? Belt.BUCKLE : Belt.BAND)
            .surface(dice.chance(.5) ? Surface.PANELS : Surface.NONE, 2);
    Cloth cloth = dice.chance(.2) ? Cloth.LEATHER : dice.chance(.6) ? Cloth.WOOL : Cloth.COTTON;
    return new Draft(
        Cut.skirt(cut),
        trim,
        cloth,
        .25,
        cloth == Cloth.LEATHER ? Palette.LEATHER : Palette.TAILORED);
  }

  private Draft aLine(double rise) {
    Cut.Skirt cut =
        new Cut.Skirt(
            rise,
            .006,
            dice.between(.12, .42),
            dice.between(.08, .7),
            dice.chance(.5) ? dice.between(.004, .009) : 0);
    Trim trim = Trim.PLAIN.belt(dice.chance(.3) ? Belt.TIE : Belt.BAND);
    return new Draft(Cut.skirt(cut), trim, Cloth.COTTON, .5, Palette.SOFT);
  }

  private Draft pleated(double rise) {
    double length = dice.between(.08, .85);
    Cut.Skirt cut = new Cut.Skirt(rise, .008, dice.between(.12, .34), length, .003);
    Trim trim = Trim.PLAIN.belt(Belt.BAND).surface(Surface.PLEATS, 9 + 2 * dice.below(5));
    return new Draft(
        Cut.skirt(cut), trim, dice.chance(.4) ? Cloth.WOOL : Cloth.SATIN, .3, Palette.SOFT);
  }

  private Draft tiered(double rise) {
    Cut.Skirt cut =
        new Cut.Skirt(
            rise, .01, dice.between(.12, .3), dice.between(.45, .98), dice.between(.004, .009));
    Trim trim = Trim.PLAIN.belt(Belt.ELASTIC).surface(Surface.TIERS, 2 + dice.below(3));
    return new Draft(Cut.skirt(cut), trim, Cloth.COTTON, .55, Palette.SOFT);
  }

  private Draft denim(double rise) {
    Cut.Skirt cut = new Cut.Skirt(rise, .005, dice.between(0, .16), dice.between(.06, .6), 0);
    boolean buttons = dice.chance(.45);
    Trim trim =
        Trim.PLAIN
            .closure(buttons ? Closure.BUTTONS : Closure.FLY, buttons ? 6 : 1)
            .pockets(Pockets.JEANS)
            .belt(Belt.BAND);
    return new Draft(Cut.skirt(cut), trim, Cloth.DENIM, 0, Palette.DENIM);
  }

  private Draft wrap(double rise) {
    Cut.Skirt cut = new Cut.Skirt(rise, .006, dice.between(.06, .2), dice.between(.3, .85), 0);
    Trim trim = Trim.PLAIN.closure(Closure.WRAP, 0).belt(Belt.TIE);
    return new Draft(
        Cut.skirt(cut), trim, dice.chance(.5) ? Cloth.SATIN : Cloth.COTTON, .5, Palette.SOFT);
  }
}
