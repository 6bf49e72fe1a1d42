package dev.wardrobe.synthesis.figures;

/** Mixes colours 0xRRGGBB. */
final class Shade {
  private Shade() {}

  /** The colour a share of the way from one to another. */
  static int mixed(int from, int to, double share) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = from >> shift & 255;
      int b = to >> shift & 255;
      mixed |= (int) Math.rint(a + (b - a) * share) << shift;
    }
    return mixed;
  }

  /** A darker colour: 0 the same, 1 black. */
  static int darker(int rgb, double share) {
    return mixed(rgb, 0, share);
  }

  /** How deep a complexion is: 0 fair or middling to 1 the deepest. */
  static double depth(int skin) {
    double bright = (.3 * (skin >> 16 & 255) + .59 * (skin >> 8 & 255) + .11 * (skin & 255)) / 255;
    return Math.max(0, Math.min(1, (.48 - bright) / .24));
  }
}
