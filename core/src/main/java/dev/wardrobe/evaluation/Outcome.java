package dev.wardrobe.evaluation;

/**
 * What one detection comes to at each IoU threshold, packed into an int: bit t is set if it is
 * correct at threshold t, bit 16 + t if it is wrong there, neither if it is ignored.
 */
final class Outcome {
  /** Ignored at all thresholds. */
  static final int IGNORED = 0;

  /** Wrong at all thresholds. */
  static final int WRONG = of(0, (1 << Thresholds.IOU_COUNT) - 1);

  private Outcome() {}

  static int of(int correct, int wrong) {
    return correct | wrong << Short.SIZE;
  }

  static boolean isCorrect(int outcome, int t) {
    return (outcome >>> t & 1) != 0;
  }

  static boolean isWrong(int outcome, int t) {
    return (outcome >>> (Short.SIZE + t) & 1) != 0;
  }
}
