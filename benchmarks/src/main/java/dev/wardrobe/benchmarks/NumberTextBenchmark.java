package dev.wardrobe.benchmarks;

import dev.wardrobe.json.PythonFloat;
import dev.wardrobe.json.PythonJson;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing 1,000 coordinates as Python does: the short way of {@link PythonJson}, and the long. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class NumberTextBenchmark {
  /** Decimal places of the numbers. */
  @Param({"0", "2", "6"})
  public int places;

  private final double[] numbers = new double[1000];
  private final PythonJson json = new PythonJson(1 << 16);

  /** Draws the numbers. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(7);
    double unit = Math.pow(10, places);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Math.rint(random.nextDouble(1000) * unit) / unit;
    }
  }

  /** The way conversions take. */
  @Benchmark
  public int buffer() {
    json.clear();
    for (double number : numbers) {
      json.real(number);
    }
    return json.length();
  }

  /** The way for all doubles. */
  @Benchmark
  public int repr() {
    int length = 0;
    for (double number : numbers) {
      length += PythonFloat.repr(number).length();
    }
    return length;
  }
}
