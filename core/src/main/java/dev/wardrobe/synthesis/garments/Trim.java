package dev.wardrobe.synthesis.garments;

/**
 * What is sewn onto a garment.
 *
 * @param collar at the neck
 * @param closure that opens it
 * @param buttons how many it has
 * @param pockets which it has
 * @param belt at the waist
 * @param hem how its lower edge is finished
 * @param cuff how its sleeves or legs are finished
 * @param surface what runs all over it
 * @param lines how many pleats, tiers or panels
 * @param emblem whether a printed emblem is on it
 */
public record Trim(
    Collar collar,
    Closure closure,
    int buttons,
    Pockets pockets,
    Belt belt,
    Finish hem,
    Finish cuff,
    Surface surface,
    int lines,
    boolean emblem) {

  /** Nothing but stitched edges. */
  static final Trim PLAIN =
      new Trim(
          Collar.NONE,
          Closure.NONE,
          0,
          Pockets.NONE,
          Belt.NONE,
          Finish.STITCHED,
          Finish.STITCHED,
          Surface.NONE,
          0,
          false);

  /** What is at the neck. */
  public enum Collar {
    NONE,
    RIB,
    BINDING,
    SHIRT,
    ROLL,
    LAPEL,
    BAND,
    HOOD
  }

  /** What opens it. */
  public enum Closure {
    NONE,
    PLACKET,
    BUTTONS,
    ZIP,
    FLY,
    DRAWSTRING,
    WRAP
  }

  /** Which pockets it has. */
  public enum Pockets {
    NONE,
    CHEST,
    SLANT,
    PATCH,
    FLAP,
    KANGAROO,
    CARGO,
    JEANS
  }

  /** What is at the waist. */
  public enum Belt {
    NONE,
    SEAM,
    BUCKLE,
    TIE,
    ELASTIC,
    BAND
  }

  /** How an edge is finished. */
  public enum Finish {
    PLAIN,
    STITCHED,
    RIBBED,
    ROLLED,
    BAND,
    ELASTIC,
    LACE
  }

  /** What runs all over it. */
  public enum Surface {
    NONE,
    PLEATS,
    TIERS,
    CREASE,
    YOKE,
    PANELS,
    QUILT,
    CABLE,
    GATHERS
  }

  Trim collar(Collar other) {
    return new Trim(other, closure, buttons, pockets, belt, hem, cuff, surface, lines, emblem);
  }

  Trim closure(Closure other, int count) {
    return new Trim(collar, other, count, pockets, belt, hem, cuff, surface, lines, emblem);
  }

  Trim pockets(Pockets other) {
    return new Trim(collar, closure, buttons, other, belt, hem, cuff, surface, lines, emblem);
  }

  Trim belt(Belt other) {
    return new Trim(collar, closure, buttons, pockets, other, hem, cuff, surface, lines, emblem);
  }

  Trim edges(Finish ofHem, Finish ofCuff) {
    return new Trim(collar, closure, buttons, pockets, belt, ofHem, ofCuff, surface, lines, emblem);
  }

  Trim surface(Surface other, int count) {
    return new Trim(collar, closure, buttons, pockets, belt, hem, cuff, other, count, emblem);
  }

  Trim emblem(boolean has) {
    return new Trim(collar, closure, buttons, pockets, belt, hem, cuff, surface, lines, has);
  }
}
