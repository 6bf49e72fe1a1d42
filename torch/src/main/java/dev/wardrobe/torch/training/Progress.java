package dev.wardrobe.torch.training;

import dev.wardrobe.files.DatasetException;
import java.util.Map;

/**
 * How far a training is.
 *
 * @param step how many steps were taken
 * @param seconds how long they took
 * @param bestScore the best score of a validation; below 0 if there was none
 * @param bestStep the step of that validation; 0 if there was none
 */
record Progress(int step, double seconds, double bestScore, int bestStep) {
  static final Progress NONE = new Progress(0, 0, -1, 0);

  private static final String STEP = "step";
  private static final String SECONDS = "seconds";
  private static final String BEST_SCORE = "best_score";
  private static final String BEST_STEP = "best_step";

  /** As entries of a provenance. */
  void addTo(Map<String, Object> provenance) {
    provenance.put(STEP, step);
    provenance.put(SECONDS, seconds);
    provenance.put(BEST_SCORE, bestScore);
    provenance.put(BEST_STEP, bestStep);
  }

  /**
   * From the entries of a provenance.
   *
   * @throws DatasetException if one is missing
   */
  static Progress of(Map<String, Object> provenance) {
    return new Progress(
        (int) number(provenance, STEP),
        number(provenance, SECONDS),
        number(provenance, BEST_SCORE),
        (int) number(provenance, BEST_STEP));
  }

  private static double number(Map<String, Object> provenance, String name) {
    if (provenance.get(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new DatasetException(
        "Cannot go on with the training: its checkpoint has no number provenance.%s; expected one as wardrobe train writes it"
            .formatted(name));
  }

  Progress at(int newStep, double newSeconds) {
    return new Progress(newStep, newSeconds, bestScore, bestStep);
  }

  Progress withBest(double score) {
    return new Progress(step, seconds, score, step);
  }
}
