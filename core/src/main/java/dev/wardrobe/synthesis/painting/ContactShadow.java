package dev.wardrobe.synthesis.painting;

/**
 * The soft shadow of a layer on what is under it: strong on other layers, faint on the background,
 * which is farther away.
 */
final class ContactShadow {
  /** All lengths in units of the layer's material. */
  private static final double SOFT = .0075;

  private static final double RIGHT = .003;
  private static final double DOWN = .008;

  /** No shadow reaches farther than this from its layer. */
  static final double REACH = 2 * SOFT + DOWN;

  private static final float DARK = .42f;
  private static final float ON_BACKGROUND = .3f;
  private static final float LEAST = .004f;

  private ContactShadow() {}

  /**
   * Darkens the photo around a layer.
   *
   * @param bounds of the layer, in pixels
   */
  static void paint(Relief relief, Lie lie, Frame bounds, Photo photo) {
    Grid grid = relief.grid();
    float[] shadow = relief.cover().clone();
    BoxBlur.twice(
        shadow, grid.width(), grid.height(), Math.max(.5f, (float) (SOFT * grid.perUnit())));
    Frame part = bounds.grown((int) Math.ceil(REACH * lie.unit()) + 2).within(photo.frame());
    double right = RIGHT * lie.unit();
    double down = DOWN * lie.unit();
    for (int y = part.top(); y < part.top() + part.height(); y++) {
      for (int x = part.left(); x < part.left() + part.width(); x++) {
        double placeX = x + .5 - right;
        double placeY = y + .5 - down;
        float strength = grid.at(shadow, lie.u(placeX, placeY), lie.v(placeX, placeY));
        if (strength > LEAST) {
          darken(photo, photo.frame().index(x, y), strength);
        }
      }
    }
  }

  private static void darken(Photo photo, int i, float strength) {
    float share = ON_BACKGROUND + (1 - ON_BACKGROUND) * photo.painted()[i];
    float dark = DARK * strength * share;
    int rgb = photo.pixels()[i];
    // A little of the blue light from around stays.
    photo.pixels()[i] =
        Tone.of(
            Tone.red(rgb) * (1 - dark),
            Tone.green(rgb) * (1 - dark),
            Tone.blue(rgb) * (1 - .9f * dark));
  }
}
