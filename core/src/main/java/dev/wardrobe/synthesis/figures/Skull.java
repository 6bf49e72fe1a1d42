package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.scene.Point;

/**
 * The round form of a head, so that face and hair turn with it. Places on it are a longitude, in
 * degrees from the middle of the face, positive to the figure's right, and a height, 0 at the chin
 * to 1 at the crown.
 */
final class Skull {
  /** Heights at which the tables below say how far the head reaches from its axis. */
  private static final double[] HEIGHTS = {
    -.02, .02, .08, .17, .29, .42, .55, .68, .79, .88, .945, .985, 1
  };

  private static final double[] WIDTH = {
    .06, .13, .195, .262, .315, .346, .36, .362, .338, .28, .2, .1, 0
  };
  private static final double[] FRONT = {
    .26, .33, .36, .36, .365, .385, .39, .395, .37, .3, .215, .11, 0
  };
  private static final double[] BACK = {
    -.1, -.04, .03, .12, .23, .34, .41, .44, .41, .335, .235, .12, 0
  };

  /**
   * How far chin, lips, nose and brow stand out of the round form, at the heights of PROFILE_AT.
   */
  private static final double[] PROFILE_AT = {
    -.02, .05, .12, .155, .185, .215, .25, .28, .305, .34, .42, .52, .6, .72
  };

  private static final double[] PROFILE = {
    0, .02, -.01, .02, .012, .024, .005, .015, .07, .1, .05, .005, .02, 0
  };

  private final Frame frame;
  private final double jaw;
  private final double yaw;
  private final double cos;
  private final double sin;

  /**
   * A head.
   *
   * @param frame with its origin at the chin's height on the axis, and the head's height as unit
   * @param yaw how far it is turned, radians: positive to the right of the photo, pi for its back
   * @param jaw how broad the jaw is, about 1
   */
  Skull(Frame frame, double yaw, double jaw) {
    this.frame = frame;
    this.yaw = StrictMath.toDegrees(yaw);
    this.cos = StrictMath.cos(yaw);
    this.sin = StrictMath.sin(yaw);
    this.jaw = jaw;
  }

  Frame frame() {
    return frame;
  }

  /** The turn in degrees. */
  double yaw() {
    return yaw;
  }

  /** Where a place on the head is in the photo, grown by a share of the head's height. */
  Point on(double longitude, double height, double grown) {
    return frame.at(across(longitude, height, grown), -height);
  }

  /** As {@link #on}, but places on the far side are moved to the edge. */
  Point clamped(double longitude, double height, double grown) {
    double seen = wrapped(longitude + yaw);
    double edge = Math.max(-90, Math.min(90, seen));
    return seen == edge
        ? on(longitude, height, grown)
        : frame.at(edge(seen < 0 ? -1 : 1, height, grown), -height);
  }

  /** Places beyond 0 are seen, with 1 in the middle of the photo's head. */
  double facing(double longitude) {
    return StrictMath.cos(StrictMath.toRadians(longitude + yaw));
  }

  /** Across the photo from the head's axis, in heads. */
  double across(double longitude, double height, double grown) {
    double angle = StrictMath.toRadians(longitude);
    double forward = StrictMath.cos(angle);
    double depth = table(forward > 0 ? FRONT : BACK, height) + grown;
    return (width(height) + grown) * StrictMath.sin(angle) * cos + depth * forward * sin;
  }

  /** The edge of the head on the left (-1) or right (1) of the photo, in heads from its axis. */
  double edge(int sign, double height, double grown) {
    boolean face = sign * sin > 0;
    double depth = (table(face ? FRONT : BACK, height) + grown) * sin;
    double width = (width(height) + grown) * cos;
    double round =
        Math.sqrt(width * width + depth * depth * (table(BACK, height) < 0 && !face ? 0 : 1));
    if (!face || grown > 0) {
      return sign * round;
    }
    double profile = (table(FRONT, height) + interpolated(PROFILE_AT, PROFILE, height)) * sin;
    return sign * Math.max(round, Math.abs(profile));
  }

  private double width(double height) {
    double share = Math.max(0, Math.min(1, (.5 - height) / .3));
    return table(WIDTH, height) * (1 + (jaw - 1) * share);
  }

  /** The outline of the head without ears and hair. */
  double[] outline() {
    Outline outline = new Outline();
    int steps = 26;
    for (int i = 0; i <= steps; i++) {
      double height = -.02 + 1.02 * i / steps;
      outline.add(frame.at(edge(1, height, 0), -height));
    }
    for (int i = steps - 1; i >= 0; i--) {
      double height = -.02 + 1.02 * i / steps;
      outline.add(frame.at(edge(-1, height, 0), -height));
    }
    return outline.corners();
  }

  /** A smooth patch through places given as steps of longitude and height from a middle. */
  double[] patch(double longitude, double height, double... steps) {
    return Outline.smooth(places(longitude, height, steps), true);
  }

  /** A smooth line through places as of {@link #patch}. */
  double[] line(double longitude, double height, double... steps) {
    return Outline.smooth(places(longitude, height, steps), false);
  }

  private double[] places(double longitude, double height, double... steps) {
    Outline outline = new Outline();
    for (int i = 0; i < steps.length; i += 2) {
      outline.add(clamped(longitude + steps[i], height + steps[i + 1], 0));
    }
    return outline.corners();
  }

  private static double table(double[] values, double height) {
    return interpolated(HEIGHTS, values, height);
  }

  static double interpolated(double[] at, double[] values, double x) {
    if (x <= at[0]) {
      return values[0];
    }
    for (int i = 1; i < at.length; i++) {
      if (x <= at[i]) {
        double share = (x - at[i - 1]) / (at[i] - at[i - 1]);
        return values[i - 1] + (values[i] - values[i - 1]) * share;
      }
    }
    return values[values.length - 1];
  }

  static double wrapped(double degrees) {
    return degrees - 360 * Math.floor((degrees + 180) / 360);
  }
}
