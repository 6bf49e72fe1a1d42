package dev.wardrobe.torch.layers;

import dev.wardrobe.torch.tensor.TensorData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.bytedeco.pytorch.Tensor;

/**
 * Fresh weights, distributed as by PyTorch's {@code nn.init}, but drawn in Java, so that a seed
 * gives the same weights on every machine.
 *
 * <p>The fans of a weight are PyTorch's: the second axis, and the first axis, each times the size
 * of the kernel; also for transposed convolutions, whose first axis is the input.
 */
public final class Initial {
  private enum Kind {
    ZERO,
    NORMAL,
    KAIMING_NORMAL,
    KAIMING_UNIFORM,
    MODULE
  }

  private final Kind kind;
  private final SplittableRandom random;
  private final double deviation;

  private Initial(Kind kind, SplittableRandom random, double deviation) {
    this.kind = kind;
    this.random = random;
    this.deviation = deviation;
  }

  /** All 0: for weights that are set otherwise. */
  public static Initial zero() {
    return new Initial(Kind.ZERO, new SplittableRandom(0), 0);
  }

  /** Normally distributed with this deviation; biases are 0. */
  public static Initial normal(SplittableRandom random, double deviation) {
    return new Initial(Kind.NORMAL, random, deviation);
  }

  /**
   * {@code kaiming_normal_(mode="fan_out", nonlinearity="relu")}: deviation sqrt(2 / fan out), so
   * that gradients keep their size through layers with ReLU; biases are 0.
   */
  public static Initial kaimingNormal(SplittableRandom random) {
    return new Initial(Kind.KAIMING_NORMAL, random, 0);
  }

  /** {@code kaiming_uniform_(a=1)}: up to sqrt(3 / fan in) either side of 0; biases are 0. */
  public static Initial kaimingUniform(SplittableRandom random) {
    return new Initial(Kind.KAIMING_UNIFORM, random, 0);
  }

  /**
   * What {@code nn.Linear} and {@code nn.Conv2d} start with: weights and biases up to 1 / sqrt(fan
   * in) either side of 0.
   */
  public static Initial module(SplittableRandom random) {
    return new Initial(Kind.MODULE, random, 0);
  }

  /** Sets a weight on the CPU. */
  public void weight(Tensor weight) {
    switch (kind) {
      case ZERO -> {}
      case NORMAL -> fill(weight, normal(deviation));
      case KAIMING_NORMAL -> fill(weight, normal(StrictMath.sqrt(2.0 / fan(weight, 0))));
      case KAIMING_UNIFORM -> fill(weight, uniform(StrictMath.sqrt(3.0 / fan(weight, 1))));
      case MODULE -> fill(weight, uniform(1 / StrictMath.sqrt(fan(weight, 1))));
    }
  }

  /** Sets the bias that belongs to a weight; it is 0 so far. */
  void bias(Tensor bias, Tensor weight) {
    if (kind == Kind.MODULE) {
      fill(bias, uniform(1 / StrictMath.sqrt(fan(weight, 1))));
    }
  }

  private static double fan(Tensor weight, int axis) {
    long fan = weight.size(axis);
    for (int i = 2; i < weight.dim(); i++) {
      fan *= weight.size(i);
    }
    return fan;
  }

  private static void fill(Tensor tensor, DoubleSupplier values) {
    MemorySegment memory = TensorData.memory(tensor);
    for (long i = 0; i < tensor.numel(); i++) {
      memory.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) values.getAsDouble());
    }
  }

  private DoubleSupplier uniform(double bound) {
    return () -> bound * (2 * random.nextDouble() - 1);
  }

  /** Marsaglia's polar method, in functions that every machine computes alike. */
  private DoubleSupplier normal(double deviation) {
    return new DoubleSupplier() {
      private double spare = Double.NaN;

      @Override
      public double getAsDouble() {
        if (!Double.isNaN(spare)) {
          double value = spare;
          spare = Double.NaN;
          return value;
        }
        double u;
        double v;
        double square;
        do {
          u = 2 * random.nextDouble() - 1;
          v = 2 * random.nextDouble() - 1;
          square = u * u + v * v;
        } while (square >= 1 || square == 0);
        double scale = deviation * StrictMath.sqrt(-2 * StrictMath.log(square) / square);
        spare = v * scale;
        return u * scale;
      }
    };
  }
}
