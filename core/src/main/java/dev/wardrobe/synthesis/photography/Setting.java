package dev.wardrobe.synthesis.photography;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.synthesis.chance.Dice;
import java.util.List;

/**
 * Where a photo is taken. The same setting looks the same from everywhere: closer and wider photos
 * show more or less of it.
 *
 * @param kind of place
 * @param seed of everything that differs between places of a kind
 * @param mirror whether the photo shows a mirror with the wearer in it
 */
public record Setting(Kind kind, long seed, boolean mirror) {

  /** How far above the soles the rails and hooks of places for hangers are, in figure units. */
  public static final double HOOK = 1.22;

  private static final List<Staging> UNWORN =
      List.of(Staging.FLAT_LAY, Staging.HANGER, Staging.MANNEQUIN);

  /** A kind of place. */
  public enum Kind {
    /** A seamless clean background. */
    STUDIO(Ground.STAND, true),
    /** A tidy room of a shop. */
    SHOWROOM(Ground.STAND, true),
    BEDROOM(Ground.STAND, true),
    LIVING_ROOM(Ground.STAND, true),
    HALL(Ground.STAND, true),
    BATHROOM(Ground.STAND, true),
    FITTING_ROOM(Ground.STAND, true),
    CAFE(Ground.STAND, true),
    HOUSES(Ground.STAND, false),
    SHOP_STREET(Ground.STAND, false),
    BRICK_WALL(Ground.STAND, false),
    PARK(Ground.STAND, false),
    BEACH(Ground.STAND, false),
    /** Plain paper or board seen from above. */
    PAPER(Ground.LIE, true),
    BED_SHEET(Ground.LIE, true),
    TABLE(Ground.LIE, true),
    CARPET(Ground.LIE, true),
    TILES(Ground.LIE, true),
    /** A clean wall with a rail. */
    SHOP_RAIL(Ground.HANG, true),
    WALL_HOOKS(Ground.HANG, true),
    DOOR(Ground.HANG, true),
    WARDROBE(Ground.HANG, true);

    private final Ground ground;
    private final boolean indoors;

    Kind(Ground ground, boolean indoors) {
      this.ground = ground;
      this.indoors = indoors;
    }

    /** Whether it has a roof. */
    public boolean indoors() {
      return indoors;
    }
  }

  private enum Ground {
    STAND,
    LIE,
    HANG
  }

  /**
   * A setting for a photo; garments that nobody wears may lie, hang or be on a stand.
   *
   * @param source who takes the photo
   * @param viewpoint of its main garment
   */
  public static Setting of(Source source, Viewpoint viewpoint, Dice dice) {
    Staging staging =
        viewpoint == Viewpoint.NO_WEAR ? UNWORN.get(dice.weighted(.5, .35, .15)) : Staging.WORN;
    return of(source, viewpoint, staging, dice);
  }

  /**
   * A setting for a photo.
   *
   * @param source who takes the photo
   * @param viewpoint of its main garment; mirrors are for garments seen from the front
   * @param staging how the garments are shown
   */
  public static Setting of(Source source, Viewpoint viewpoint, Staging staging, Dice dice) {
    boolean shop = source == Source.SHOP;
    Kind kind =
        switch (staging) {
          case WORN, MANNEQUIN -> shop ? shopStand(dice) : place(staging, dice);
          case FLAT_LAY -> shop ? shopSurface(dice) : surface(dice);
          case HANGER -> shop ? Kind.SHOP_RAIL : hanging(dice);
        };
    boolean mirror =
        !shop
            && staging == Staging.WORN
            && viewpoint == Viewpoint.FRONTAL
            && kind.indoors
            && dice.chance(kind == Kind.FITTING_ROOM ? .7 : .3);
    return new Setting(kind, (long) (dice.next() * (1L << 53)), mirror);
  }

  private static Kind shopStand(Dice dice) {
    return dice.chance(.78) ? Kind.STUDIO : Kind.SHOWROOM;
  }

  private static Kind shopSurface(Dice dice) {
    return dice.chance(.8) ? Kind.PAPER : Kind.TABLE;
  }

  private static Kind place(Staging staging, Dice dice) {
    double outdoors = staging == Staging.WORN ? 1 : 0;
    Kind[] kinds = {
      Kind.BEDROOM,
      Kind.LIVING_ROOM,
      Kind.HALL,
      Kind.BATHROOM,
      Kind.FITTING_ROOM,
      Kind.CAFE,
      Kind.HOUSES,
      Kind.SHOP_STREET,
      Kind.BRICK_WALL,
      Kind.PARK,
      Kind.BEACH
    };
    return kinds[
        dice.weighted(
            .16,
            .15,
            .1,
            .05 * outdoors,
            .1,
            .06 * outdoors,
            .1 * outdoors,
            .1 * outdoors,
            .06 * outdoors,
            .09 * outdoors,
            .05 * outdoors)];
  }

  private static Kind surface(Dice dice) {
    Kind[] kinds = {Kind.BED_SHEET, Kind.TABLE, Kind.CARPET, Kind.TILES};
    return kinds[dice.weighted(.4, .3, .2, .1)];
  }

  private static Kind hanging(Dice dice) {
    Kind[] kinds = {Kind.WALL_HOOKS, Kind.DOOR, Kind.WARDROBE};
    return kinds[dice.weighted(.4, .35, .25)];
  }

  /**
   * Where the floor of a place for hangers is, so that a hanger's hook is at its rail or hook.
   *
   * @param row pixel row of the inside of the hook's bend
   * @param unit pixels of one figure unit
   * @return the floor for {@link BackdropPainter#paint}
   */
  public static double floorBelow(double row, double unit) {
    return row + HOOK * unit;
  }

  /** Whether the photo looks down on a surface that garments lie on. */
  public boolean flatLay() {
    return kind.ground == Ground.LIE;
  }

  /** Whether hangers can hang here, {@link #HOOK} above where soles would stand. */
  public boolean wall() {
    return kind.ground == Ground.HANG;
  }

  /** Whether figures and mannequins can stand here. */
  public boolean standing() {
    return kind.ground == Ground.STAND;
  }
}
