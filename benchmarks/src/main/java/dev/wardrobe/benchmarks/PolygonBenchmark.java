package dev.wardrobe.benchmarks;

import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.PolygonMask;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Turning a garment-sized polygon of 120 points into run lengths. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PolygonBenchmark {
  private final ImageSize size = new ImageSize(468, 624);
  private PolygonMask mask = new PolygonMask(List.of());

  /** Draws a wavy outline. */
  @Setup
  public void draw() {
    double[] xy = new double[240];
    for (int i = 0; i < 120; i++) {
      double angle = 2 * Math.PI * i / 120;
      double radius = 180 + 20 * Math.sin(7 * angle);
      xy[2 * i] = 234 + radius * Math.cos(angle);
      xy[2 * i + 1] = 312 + 1.3 * radius * Math.sin(angle);
    }
    mask = new PolygonMask(List.of(Coordinates.ofReals(xy)));
  }

  /** Rasterises it. */
  @Benchmark
  public long rasterise() {
    return mask.toRle(size).area();
  }
}
