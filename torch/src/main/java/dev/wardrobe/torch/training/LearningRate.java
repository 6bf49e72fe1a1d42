package dev.wardrobe.torch.training;

import dev.wardrobe.model.config.TrainingConfig;

/**
 * The learning rate of each step: a pure function of its number.
 *
 * <p>In warm-up it rises in a straight line from a thousandth of its height, as in torchvision's
 * reference training of detectors. The schedule is counted from the first step, warm-up included.
 *
 * @param config its rate, schedule, milestones and warm-up
 * @param steps of the whole training, at least 1
 */
public record LearningRate(TrainingConfig config, int steps) {
  private static final double FIRST = 1e-3;
  private static final double MILESTONE = .1;

  /**
   * The rate of a step.
   *
   * @param step from 0 to {@code steps - 1}
   */
  public double at(int step) {
    double fall =
        switch (config.schedule()) {
          case STEPS -> Math.pow(MILESTONE, milestonesUpTo(step));
          case COSINE -> (1 + Math.cos(Math.PI * step / steps)) / 2;
        };
    return config.learningRate() * fall * warmup(step);
  }

  private int milestonesUpTo(int step) {
    return (int)
        config.milestones().stream()
            .filter(milestone -> step >= Math.round(milestone * steps))
            .count();
  }

  private double warmup(int step) {
    return step >= config.warmupSteps() ? 1 : FIRST + (1 - FIRST) * step / config.warmupSteps();
  }
}
