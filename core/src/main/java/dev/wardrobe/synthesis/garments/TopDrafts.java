package dev.wardrobe.synthesis.garments;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.garments.Cut.Hemline;
import dev.wardrobe.synthesis.garments.Cut.Neckline;
import dev.wardrobe.synthesis.garments.Trim.Belt;
import dev.wardrobe.synthesis.garments.Trim.Closure;
import dev.wardrobe.synthesis.garments.Trim.Collar;
import dev.wardrobe.synthesis.garments.Trim.Finish;
import dev.wardrobe.synthesis.garments.Trim.Pockets;
import dev.wardrobe.synthesis.garments.Trim.Surface;
import dev.wardrobe.synthesis.scene.Cloth;

/** Thinks up tops. */
final class TopDrafts {
  private final Dice dice;

  TopDrafts(Dice dice) {
    this.dice = dice;
  }

  Draft top(Category category) {
    boolean isLong = category == Category.LONG_SLEEVE_TOP;
    int kind =
        isLong
            ? dice.weighted(3, 2, 3, 3, 2, 1.6, 2.2, 1.6)
            : dice.weighted(5, 2, 3, 2.4, 1.4, 0, 0, 0);
    return switch (kind) {
      case 0 -> tee(isLong);
      case 1 -> polo(isLong);
      case 2 -> shirt(isLong);
      case 3 -> isLong ? sweater() : blouse(false);
      case 4 -> isLong ? blouse(true) : oversized();
      case 5 -> turtleneck();
      case 6 -> hoodie();
      default -> sweatshirt();
    };
  }

  /** A sleeve of a length to go with a cut: short, three-quarter or long. */
  Cut.Sleeve sleeve(boolean isLong, double ease, double cuff, double puff) {
    double end =
        isLong
            ? (dice.chance(.2) ? dice.between(1.45, 1.75) : dice.between(1.86, 2.02))
            : dice.between(.48, .85);
    return new Cut.Sleeve(end, ease, cuff, puff, dice.between(.004, .016) + ease * .5);
  }

  private Cut.Neck teeNeck() {
    return switch (dice.weighted(5, 2.2, 1.6, .8, .8)) {
      case 0 ->
          new Cut.Neck(Neckline.ROUND, dice.between(.012, .026), dice.between(.03, .05), .006);
      case 1 -> new Cut.Neck(Neckline.V, dice.between(.014, .03), dice.between(.065, .12), .004);
      case 2 -> new Cut.Neck(Neckline.ROUND, dice.between(.03, .045), dice.between(.065, .1), .012);
      case 3 ->
          new Cut.Neck(Neckline.ROUND, dice.between(.05, .062), dice.between(.02, .034), .012);
      default ->
          new Cut.Neck(Neckline.SQUARE, dice.between(.03, .045), dice.between(.06, .09), .012);
    };
  }

  private Draft tee(boolean isLong) {
    boolean crop = dice.chance(.2);
    double ease = dice.between(.004, .022);
    Cut.Body body =
        new Cut.Body(
            ease,
            dice.between(.1, .9),
            dice.between(0, .06),
            crop ? dice.between(.05, .3) : dice.between(.6, .98),
            Hemline.STRAIGHT,
            0);
    Cut.Sleeve sleeve =
        sleeve(
            isLong,
            dice.between(.005, .016),
            isLong ? dice.between(.003, .01) : dice.between(.006, .022),
            0);
    Trim trim =
        Trim.PLAIN
            .collar(dice.chance(.75) ? Collar.RIB : Collar.BINDING)
            .pockets(dice.chance(.16) ? Pockets.CHEST : Pockets.NONE)
            .emblem(dice.chance(.4));
    return new Draft(Cut.top(teeNeck(), body, sleeve), trim, Cloth.COTTON, .42, Palette.EVERYDAY);
  }

  private Draft polo(boolean isLong) {
    Cut.Neck neck =
        new Cut.Neck(Neckline.V, dice.between(.008, .014), dice.between(.045, .065), .0);
    Cut.Body body =
        new Cut.Body(
            dice.between(.008, .022),
            dice.between(.4, .9),
            .02,
            dice.between(.65, .95),
            Hemline.STRAIGHT,
            0);
    Trim trim =
        Trim.PLAIN
            .collar(Collar.SHIRT)
            .closure(Closure.PLACKET, 2 + dice.below(2))
            .edges(Finish.STITCHED, Finish.RIBBED)
            .emblem(dice.chance(.15));
    Cut.Sleeve sleeve = sleeve(isLong, .012, isLong ? .004 : .008, 0);
    return new Draft(Cut.top(neck, body, sleeve), trim, Cloth.COTTON, .35, Palette.EVERYDAY);
  }

  private Draft shirt(boolean isLong) {
    Cut.Neck neck =
        new Cut.Neck(Neckline.V, dice.between(.006, .014), dice.between(.035, .07), -.002);
    Cut.Body body =
        new Cut.Body(
            dice.between(.008, .03),
            dice.between(.3, 1),
            dice.between(0, .06),
            dice.between(.6, 1.05),
            dice.chance(.6) ? Hemline.CURVED : Hemline.STRAIGHT,
            0);
    Trim trim =
        Trim.PLAIN
            .collar(dice.chance(.85) ? Collar.SHIRT : Collar.BAND)
            .closure(Closure.BUTTONS, 5 + dice.below(3))
            .pockets(
                dice.chance(.45) ? (dice.chance(.6) ? Pockets.CHEST : Pockets.FLAP) : Pockets.NONE)
            .edges(
                Finish.STITCHED,
                isLong ? Finish.BAND : dice.chance(.4) ? Finish.ROLLED : Finish.STITCHED);
    Cut.Sleeve sleeve =
        sleeve(
            isLong,
            dice.between(.01, .018),
            isLong ? .007 : dice.between(.012, .028),
            isLong ? .004 : 0);
    boolean denim = dice.chance(.18);
    return new Draft(
        Cut.top(neck, body, sleeve),
        trim,
        denim ? Cloth.DENIM : Cloth.COTTON,
        .55,
        denim ? Palette.DENIM : Palette.EVERYDAY);
  }

  private Draft blouse(boolean isLong) {
    Cut.Neck neck =
        switch (dice.below(4)) {
          case 0 ->
              new Cut.Neck(Neckline.SQUARE, dice.between(.035, .05), dice.between(.06, .09), .02);
          case 1 -> new Cut.Neck(Neckline.V, dice.between(.02, .035), dice.between(.08, .13), .008);
          case 2 ->
              new Cut.Neck(Neckline.ROUND, dice.between(.045, .062), dice.between(.03, .06), .018);
          default ->
              new Cut.Neck(Neckline.HEART, dice.between(.035, .05), dice.between(.075, .1), .02);
        };
    boolean peplum = dice.chance(.5);
    Cut.Body body =
        new Cut.Body(
            .007,
            peplum ? 0 : dice.between(.2, .6),
            peplum ? dice.between(.05, .12) : dice.between(0, .1),
            dice.between(.2, .75),
            Hemline.STRAIGHT,
            0);
    Cut.Sleeve sleeve =
        isLong
            ? sleeve(
                true, .01, dice.chance(.5) ? .005 : dice.between(.03, .055), dice.between(0, .02))
            : sleeve(false, .012, dice.between(.004, .03), dice.between(.006, .02));
    Trim trim =
        Trim.PLAIN
            .collar(dice.chance(.5) ? Collar.BINDING : Collar.NONE)
            .closure(dice.chance(.3) ? Closure.BUTTONS : Closure.NONE, 5)
            .belt(peplum ? (dice.chance(.5) ? Belt.TIE : Belt.SEAM) : Belt.NONE)
            .edges(Finish.STITCHED, sleeve.cuff() < .015 ? Finish.ELASTIC : Finish.STITCHED)
            .surface(dice.chance(.35) ? Surface.GATHERS : Surface.NONE, 6);
    return new Draft(
        Cut.top(neck, body, sleeve),
        trim,
        dice.chance(.4) ? Cloth.SATIN : Cloth.COTTON,
        .5,
        Palette.SOFT);
  }

  private Draft oversized() {
    Cut.Neck neck =
        new Cut.Neck(Neckline.ROUND, dice.between(.014, .026), dice.between(.03, .045), .004);
    Cut.Body body =
        new Cut.Body(dice.between(.035, .055), 1, .01, dice.between(.5, 1.1), Hemline.STRAIGHT, 0);
    Cut.Sleeve sleeve =
        new Cut.Sleeve(dice.between(.75, .92), .024, .036, 0, dice.between(.025, .04));
    Trim trim = Trim.PLAIN.collar(Collar.RIB).emblem(dice.chance(.6));
    return new Draft(Cut.top(neck, body, sleeve), trim, Cloth.COTTON, .3, Palette.SPORT);
  }

  private Draft sweater() {
    boolean v = dice.chance(.35);
    Cut.Neck neck =
        v
            ? new Cut.Neck(Neckline.V, .018, dice.between(.07, .11), .0)
            : new Cut.Neck(Neckline.ROUND, dice.between(.014, .03), dice.between(.028, .05), .002);
    double ease = dice.between(.012, .045);
    Cut.Body body =
        new Cut.Body(ease, dice.between(.6, 1), 0, dice.between(.4, .95), Hemline.STRAIGHT, 0);
    Cut.Sleeve sleeve = sleeve(true, .01 + ease * .35, .007, ease > .03 ? .012 : .004);
    Trim trim =
        Trim.PLAIN
            .collar(Collar.RIB)
            .edges(Finish.RIBBED, Finish.RIBBED)
            .surface(dice.chance(.3) ? Surface.CABLE : Surface.NONE, 2 + dice.below(3));
    return new Draft(Cut.top(neck, body, sleeve), trim, Cloth.KNIT, .4, Palette.EVERYDAY);
  }

  private Draft turtleneck() {
    Cut.Neck neck = new Cut.Neck(Neckline.HIGH, 0, dice.between(-.05, -.028), -.05);
    double ease = dice.between(.006, .03);
    Cut.Body body =
        new Cut.Body(ease, dice.between(.2, 1), 0, dice.between(.6, 1), Hemline.STRAIGHT, 0);
    Trim trim = Trim.PLAIN.collar(Collar.ROLL).edges(Finish.RIBBED, Finish.RIBBED);
    return new Draft(
        Cut.top(neck, body, sleeve(true, .007 + ease * .3, .005, 0)),
        trim,
        Cloth.KNIT,
        .2,
        Palette.EVERYDAY);
  }

  private Draft hoodie() {
    Cut.Neck neck =
        new Cut.Neck(Neckline.ROUND, dice.between(.02, .03), dice.between(.045, .06), -.004);
    double ease = dice.between(.022, .05);
    Cut.Body body = new Cut.Body(ease, 1, 0, dice.between(.55, 1), Hemline.STRAIGHT, 0);
    Trim trim =
        Trim.PLAIN
            .collar(Collar.HOOD)
            .closure(Closure.DRAWSTRING, 0)
            .pockets(Pockets.KANGAROO)
            .edges(Finish.RIBBED, Finish.RIBBED)
            .emblem(dice.chance(.5));
    return new Draft(
        Cut.top(neck, body, sleeve(true, .01 + ease * .35, .009, .008)),
        trim,
        Cloth.COTTON,
        .08,
        Palette.SPORT);
  }

  private Draft sweatshirt() {
    Cut.Neck neck =
        new Cut.Neck(Neckline.ROUND, dice.between(.014, .024), dice.between(.028, .04), .002);
    double ease = dice.between(.018, .045);
    Cut.Body body = new Cut.Body(ease, 1, 0, dice.between(.3, .9), Hemline.STRAIGHT, 0);
    Trim trim =
        Trim.PLAIN.collar(Collar.RIB).edges(Finish.RIBBED, Finish.RIBBED).emblem(dice.chance(.7));
    return new Draft(
        Cut.top(neck, body, sleeve(true, .01 + ease * .35, .009, .01)),
        trim,
        Cloth.COTTON,
        .08,
        Palette.SPORT);
  }
}
