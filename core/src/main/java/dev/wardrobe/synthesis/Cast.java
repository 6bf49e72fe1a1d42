package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.structures.Box;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.figures.Body;
import dev.wardrobe.synthesis.figures.Hanger;
import dev.wardrobe.synthesis.figures.Mannequin;
import dev.wardrobe.synthesis.figures.Measures;
import dev.wardrobe.synthesis.figures.Pose;
import dev.wardrobe.synthesis.figures.Prop;
import dev.wardrobe.synthesis.figures.Props;
import dev.wardrobe.synthesis.figures.Skeleton;
import dev.wardrobe.synthesis.figures.View;
import dev.wardrobe.synthesis.figures.Wearer;
import dev.wardrobe.synthesis.garments.Fit;
import dev.wardrobe.synthesis.garments.GarmentDesign;
import dev.wardrobe.synthesis.garments.Tailor;
import dev.wardrobe.synthesis.photography.Setting;
import dev.wardrobe.synthesis.photography.Staging;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who or what shows an outfit.
 *
 * @param staging on a person, a mannequin, a hanger, or lying
 * @param viewpoint from where it is seen
 * @param source who takes the photo
 * @param setting where
 * @param wearer the person; also gives garments that nobody wears their size
 */
record Cast(Staging staging, Viewpoint viewpoint, Source source, Setting setting, Wearer wearer) {
  private static final double SIDE = 8 / 15.0;
  private static final double TUCKED = .3;
  private static final double SOLES = 1.05;
  private static final double ALONE = .6;
  private static final List<Prop.Cover> COVERS =
      List.of(Prop.Cover.NONE, Prop.Cover.LITTLE, Prop.Cover.MUCH);
  private static final double[] CONSUMER_COVERS = {.5, .3, .2};
  private static final double[] SHOP_COVERS = {.72, .18, .1};

  /** How garments that nobody wears are shown: lying, on a hanger, on a mannequin. */
  private static final double[] UNWORN = {.5, .32, .18};

  /** Somebody for a photo of a garment. */
  static Cast of(Source source, Viewpoint viewpoint, Category category, Dice dice) {
    Staging staging =
        viewpoint == Viewpoint.NO_WEAR
            ? List.of(Staging.FLAT_LAY, Staging.HANGER, Staging.MANNEQUIN)
                .get(dice.weighted(UNWORN))
            : Staging.WORN;
    Setting setting = Setting.of(source, viewpoint, staging, dice);
    return new Cast(staging, viewpoint, source, setting, Wearer.of(Wardrobes.men(category), dice));
  }

  /** Whether nothing is shown with the garments that the photo is about. */
  boolean alone(Dice dice) {
    return switch (staging) {
      case WORN -> false;
      case MANNEQUIN, FLAT_LAY -> dice.chance(ALONE);
      case HANGER -> true;
    };
  }

  /** Whether the outfit lies on something, without up and down. */
  boolean lying() {
    return staging == Staging.FLAT_LAY;
  }

  /** Whether the outfit hangs on a hanger, which belongs into the photo too. */
  boolean hanging() {
    return staging == Staging.HANGER;
  }

  /** The pixel row where soles stand, or would stand below a hook that the outfit hangs on. */
  double floor(Assembly assembly, Framing framing) {
    if (hanging()) {
      double hook = framing.apply(new Point(0, assembly.bounds().y1())).y();
      return Setting.floorBelow(hook, framing.unit());
    }
    return framing.apply(new Point(0, SOLES)).y();
  }

  /** The outfit in a pose by chance; each throw another one. */
  Assembly posed(Outfit outfit, Dice dice) {
    List<Piece> pieces = new ArrayList<>();
    Skeleton skeleton = skeleton(pieces, outfit, dice);
    Optional<Point> phone = setting.mirror() ? Optional.of(phone(pieces)) : Optional.empty();
    boolean tucked = dice.chance(TUCKED) && outfit.hasBottom();
    long folds = (long) (dice.next() * 0x1p53);
    List<Piece> clothes = new ArrayList<>();
    for (int item = 0; item < outfit.garments().size(); item++) {
      GarmentDesign design = outfit.garments().get(item);
      Fit fit = new Fit(tucked, outfit.isUnderOutwear(item), folds);
      clothes.addAll(Tailor.pieces(design, skeleton, item, fit));
    }
    if (hanging()) {
      pieces.addAll(
          outfit.hangsByWaist()
              ? Hanger.clips(skeleton, top(clothes), dice)
              : Hanger.pieces(skeleton, dice));
    }
    pieces.addAll(clothes);
    return Assembly.of(pieces, outfit.garments(), phone);
  }

  /** The middle of what the figure holds. */
  private static Point phone(List<Piece> pieces) {
    Box held =
        Assembly.bounds(
            pieces.stream().filter(piece -> piece.slot() == Slot.PROP).map(Piece::layer).toList());
    return new Point((held.x1() + held.x2()) / 2, (held.y1() + held.y2()) / 2);
  }

  /** The upper edge of clothes. */
  private static double top(List<Piece> clothes) {
    return clothes.stream()
        .flatMap(piece -> piece.marks().stream())
        .mapToDouble(mark -> mark.at().y())
        .min()
        .orElse(0);
  }

  /** How what wears the outfit stands; its body goes to the pieces. */
  private Skeleton skeleton(List<Piece> pieces, Outfit outfit, Dice dice) {
    Measures measures = wearer.measures();
    return switch (staging) {
      case FLAT_LAY -> Pose.flatLay(dice).skeleton(measures);
      case HANGER -> Pose.hanging(dice).skeleton(measures);
      case MANNEQUIN -> {
        Skeleton standing = Pose.mannequin(dice).skeleton(measures);
        Mannequin.Kind[] kinds = Mannequin.Kind.values();
        Mannequin.Kind kind = kinds[dice.below(kinds.length)];
        // A bust has no legs to put into what is held by the waist.
        pieces.addAll(
            Mannequin.pieces(
                outfit.hangsByWaist() ? Mannequin.Kind.HEADLESS : kind, standing, dice));
        yield standing;
      }
      case WORN -> worn(pieces, dice);
    };
  }

  private Skeleton worn(List<Piece> pieces, Dice dice) {
    View view =
        viewpoint == Viewpoint.FRONTAL ? View.FRONT : dice.chance(SIDE) ? View.SIDE : View.BACK;
    Prop prop = setting.mirror() ? Prop.PHONE : prop(dice);
    Pose pose = Pose.holding(prop, view, dice);
    Skeleton skeleton = pose.skeleton(wearer.measures());
    pieces.addAll(Body.pieces(wearer, pose));
    pieces.addAll(Props.pieces(prop, wearer, pose, dice));
    return skeleton;
  }

  private Prop prop(Dice dice) {
    double[] shares = source == Source.USER ? CONSUMER_COVERS : SHOP_COVERS;
    Prop.Cover cover = COVERS.get(dice.weighted(shares));
    List<Prop> props = Stream.of(Prop.values()).filter(prop -> prop.cover() == cover).toList();
    return props.get(dice.below(props.size()));
  }
}
