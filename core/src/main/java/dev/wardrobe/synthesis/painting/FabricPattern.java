package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/** The prints of fabrics, in the scale of a photo. */
final class FabricPattern {
  /** Prints whose repeat is this many pixels or less are seen as their mean colour only. */
  private static final double UNSEEN = 1.8;

  /** Prints whose repeat is this many pixels or more are seen in full. */
  private static final double CLEAR = 4.5;

  /** No edge in a print is sharper than this share of its repeat. */
  private static final double SOFT = .02;

  private FabricPattern() {}

  /**
   * The print of a fabric.
   *
   * @param unit how many pixels a unit of the material is long
   */
  static Pattern of(Material.Fabric fabric, double unit) {
    double pixels = fabric.repeat() * unit;
    if (!(pixels > 0)) {
      return Pattern.plain(fabric.rgb());
    }
    float blur = (float) (SOFT + 1 / pixels);
    float clear = (float) ((pixels - UNSEEN) / (CLEAR - UNSEEN));
    return switch (fabric.print()) {
      case PLAIN -> Pattern.plain(fabric.rgb());
      case GRADIENT -> new GradientPattern(fabric);
      case STRIPES -> faded(new StripePattern(fabric, blur), clear);
      case CHECKS -> faded(new CheckPattern(fabric, blur), clear);
      case DOTS -> faded(new DotPattern(fabric, blur), clear);
      case FLORAL -> faded(new FloralPattern(fabric, blur), clear);
    };
  }

  private static Pattern faded(Repeated print, float clear) {
    if (clear >= 1) {
      return print;
    }
    int mean = print.mean();
    return clear <= 0 ? Pattern.plain(mean) : (u, v) -> Tone.mix(mean, print.rgb(u, v), clear);
  }
}
