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

/** Thinks up dresses: a skirt, then what is above it. */
final class DressDrafts {
  /** What the body of a dress is like. */
  private enum Kind {
    SHEATH,
    FLARED,
    SHIRT,
    TIERED,
    STRAIGHT,
    SLIP
  }

  private final Dice dice;

  DressDrafts(Dice dice) {
    this.dice = dice;
  }

  Draft dress(Category category) {
    boolean sling = category == Category.SLING_DRESS;
    boolean sleeved =
        category == Category.SHORT_SLEEVE_DRESS || category == Category.LONG_SLEEVE_DRESS;
    Kind kind = kind(sling, sleeved);
    boolean isLong = category == Category.LONG_SLEEVE_DRESS;
    Cut.Neck neck = sling ? new SleevelessDrafts(dice).strapNeck() : neck(kind);
    double strap = sling ? dice.between(.005, .013) : dice.between(.022, .055);
    Cut cut = Cut.dress(neck, body(kind, strap), sleeve(kind, sleeved, isLong), skirt(kind));
    return new Draft(cut, trim(kind, sling, isLong), cloth(kind), printed(kind), palette(kind));
  }

  private Kind kind(boolean sling, boolean sleeved) {
    return Kind.values()[
        dice.weighted(
            1.6,
            3,
            sleeved ? 2 : sling ? 0 : .8,
            sling ? 1.6 : 1.4,
            sleeved ? 1.4 : .8,
            sling ? 3 : .4)];
  }

  private Cut.Neck neck(Kind kind) {
    if (kind == Kind.SHIRT) {
      return new Cut.Neck(Neckline.V, dice.between(.008, .016), dice.between(.04, .08), -.002);
    }
    if (kind == Kind.STRAIGHT && dice.chance(.3)) {
      return new Cut.Neck(Neckline.HIGH, 0, -.035, -.04);
    }
    return switch (dice.weighted(3, 2, 1.6, 1.2, .8)) {
      case 0 -> new Cut.Neck(Neckline.ROUND, dice.between(.014, .03), dice.between(.03, .06), .008);
      case 1 -> new Cut.Neck(Neckline.V, dice.between(.018, .034), dice.between(.08, .14), .008);
      case 2 ->
          new Cut.Neck(Neckline.SQUARE, dice.between(.032, .046), dice.between(.06, .09), .02);
      case 3 -> new Cut.Neck(Neckline.ROUND, dice.between(.04, .058), dice.between(.05, .09), .016);
      default ->
          new Cut.Neck(Neckline.HEART, dice.between(.034, .046), dice.between(.07, .095), .02);
    };
  }

  private Cut.Body body(Kind kind, double strap) {
    double ease =
        switch (kind) {
          case SHEATH, FLARED, SLIP -> dice.between(.003, .01);
          case SHIRT, TIERED -> dice.between(.008, .022);
          case STRAIGHT -> dice.between(.014, .04);
        };
    double boxy =
        switch (kind) {
          case SHEATH, FLARED -> dice.between(0, .15);
          case SHIRT -> dice.between(.1, .6);
          case SLIP -> dice.between(.1, .45);
          case TIERED -> dice.between(.1, .8);
          case STRAIGHT -> dice.between(.7, 1);
        };
    return new Cut.Body(ease, boxy, 0, 0, Hemline.STRAIGHT, strap);
  }

  private Cut.Sleeve sleeve(Kind kind, boolean sleeved, boolean isLong) {
    if (!sleeved) {
      return new Cut.Sleeve(0, 0, 0, 0, dice.between(-.01, .012));
    }
    TopDrafts tops = new TopDrafts(dice);
    boolean puffed = kind != Kind.STRAIGHT && kind != Kind.SHIRT && dice.chance(.45);
    if (puffed) {
      double cuff = dice.chance(.6) ? .004 : dice.between(.02, .05);
      return tops.sleeve(isLong, .012, cuff, dice.between(.008, .022));
    }
    return tops.sleeve(
        isLong,
        dice.between(.006, .014),
        isLong ? dice.between(.004, .014) : dice.between(.008, .022),
        0);
  }

  private Cut.Skirt skirt(Kind kind) {
    double length =
        switch (dice.below(3)) {
          case 0 -> dice.between(.1, .3);
          case 1 -> dice.between(.3, .6);
          default -> dice.between(.6, .98);
        };
    return switch (kind) {
      case SHEATH -> new Cut.Skirt(0, .005, dice.between(-.03, .02), Math.min(length, .7), 0);
      case FLARED ->
          new Cut.Skirt(
              dice.chance(.25) ? -.4 : dice.between(-.12, 0),
              .012,
              dice.between(.16, .42),
              length,
              dice.between(.003, .009));
      case SHIRT -> new Cut.Skirt(0, .016, dice.between(.03, .16), length, 0);
      case TIERED ->
          new Cut.Skirt(
              dice.between(-.45, 0),
              .014,
              dice.between(.12, .26),
              Math.max(.3, length),
              dice.between(.004, .009));
      case STRAIGHT -> new Cut.Skirt(0, .016, dice.between(-.01, .06), Math.min(length, .75), 0);
      case SLIP -> new Cut.Skirt(0, .008, dice.between(.02, .12), Math.max(.2, length), 0);
    };
  }

  private Trim trim(Kind kind, boolean sling, boolean isLong) {
    Trim edged =
        Trim.PLAIN
            .collar(sling || dice.chance(.5) ? Collar.BINDING : Collar.NONE)
            .edges(Finish.STITCHED, isLong && dice.chance(.5) ? Finish.ELASTIC : Finish.STITCHED);
    return switch (kind) {
      case SHEATH -> edged.belt(dice.chance(.4) ? Belt.BUCKLE : Belt.SEAM);
      case FLARED ->
          edged
              .belt(dice.chance(.35) ? Belt.TIE : dice.chance(.4) ? Belt.BUCKLE : Belt.SEAM)
              .closure(dice.chance(.2) ? Closure.BUTTONS : Closure.NONE, 7)
              .surface(dice.chance(.3) ? Surface.PLEATS : Surface.NONE, 11);
      case SHIRT ->
          edged
              .collar(sling ? Collar.BINDING : Collar.SHIRT)
              .closure(Closure.BUTTONS, 8)
              .pockets(dice.chance(.3) && !sling ? Pockets.CHEST : Pockets.NONE)
              .belt(dice.chance(.7) ? (dice.chance(.5) ? Belt.TIE : Belt.BUCKLE) : Belt.NONE)
              .edges(Finish.STITCHED, isLong ? Finish.BAND : Finish.ROLLED);
      case TIERED -> edged.belt(Belt.SEAM).surface(Surface.TIERS, 2 + dice.below(3));
      case STRAIGHT ->
          edged
              .collar(Collar.RIB)
              .emblem(dice.chance(.25))
              .edges(Finish.RIBBED, isLong ? Finish.RIBBED : Finish.STITCHED);
      case SLIP -> edged.edges(dice.chance(.4) ? Finish.LACE : Finish.STITCHED, Finish.STITCHED);
    };
  }

  private Cloth cloth(Kind kind) {
    return switch (kind) {
      case SHEATH -> dice.chance(.4) ? Cloth.WOOL : Cloth.COTTON;
      case FLARED, TIERED -> dice.chance(.3) ? Cloth.SATIN : Cloth.COTTON;
      case SHIRT -> dice.chance(.25) ? Cloth.DENIM : Cloth.COTTON;
      case STRAIGHT -> dice.chance(.6) ? Cloth.KNIT : Cloth.COTTON;
      case SLIP -> Cloth.SATIN;
    };
  }

  private static double printed(Kind kind) {
    return switch (kind) {
      case SHEATH -> .3;
      case FLARED, TIERED -> .6;
      case SHIRT, STRAIGHT -> .4;
      case SLIP -> .25;
    };
  }

  private static Palette palette(Kind kind) {
    return kind == Kind.STRAIGHT || kind == Kind.SHIRT ? Palette.EVERYDAY : Palette.SOFT;
  }
}
