package dev.wardrobe.synthesis.painting;

/**
 * The soft shadow of a layer on what is under it: strong on other layers, faint on the background,
 * which is farther away. Skin on skin throws a shadow only downwards, as a chin on a neck.
 */
final class ContactShadow {
  /** All lengths in units of the layer's material. */
  static final double SOFT = .0075;

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
   * @param canvas of the layer: what it covers in full stays
   */
  static void paint(Relief relief, Lie lie, Frame bounds, LayerCanvas canvas, Photo photo) {
    Frame part = bounds.grown((int) Math.ceil(REACH * lie.unit()) + 2).within(photo.frame());
    double right = RIGHT * lie.unit();
    double down = DOWN * lie.unit();
    for (int y = part.top(); y < part.top() + part.height(); y++) {
      for (int x = part.left(); x < part.left() + part.width(); x++) {
        if (canvas.coverAt(x, y) < 1) {
          float strength = relief.softAt(lie, x + .5 - right, y + .5 - down);
          if (strength > LEAST) {
            darken(relief, lie, x, y, strength, photo);
          }
        }
      }
    }
  }

  private static void darken(Relief relief, Lie lie, int x, int y, float strength, Photo photo) {
    int i = photo.frame().index(x, y);
    boolean grown = photo.shows(relief.kind(), i);
    float seen = grown ? strength * relief.edge(lie, x + .5, y + .5) : strength;
    float share = ON_BACKGROUND + (1 - ON_BACKGROUND) * photo.painted()[i];
    photo.darken(i, DARK * seen * share);
  }
}
