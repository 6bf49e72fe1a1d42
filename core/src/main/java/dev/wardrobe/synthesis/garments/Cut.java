package dev.wardrobe.synthesis.garments;

/**
 * The shape of a garment. Widths are in figure units beyond the body's own, so that one cut fits
 * bodies of different measures. Parts that a category lacks are the constants of no effect.
 *
 * @param neck of tops, outwear and dresses
 * @param body of the same
 * @param sleeve of those with sleeves
 * @param skirt of skirts, and below the waist of dresses
 * @param leg of shorts and trousers
 * @param front of outwear
 */
public record Cut(Neck neck, Body body, Sleeve sleeve, Skirt skirt, Leg leg, Front front) {

  /** How a neckline runs. */
  public enum Neckline {
    ROUND,
    V,
    SQUARE,
    HEART,
    HIGH
  }

  /** How a hem runs. */
  public enum Hemline {
    STRAIGHT,
    CURVED
  }

  /**
   * The opening for the neck.
   *
   * @param line how it runs
   * @param width half its width, beyond the neck
   * @param depth how far below the base of the neck its front reaches; above it if negative
   * @param back the same of its back
   */
  public record Neck(Neckline line, double width, double depth, double back) {
    static final Neck NONE = new Neck(Neckline.ROUND, .02, .03, .01);
  }

  /**
   * The trunk.
   *
   * @param ease how far it stands off the body on each side
   * @param boxy 0 if it follows the waist, 1 if it falls straight from the chest
   * @param flare how much wider each side gets per unit downwards
   * @param length 0 to the waist, 1 to the crotch, 2 to the knee
   * @param hem how the hem runs
   * @param strap the width of its straps or, without sleeves, of its shoulders
   */
  public record Body(
      double ease, double boxy, double flare, double length, Hemline hem, double strap) {
    static final Body NONE = new Body(.01, 0, 0, 1, Hemline.STRAIGHT, .05);
  }

  /**
   * A sleeve.
   *
   * @param end where along the arm, see {@code Limb.at}
   * @param ease how far it stands off the upper arm
   * @param cuff how far it stands off at its end
   * @param puff how much wider it is in between
   * @param drop how much lower than the body's its armpit is
   */
  public record Sleeve(double end, double ease, double cuff, double puff, double drop) {
    static final Sleeve NONE = new Sleeve(0, 0, 0, 0, .012);
  }

  /**
   * What hangs around both legs.
   *
   * @param rise of its top: 0 at the waist, 1 at the hip; negative above the waist
   * @param ease how far it stands off the hip
   * @param flare how much wider each side gets per unit downwards; may be negative
   * @param length 0 to the crotch, 1 to the ankles
   * @param wave how far its hem goes up and down
   */
  public record Skirt(double rise, double ease, double flare, double length, double wave) {
    static final Skirt NONE = new Skirt(0, 0, 0, 0, 0);
  }

  /**
   * The legs of shorts and trousers.
   *
   * @param rise of the waistband: 0 at the waist, 1 at the hip
   * @param end where along the leg, see {@code Limb.at}
   * @param thigh how far they stand off at the top
   * @param knee the same at the knee
   * @param cuff the same at the end
   * @param drop how much lower than the body's the crotch is
   */
  public record Leg(double rise, double end, double thigh, double knee, double cuff, double drop) {
    static final Leg NONE = new Leg(0, 0, 0, 0, 0, 0);
  }

  /**
   * The front of outwear.
   *
   * @param open whether its halves hang apart
   * @param top half the gap between them at the top
   * @param bottom half the gap at the hem
   * @param shift of the line where they meet, to the right of Figure 2: for double-breasted coats
   */
  public record Front(boolean open, double top, double bottom, double shift) {
    static final Front NONE = new Front(false, 0, 0, 0);
  }

  /** The same cut pressed to the body by outwear. */
  Cut pressed() {
    Body flat =
        new Body(
            Math.min(body.ease, .008),
            body.boxy,
            Math.min(body.flare, .04),
            body.length,
            body.hem,
            body.strap);
    Sleeve narrow =
        new Sleeve(
            sleeve.end,
            Math.min(sleeve.ease, .005),
            Math.min(sleeve.cuff, .004),
            0,
            Math.min(sleeve.drop, .012));
    return new Cut(neck, flat, narrow, skirt, leg, front);
  }

  static Cut top(Neck neck, Body body, Sleeve sleeve) {
    return new Cut(neck, body, sleeve, Skirt.NONE, Leg.NONE, Front.NONE);
  }

  static Cut outwear(Neck neck, Body body, Sleeve sleeve, Front front) {
    return new Cut(neck, body, sleeve, Skirt.NONE, Leg.NONE, front);
  }

  static Cut dress(Neck neck, Body body, Sleeve sleeve, Skirt skirt) {
    return new Cut(neck, body, sleeve, skirt, Leg.NONE, Front.NONE);
  }

  static Cut skirt(Skirt skirt) {
    return new Cut(Neck.NONE, Body.NONE, Sleeve.NONE, skirt, Leg.NONE, Front.NONE);
  }

  static Cut legs(Leg leg) {
    return new Cut(Neck.NONE, Body.NONE, Sleeve.NONE, Skirt.NONE, leg, Front.NONE);
  }
}
