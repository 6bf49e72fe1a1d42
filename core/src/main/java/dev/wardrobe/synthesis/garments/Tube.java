package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Limb;
import dev.wardrobe.synthesis.figures.Side;
import dev.wardrobe.synthesis.scene.Point;

/** The cloth around a limb: places beside it that do not run into each other where it bends. */
final class Tube {
  /** Bends beyond this sine have a straight-edged inside. */
  private static final double SHARP = .45;

  private final Limb limb;
  private final Point upper;
  private final Point lower;
  private final Point upperOut;
  private final Point lowerOut;
  private final double upperLength;
  private final double lowerLength;
  private final double halfSine;
  private final double halfCosine;
  private final double inside;

  Tube(Limb limb) {
    this.limb = limb;
    Point first = limb.middle().minus(limb.start());
    Point second = limb.end().minus(limb.middle());
    upperLength = first.length();
    lowerLength = second.length();
    upper = first.unit();
    lower = second.unit();
    int toLeft = (limb.side() == Side.LEFT) != limb.mirrored() ? 1 : -1;
    upperOut = upper.turned().times(toLeft);
    lowerOut = lower.turned().times(toLeft);
    double cosine = upper.x() * lower.x() + upper.y() * lower.y();
    halfSine = Math.sqrt(Math.max(0, (1 - cosine) / 2));
    halfCosine = Math.sqrt(Math.max(0, (1 + cosine) / 2));
    inside = Math.signum(lower.x() * upperOut.x() + lower.y() * upperOut.y());
  }

  Limb limb() {
    return limb;
  }

  /** The direction to the outer side of the upper part. */
  Point out() {
    return upperOut;
  }

  /** The direction to the outer side of the lower part. */
  Point lowerOut() {
    return lowerOut;
  }

  /** The direction along the upper part. */
  Point upper() {
    return upper;
  }

  double upperLength() {
    return upperLength;
  }

  /** Half the limb's thickness. */
  double half(double along) {
    return limb.half(along);
  }

  /** Whether a side (1 outer, -1 inner) is the inside of a sharp bend. */
  boolean sharp(int side) {
    return halfSine > SHARP && side * inside > 0;
  }

  /** How far the limb is bent: 0 straight, 1 folded together. */
  double bend() {
    return halfSine;
  }

  /** 1 where the limb's outer side is the inside of its bend, -1 where its inner side is. */
  double inside() {
    return inside;
  }

  /**
   * A place beside the limb, as {@link Limb#at}, kept on its side of the bend.
   *
   * @param across positive on the outer side
   */
  Point at(double along, double across) {
    boolean inBend = across * inside > 0;
    if (along == 1) {
      return limb.middle().plus(bisector().times(elbow(across, inBend)));
    }
    double fromBend = Math.abs(1 - along) * (along < 1 ? upperLength : lowerLength);
    double most = .9 * fromBend * halfCosine / Math.max(1e-6, halfSine);
    double kept = inBend ? Math.max(-most, Math.min(most, across)) : across;
    return along < 1
        ? limb.middle().minus(upper.times(fromBend)).plus(upperOut.times(kept))
        : limb.middle().plus(lower.times(fromBend)).plus(lowerOut.times(kept));
  }

  /** A place beside the upper part, or where it comes to lie if the bent lower part is there. */
  Point beforeBend(Point place) {
    Point from = place.minus(limb.middle());
    double along = -from.x() * upper.x() - from.y() * upper.y();
    double across = from.x() * upperOut.x() + from.y() * upperOut.y();
    if (across * inside <= 0 || along <= 0) {
      return place;
    }
    double most = .9 * along * halfCosine / Math.max(1e-6, halfSine);
    double excess = Math.abs(across) - most;
    return excess <= 0 ? place : place.minus(upperOut.times(Math.signum(across) * excess));
  }

  private Point bisector() {
    Point sum = upperOut.plus(lowerOut);
    return sum.length() < 1e-6 ? upper.times(-inside) : sum.unit();
  }

  private double elbow(double across, boolean inBend) {
    if (!inBend) {
      return across * Math.min(1.2, 1 / Math.max(1e-6, halfCosine));
    }
    double most = .25 * Math.min(upperLength, lowerLength) / Math.max(.2, halfSine);
    double mitre = Math.abs(across) / Math.max(.5, halfCosine);
    return Math.signum(across) * Math.min(most, mitre);
  }
}
