package dev.wardrobe.torch.training;

/**
 * What a training is going to do.
 *
 * @param firstStep how many steps were taken before
 * @param steps how many there are, those included
 * @param photos to train on
 * @param stepsPerEpoch how many steps see each photo once, about
 * @param validationPhotos how many are looked at in a validation; 0 if there is none
 * @param parameters how many numbers are trained
 * @param precision of the forward pass: float32 or bfloat16
 * @param pairs whether batches hold pairs of a consumer's and a shop's photo
 */
public record TrainingPlan(
    int firstStep,
    int steps,
    int photos,
    double stepsPerEpoch,
    int validationPhotos,
    long parameters,
    String precision,
    boolean pairs) {}
