package dev.wardrobe.synthesis.garments;

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

/** Thinks up outwear. */
final class OutwearDrafts {
  /** Half the line between closed halves. */
  private static final double CLOSED = .0012;

  private final Dice dice;

  OutwearDrafts(Dice dice) {
    this.dice = dice;
  }

  Draft outwear(boolean isLong) {
    int kind =
        isLong
            ? dice.weighted(3, 2.4, 2, 1.6, 1.6, 2, 1.6, 1.3)
            : dice.weighted(1.5, 0, 1.4, 0, 1, 2.2, 0, 2.2);
    return switch (kind) {
      case 0 -> blazer(isLong);
      case 1 -> coat();
      case 2 -> denim(isLong);
      case 3 -> bomber();
      case 4 -> hoodie(isLong);
      case 5 -> cardigan(isLong);
      case 6 -> biker();
      default -> shirtJacket(isLong);
    };
  }

  /** Whether one hangs open; with short sleeves, closed ones look like tops. */
  private boolean open(boolean isLong) {
    return dice.chance(isLong ? .6 : .78);
  }

  private Cut.Front front(boolean open, double shift) {
    return open
        ? new Cut.Front(true, dice.between(.012, .03), dice.between(.03, .075), 0)
        : new Cut.Front(false, CLOSED, CLOSED * 1.5, shift);
  }

  private Cut.Sleeve sleeve(boolean isLong, double ease, double cuff) {
    double end = isLong ? dice.between(1.86, 2.04) : dice.between(.6, .92);
    return new Cut.Sleeve(end, ease, isLong ? cuff : cuff + .012, 0, .01 + ease * .5);
  }

  private Draft blazer(boolean isLong) {
    boolean open = open(isLong);
    boolean twoRows = !open && dice.chance(.35);
    double depth = dice.between(.13, .22);
    Cut.Neck neck = new Cut.Neck(Neckline.V, dice.between(.012, .018), depth, -.006);
    Cut.Body body =
        new Cut.Body(
            dice.between(.014, .03),
            dice.between(.1, .7),
            dice.between(.02, .08),
            dice.between(.75, 1.25),
            Hemline.STRAIGHT,
            0);
    Trim trim =
        Trim.PLAIN
            .collar(Collar.LAPEL)
            .closure(Closure.BUTTONS, twoRows ? 2 : 1 + dice.below(3))
            .pockets(Pockets.FLAP)
            .edges(Finish.PLAIN, Finish.PLAIN);
    Cut cut = Cut.outwear(neck, body, sleeve(isLong, .014, .012), front(open, twoRows ? -.035 : 0));
    return new Draft(cut, trim, Cloth.WOOL, .3, Palette.TAILORED);
  }

  private Draft coat() {
    boolean open = open(true);
    boolean twoRows = !open && dice.chance(.4);
    Cut.Neck neck =
        new Cut.Neck(Neckline.V, dice.between(.014, .022), dice.between(.09, .18), -.01);
    Cut.Body body =
        new Cut.Body(
            dice.between(.022, .045),
            dice.between(.4, 1),
            dice.between(.03, .12),
            dice.between(1.3, 2.35),
            Hemline.STRAIGHT,
            0);
    Trim trim =
        Trim.PLAIN
            .collar(Collar.LAPEL)
            .closure(Closure.BUTTONS, 3 + dice.below(2))
            .pockets(dice.chance(.6) ? Pockets.SLANT : Pockets.FLAP)
            .belt(dice.chance(.35) ? Belt.TIE : Belt.NONE)
            .edges(Finish.PLAIN, dice.chance(.3) ? Finish.BAND : Finish.PLAIN);
    Cut cut = Cut.outwear(neck, body, sleeve(true, .02, .02), front(open, twoRows ? -.035 : 0));
    return new Draft(cut, trim, Cloth.WOOL, .22, Palette.TAILORED);
  }

  private Draft denim(boolean isLong) {
    Cut.Neck neck =
        new Cut.Neck(Neckline.V, dice.between(.012, .018), dice.between(.03, .06), -.006);
    Cut.Body body =
        new Cut.Body(
            dice.between(.016, .04),
            dice.between(.6, 1),
            0,
            dice.between(.25, .75),
            Hemline.STRAIGHT,
            0);
    Trim trim =
        Trim.PLAIN
            .collar(Collar.SHIRT)
            .closure(Closure.BUTTONS, 5 + dice.below(2))
            .pockets(Pockets.FLAP)
            .edges(Finish.BAND, isLong ? Finish.BAND : Finish.STITCHED)
            .surface(Surface.YOKE, 2);
    Cut cut = Cut.outwear(neck, body, sleeve(isLong, .016, .009), front(open(isLong), 0));
    return new Draft(cut, trim, Cloth.DENIM, 0, Palette.DENIM);
  }

  private Draft bomber() {
    boolean quilted = dice.chance(.4);
    Cut.Neck neck =
        new Cut.Neck(Neckline.ROUND, dice.between(.014, .022), dice.between(.03, .045), -.008);
    Cut.Body body =
        new Cut.Body(
            quilted ? .045 : dice.between(.025, .045),
            1,
            0,
            dice.between(.35, .85),
            Hemline.STRAIGHT,
            0);
    Trim trim =
        Trim.PLAIN
            .collar(quilted ? Collar.BAND : Collar.RIB)
            .closure(Closure.ZIP, 0)
            .pockets(Pockets.SLANT)
            .edges(Finish.RIBBED, Finish.RIBBED)
            .surface(quilted ? Surface.QUILT : Surface.NONE, 7);
    Cut.Sleeve sleeve = new Cut.Sleeve(dice.between(1.9, 2.02), .022, .008, .012, .022);
    Cut cut = Cut.outwear(neck, body, sleeve, front(open(true), 0));
    return new Draft(cut, trim, quilted ? Cloth.SATIN : Cloth.COTTON, 0, Palette.SPORT);
  }

  private Draft hoodie(boolean isLong) {
    Cut.Neck neck =
        new Cut.Neck(Neckline.ROUND, dice.between(.018, .028), dice.between(.04, .06), -.006);
    double ease = dice.between(.022, .045);
    Cut.Body body = new Cut.Body(ease, 1, 0, dice.between(.6, 1.1), Hemline.STRAIGHT, 0);
    Trim trim =
        Trim.PLAIN
            .collar(Collar.HOOD)
            .closure(Closure.ZIP, 0)
            .pockets(Pockets.KANGAROO)
            .edges(Finish.RIBBED, isLong ? Finish.RIBBED : Finish.STITCHED);
    Cut cut = Cut.outwear(neck, body, sleeve(isLong, .02, .01), front(open(isLong), 0));
    return new Draft(cut, trim, Cloth.COTTON, 0, Palette.SPORT);
  }

  private Draft cardigan(boolean isLong) {
    boolean longer = dice.chance(.35);
    Cut.Neck neck =
        new Cut.Neck(Neckline.V, dice.between(.014, .024), dice.between(.07, .2), -.002);
    Cut.Body body =
        new Cut.Body(
            dice.between(.012, .035),
            dice.between(.5, 1),
            longer ? .03 : 0,
            longer ? dice.between(1.1, 2) : dice.between(.3, .9),
            Hemline.STRAIGHT,
            0);
    Trim trim =
        Trim.PLAIN
            .collar(Collar.RIB)
            .closure(Closure.BUTTONS, 4 + dice.below(3))
            .pockets(dice.chance(.6) ? Pockets.PATCH : Pockets.NONE)
            .edges(Finish.RIBBED, Finish.RIBBED)
            .surface(dice.chance(.2) ? Surface.CABLE : Surface.NONE, 2);
    Cut cut = Cut.outwear(neck, body, sleeve(isLong, .014, .008), front(longer || open(isLong), 0));
    return new Draft(cut, trim, Cloth.KNIT, .3, Palette.EVERYDAY);
  }

  private Draft biker() {
    Cut.Neck neck = new Cut.Neck(Neckline.V, .016, dice.between(.1, .16), -.008);
    Cut.Body body =
        new Cut.Body(
            dice.between(.012, .024),
            dice.between(.2, .7),
            0,
            dice.between(.2, .6),
            Hemline.STRAIGHT,
            0);
    Trim trim =
        Trim.PLAIN
            .collar(Collar.LAPEL)
            .closure(Closure.ZIP, 0)
            .pockets(Pockets.SLANT)
            .belt(dice.chance(.4) ? Belt.BAND : Belt.NONE)
            .edges(Finish.STITCHED, Finish.STITCHED);
    Cut cut =
        Cut.outwear(
            neck,
            body,
            sleeve(true, .012, .007),
            front(dice.chance(.6), dice.chance(.4) ? -.03 : 0));
    return new Draft(cut, trim, Cloth.LEATHER, 0, Palette.LEATHER);
  }

  private Draft shirtJacket(boolean isLong) {
    boolean kimono = dice.chance(.3);
    Cut.Neck neck =
        kimono
            ? new Cut.Neck(Neckline.V, .02, dice.between(.14, .2), 0)
            : new Cut.Neck(Neckline.V, .014, dice.between(.04, .09), -.004);
    Cut.Body body =
        new Cut.Body(
            dice.between(.025, .05),
            1,
            dice.between(0, .06),
            dice.between(.7, 1.3),
            Hemline.STRAIGHT,
            0);
    Trim trim =
        Trim.PLAIN
            .collar(kimono ? Collar.BINDING : Collar.SHIRT)
            .closure(kimono ? Closure.NONE : Closure.BUTTONS, 5)
            .pockets(kimono ? Pockets.PATCH : Pockets.CHEST)
            .edges(Finish.STITCHED, isLong && !kimono ? Finish.BAND : Finish.STITCHED);
    Cut.Sleeve sleeve =
        kimono ? new Cut.Sleeve(isLong ? 1.7 : .9, .026, .05, 0, .025) : sleeve(isLong, .02, .012);
    Cut cut = Cut.outwear(neck, body, sleeve, front(kimono || open(isLong), 0));
    return new Draft(cut, trim, Cloth.COTTON, .6, Palette.EVERYDAY);
  }
}
