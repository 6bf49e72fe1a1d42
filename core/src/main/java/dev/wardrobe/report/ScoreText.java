package dev.wardrobe.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores as people read them: three decimals, as Python rounds. */
final class ScoreText {
  static final String NOTHING = "-";

  private ScoreText() {}

  /**
   * As Python's {@code '{:0.3f}'}: the exact binary value rounded half to even; -1 is -1.000.
   * Java's own format rounds half up.
   */
  static String official(double score) {
    if (!Double.isFinite(score)) {
      return Double.isNaN(score) ? "nan" : score > 0 ? "inf" : "-inf";
    }
    return new BigDecimal(score).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** For tables: a dash where there is nothing to average. */
  static String of(double score) {
    return score == -1 ? NOTHING : official(score);
  }

  /**
   * By how much ours is above; the difference of the rounded numbers, as a reader would take it.
   */
  static String difference(double ours, double published) {
    if (ours == -1 || !Double.isFinite(ours)) {
      return NOTHING;
    }
    BigDecimal difference =
        new BigDecimal(official(ours)).subtract(new BigDecimal(official(published)));
    return (difference.signum() > 0 ? "+" : "") + difference.toPlainString();
  }
}
