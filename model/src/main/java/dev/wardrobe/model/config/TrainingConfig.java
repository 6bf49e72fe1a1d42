package dev.wardrobe.model.config;

import java.util.List;

/**
 * How a network is trained.
 *
 * @param optimizer SGD with momentum, AdamW, or Muon
 * @param learningRate the highest rate, after warm-up
 * @param momentum of SGD and Muon; AdamW's first beta
 * @param weightDecay of weights with more than one dimension; biases and norms have none
 * @param schedule how the rate falls
 * @param milestones for STEPS: shares of the training, 0 to 1, after which the rate is divided by
 *     10
 * @param warmupSteps steps over which the rate rises to its height
 * @param steps how many updates of the weights; 0 to count epochs instead
 * @param epochs how many times all photos are seen, where {@code steps} is 0
 * @param repeatThreshold photos of categories on a smaller share of photos than this come more
 *     often, by the square root of the ratio (LVIS's repeat factors); 0 for none
 * @param batchSize photos of one update
 * @param accumulate in how many parts a batch is computed, on a GPU one after the other, on a
 *     processor as many side by side as there are threads; divides batchSize
 * @param clipNorm gradients with a larger norm are scaled down to it; 0 for no limit
 * @param emaDecay decay of the moving average of the weights, which is what a finished model holds;
 *     0 for none
 * @param precision numbers of the forward pass
 * @param lossWeights how much each loss counts
 * @param validateEvery after how many steps the model is validated; 0: after each epoch
 * @param checkpointEvery after how many steps a checkpoint is written
 */
public record TrainingConfig(
    OptimizerKind optimizer,
    double learningRate,
    double momentum,
    double weightDecay,
    Schedule schedule,
    List<Double> milestones,
    int warmupSteps,
    int steps,
    double epochs,
    double repeatThreshold,
    int batchSize,
    int accumulate,
    double clipNorm,
    double emaDecay,
    Precision precision,
    LossWeights lossWeights,
    int validateEvery,
    int checkpointEvery) {
  /** An optimizer. */
  public enum OptimizerKind {
    SGD,
    ADAMW,
    /** For the weights inside of the network, and AdamW for the others. */
    MUON
  }

  /** How the learning rate falls. */
  public enum Schedule {
    /** Divided by 10 at each milestone. */
    STEPS,
    /** Half a cosine down to 0. */
    COSINE
  }

  /** Numbers of the forward pass; weights and losses are always 32-bit. */
  public enum Precision {
    FLOAT32,
    BFLOAT16,
    /** BFLOAT16 where the processor or the GPU computes with it, else FLOAT32. */
    AUTO
  }

  /** Copies the list and checks the numbers. */
  public TrainingConfig {
    milestones = List.copyOf(milestones);
    Checks.require(
        learningRate > 0 && Double.isFinite(learningRate),
        "training.learningRate",
        learningRate,
        "a positive number");
    Checks.between(0, 1, momentum, "training.momentum");
    Checks.between(0, 1, weightDecay, "training.weightDecay");
    Checks.require(
        milestones.stream().allMatch(m -> m > 0 && m < 1),
        "training.milestones",
        milestones,
        "shares between 0 and 1");
    Checks.atLeast(0, warmupSteps, "training.warmupSteps");
    Checks.atLeast(0, steps, "training.steps");
    Checks.require(
        steps > 0 || epochs > 0, "training.epochs", epochs, "a positive number where steps is 0");
    Checks.between(0, 1, repeatThreshold, "training.repeatThreshold");
    Checks.atLeast(1, batchSize, "training.batchSize");
    Checks.require(
        accumulate >= 1 && batchSize % accumulate == 0,
        "training.accumulate",
        accumulate,
        "a divisor of the batch size " + batchSize);
    Checks.require(clipNorm >= 0, "training.clipNorm", clipNorm, "0 or more");
    Checks.between(0, 1, emaDecay, "training.emaDecay");
    Checks.atLeast(0, validateEvery, "training.validateEvery");
    Checks.atLeast(1, checkpointEvery, "training.checkpointEvery");
  }
}
