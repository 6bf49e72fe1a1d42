package dev.wardrobe.torch.training;

import java.util.Map;

/** Hears of a training as it goes on, on the thread that trains. */
public interface TrainingListener {
  /**
   * Annotations and headers of photos were read, before the training begins.
   *
   * @param split its name
   * @param done so many photos
   * @param total of so many
   */
  void reading(String split, int done, int total);

  /**
   * Weights were taken from a file before the first step.
   *
   * @param report which of them, in words
   */
  void loaded(String report);

  /**
   * The training begins or goes on.
   *
   * @param plan what is going to be done
   */
  void started(TrainingPlan plan);

  /**
   * A step was taken.
   *
   * @param step how many there were so far
   * @param values as in the metrics: learning_rate, loss, its parts and so on
   */
  void stepped(int step, Map<String, Double> values);

  /**
   * Photos of a validation were looked at.
   *
   * @param done so many
   * @param total of so many
   */
  void validating(int done, int total);

  /**
   * A validation ended.
   *
   * @param step after which it was made
   * @param scores as in the metrics: box_AP and so on
   * @param best whether the model is the best so far
   */
  void validated(int step, Map<String, Double> scores, boolean best);
}
