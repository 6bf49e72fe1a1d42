package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws eyes with their brows, and glasses. */
final class Eyes {
  private static final double EYES = .49;
  private static final double BROWS = .59;
  private static final double EYE_LONGITUDE = 24;
  private static final int EYE_WHITE = 0xf5f1ec;
  private static final int DARK = 0x2a1d1a;

  private final Face face;
  private final int white;
  private final Skull skull;
  private final List<Detail> details = new ArrayList<>();

  private Eyes(Face face, int skin, Skull skull) {
    this.face = face;
    // Pure white would glow in a deep complexion.
    this.white = Shade.mixed(EYE_WHITE, skin, .06 + .3 * Shade.depth(skin));
    this.skull = skull;
  }

  /** The eyes that are seen of a head; none from behind. */
  static List<Detail> details(Face face, int skin, Skull skull) {
    Eyes eyes = new Eyes(face, skin, skull);
    eyes.eye(-1);
    eyes.eye(1);
    if (face.glasses()) {
      eyes.glasses();
    }
    return eyes.details;
  }

  private void patch(double[] polygon, int rgb) {
    Material material = new Material.Plain(rgb, Material.Finish.MATTE);
    details.add(new Detail.Patch(polygon, material, 1, false, skull.frame().anchor()));
  }

  private void eye(int side) {
    double at = EYE_LONGITUDE * side;
    if (skull.facing(at) < .12) {
      return;
    }
    patch(
        skull.patch(
            at, EYES, -10.5, -.002, -5, .027, 1, .034, 6, .026, 10.5, 0, 5, -.022, -4, -.024),
        white);
    patch(
        skull.patch(at, EYES, -5, .003, -3.3, .028, 3.3, .028, 5, .003, 3.2, -.023, -3.2, -.023),
        face.eyeRgb());
    patch(skull.patch(at, EYES, -2.6, .003, 0, .017, 2.6, .003, 0, -.013), DARK);
    patch(skull.patch(at + 1.6, EYES + .013, -1.1, 0, 0, .008, 1.1, 0, 0, -.008), EYE_WHITE);
    patch(
        skull.patch(
            at,
            EYES,
            -11 - Math.max(0, -side) * 2,
            .002,
            -6,
            .033,
            0,
            .044,
            6,
            .033,
            11 + Math.max(0, side) * 2,
            .002,
            6,
            .024,
            0,
            .031,
            -6,
            .024),
        DARK);
    patch(
        skull.patch(
            at,
            BROWS,
            -10,
            side < 0 ? -.012 : .002,
            -5,
            .018,
            0,
            .026,
            5,
            .018,
            10,
            side < 0 ? .002 : -.012,
            4,
            .002,
            0,
            .007,
            -4,
            .002),
        face.browRgb());
  }

  private void glasses() {
    for (int side = -1; side <= 1; side += 2) {
      double at = EYE_LONGITUDE * side;
      if (skull.facing(at) > .12) {
        double[] rim =
            skull.patch(
                at,
                EYES + .006,
                -17,
                .03,
                -9,
                .068,
                9,
                .068,
                17,
                .03,
                13,
                -.05,
                0,
                -.07,
                -13,
                -.05);
        details.add(new Detail.Seam(closedLine(rim), .016 * skull.frame().right().length(), false));
      }
    }
    if (skull.facing(EYE_LONGITUDE) > .12 && skull.facing(-EYE_LONGITUDE) > .12) {
      double[] bridge = skull.line(0, EYES + .02, -8, 0, 0, .012, 8, 0);
      details.add(new Detail.Seam(bridge, .016 * skull.frame().right().length(), false));
    }
  }

  private static double[] closedLine(double[] polygon) {
    double[] closed = Arrays.copyOf(polygon, polygon.length + 2);
    closed[polygon.length] = polygon[0];
    closed[polygon.length + 1] = polygon[1];
    return closed;
  }
}
