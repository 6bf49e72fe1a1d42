package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Print;

/** Chooses colours and prints. */
final class FabricChooser {
  private static final int CREAM = 0xF4EFE4;
  private static final int INK = 0x26272C;
  private static final int[] HARDWARE = {0xC9CBCE, 0xB08D57, 0x8D8F94, 0xD8B26E};

  private final Draft draft;
  private final Material.Fabric fabric;
  private final Material trimming;
  private final Material.Plain fastening;
  private final GarmentDesign.Emblem emblem;

  FabricChooser(Dice looks, Draft draft) {
    this.draft = draft;
    int ground = draft.palette().pick(looks);
    // An emblem would drown in a print.
    boolean printed = !draft.trim().emblem() && looks.chance(draft.printed());
    Print print = printed ? print(looks) : Print.PLAIN;
    int second = contrast(ground, looks);
    int third = contrast(ground, looks);
    fabric =
        new Material.Fabric(
            draft.cloth(),
            print,
            ground,
            second,
            third,
            repeat(print, looks),
            angle(print, looks),
            (long) (looks.next() * 0x1p40));
    trimming = trimming(looks);
    fastening = fastening(looks);
    emblem =
        new GarmentDesign.Emblem(
            (long) (looks.next() * 0x1p40), contrast(ground, looks), contrast(ground, looks));
  }

  Material.Fabric fabric() {
    return fabric;
  }

  Material trimming() {
    return trimming;
  }

  Material.Plain fastening() {
    return fastening;
  }

  GarmentDesign.Emblem emblem() {
    return emblem;
  }

  private Print print(Dice looks) {
    return switch (draft.cloth()) {
      case DENIM, LEATHER -> Print.PLAIN;
      case KNIT -> looks.chance(.75) ? Print.STRIPES : Print.CHECKS;
      case WOOL -> looks.chance(.75) ? Print.CHECKS : Print.STRIPES;
      case SATIN ->
          new Print[] {Print.FLORAL, Print.DOTS, Print.GRADIENT, Print.STRIPES}
              [looks.weighted(5, 2, 2, 1)];
      case COTTON ->
          new Print[] {Print.STRIPES, Print.CHECKS, Print.DOTS, Print.FLORAL, Print.GRADIENT}
              [looks.weighted(4, 2.5, 2, 3, .7)];
    };
  }

  private double repeat(Print print, Dice looks) {
    double size = looks.next();
    return switch (print) {
      case STRIPES -> draft.cloth() == Cloth.WOOL ? .012 + .01 * size : .018 + .04 * size * size;
      case CHECKS -> .03 + .05 * size;
      case DOTS -> .02 + .035 * size * size;
      case FLORAL -> .05 + .06 * size;
      case GRADIENT -> .4 + .3 * size;
      case PLAIN -> .05;
    };
  }

  private double angle(Print print, Dice looks) {
    double chosen = looks.next();
    boolean knit = draft.cloth() == Cloth.KNIT;
    return switch (print) {
      case STRIPES -> {
        if (draft.cloth() == Cloth.WOOL) {
          yield Math.PI / 2;
        }
        yield chosen < .62 || knit ? 0 : chosen < .92 ? Math.PI / 2 : Math.PI / 4;
      }
      case CHECKS -> chosen < .9 ? 0 : Math.PI / 4;
      default -> 0;
    };
  }

  /** A colour that can be told from the ground and goes with it. */
  private int contrast(int ground, Dice looks) {
    for (int trial = 0; trial < 6; trial++) {
      int colour =
          looks.chance(.45)
              ? (light(ground) > 140 ? tint(ground, .45) : CREAM)
              : draft.palette().pick(looks);
      if (Math.abs(light(colour) - light(ground)) > 45) {
        return colour;
      }
    }
    return light(ground) > 130 ? INK : CREAM;
  }

  private Material trimming(Dice looks) {
    boolean own = looks.chance(.72);
    int other = contrast(fabric.rgb(), looks);
    Cloth cloth =
        switch (draft.trim().collar()) {
          case RIB -> Cloth.KNIT;
          default -> draft.cloth();
        };
    boolean belted = draft.trim().belt() == Trim.Belt.BUCKLE;
    if (belted) {
      return new Material.Plain(Palette.LEATHER.pick(looks), Material.Finish.LEATHER);
    }
    if (own && draft.trim().collar() != Trim.Collar.RIB) {
      return fabric;
    }
    int rgb = own ? fabric.rgb() : other;
    return new Material.Fabric(cloth, Print.PLAIN, rgb, rgb, rgb, .05, 0, 0);
  }

  private Material.Plain fastening(Dice looks) {
    boolean metal =
        draft.cloth() == Cloth.DENIM
            || draft.cloth() == Cloth.LEATHER
            || draft.trim().closure() == Trim.Closure.ZIP;
    int colour = HARDWARE[looks.below(HARDWARE.length)];
    int button =
        looks.chance(.5)
            ? (light(fabric.rgb()) > 150 ? tint(fabric.rgb(), .55) : CREAM)
            : tint(fabric.rgb(), light(fabric.rgb()) > 90 ? .6 : 1.7);
    return metal
        ? new Material.Plain(colour, Material.Finish.METAL)
        : new Material.Plain(button, Material.Finish.GLOSSY);
  }

  private static double light(int rgb) {
    return .3 * (rgb >> 16 & 255) + .59 * (rgb >> 8 & 255) + .11 * (rgb & 255);
  }

  /** A colour times a factor. */
  static int tint(int rgb, double factor) {
    int r = (int) Math.min(255, (rgb >> 16 & 255) * factor);
    int g = (int) Math.min(255, (rgb >> 8 & 255) * factor);
    int b = (int) Math.min(255, (rgb & 255) * factor);
    return r << 16 | g << 8 | b;
  }
}
