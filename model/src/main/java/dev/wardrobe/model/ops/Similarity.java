package dev.wardrobe.model.ops;

/**
 * How alike two items' features are: the logit of "the same item", which is a weighted sum of the
 * squared differences plus a bias. Larger is more alike; above 0, more likely the same than not.
 */
public final class Similarity {
  private final float[] weights;
  private final float bias;

  /** A similarity; the weights, one for each number of a feature, are not copied. */
  public Similarity(float[] weights, float bias) {
    this.weights = weights;
    this.bias = bias;
  }

  /**
   * The similarity of a match head, from the fully connected layer that gives the logits of "other"
   * and "same".
   *
   * @param weights of "other" and then of "same"
   * @param biases of both
   */
  public static Similarity ofLayer(float[] weights, float[] biases) {
    float[] difference = new float[weights.length / 2];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = weights[difference.length + i] - weights[i];
    }
    return new Similarity(difference, biases[1] - biases[0]);
  }

  /** The weights of the squared differences; not a copy. */
  public float[] weights() {
    return weights;
  }

  /** What is added. */
  public float bias() {
    return bias;
  }

  /**
   * The similarity of two features.
   *
   * @throws IllegalArgumentException if a feature has another length than the weights
   */
  public double of(float[] first, float[] second) {
    if (first.length != weights.length || second.length != weights.length) {
      throw new IllegalArgumentException(
          "Expected features of %d numbers, but got %d and %d"
              .formatted(weights.length, first.length, second.length));
    }
    return of(first, 0, second, 0);
  }

  /** The similarity of two of many features that are one after the other in an array. */
  public double of(float[] features, int first, int second) {
    return of(features, first * weights.length, features, second * weights.length);
  }

  private double of(float[] first, int from, float[] second, int other) {
    double sum = bias;
    for (int i = 0; i < weights.length; i++) {
      double difference = (double) first[from + i] - second[other + i];
      sum += weights[i] * difference * difference;
    }
    return sum;
  }
}
