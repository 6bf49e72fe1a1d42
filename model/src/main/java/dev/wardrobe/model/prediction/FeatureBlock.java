package dev.wardrobe.model.prediction;

import dev.wardrobe.model.natives.OpenBlas;
import dev.wardrobe.predictions.EmbeddingTable;

/** Some features in 64 bits, and their weighted squares: sum w x^2. */
final class FeatureBlock {
  /** Far above what rounding can do to a product of vectors of a few hundred 64-bit numbers. */
  private static final double ROUNDING = 1e-11;

  private final int count;
  private final int length;
  private final double[] values;
  private final double[] squares;
  private final float[] weights;
  private double longest;

  /** The features of some rows. */
  FeatureBlock(EmbeddingTable table, float[] weights, int... rows) {
    count = rows.length;
    length = weights.length;
    values = new double[count * length];
    squares = new double[count];
    this.weights = weights;
    float[] row = new float[length];
    for (int i = 0; i < count; i++) {
      table.copy(rows[i], row, 0);
      double norm = 0;
      for (int k = 0; k < length; k++) {
        double value = row[k];
        values[i * length + k] = value;
        squares[i] += weights[k] * value * value;
        norm += value * value;
      }
      longest = Math.max(longest, norm);
    }
  }

  int count() {
    return count;
  }

  double square(int index) {
    return squares[index];
  }

  /** How far similarities to another block's features may be wrong by rounding. */
  double slack(FeatureBlock other) {
    double heaviest = 0;
    for (float weight : weights) {
      heaviest = Math.max(heaviest, Math.abs(weight));
    }
    return ROUNDING * heaviest * (longest + other.longest);
  }

  /** The sums (w x) y: this block's features, the other's features, the last fastest. */
  double[] products(FeatureBlock other) {
    double[] weighted = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      weighted[i] = weights[i % length] * values[i];
    }
    double[] products = new double[count * other.count];
    OpenBlas.productWithTransposed(weighted, count, other.values, other.count, length, products);
    return products;
  }
}
