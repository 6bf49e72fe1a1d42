package dev.wardrobe.model.prediction;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.ops.Similarity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A trained network that looks at photos. Not for use by several threads at once; it uses several
 * itself. To be closed, which frees the network.
 */
public final class Predictor implements AutoCloseable {
  private final Engine engine;
  private final Map<String, Object> provenance;
  private final Path path;

  private Predictor(Engine engine, Map<String, Object> provenance, Path path) {
    this.engine = engine;
    this.provenance = provenance;
    this.path = path;
  }

  /**
   * A predictor with a model's engine, which it closes.
   *
   * @param provenance where the weights come from: strings, numbers and truth values by name
   * @param path of the model's file
   */
  public static Predictor of(Engine engine, Map<String, Object> provenance, Path path) {
    return new Predictor(engine, provenance, path);
  }

  /** A predictor with a network in memory, such as one in training, which it closes. */
  public static Predictor of(Engine engine) {
    return new Predictor(engine, Map.of(), Path.of(""));
  }

  /** What the network is called, such as the recipe that it was made by. */
  public String name() {
    return engine.name();
  }

  /** Which heads the network has. */
  public Streams streams() {
    return engine.streams();
  }

  /** Detections with a lower score are dropped, 0 to 1. */
  public double scoreThreshold() {
    return engine.scoreThreshold();
  }

  /** How many photos it is best to look at together. */
  public int usualBatch() {
    return engine.usualBatch();
  }

  /** Where the weights come from: strings, numbers and truth values by name. */
  public Map<String, Object> provenance() {
    return provenance;
  }

  /** The file of the model; empty for a network in memory. */
  public Path path() {
    return path;
  }

  /** How alike the features of two items are; empty without a match network. */
  public Optional<Similarity> similarity() {
    return engine.similarity();
  }

  /**
   * Looks at photos. A photo that cannot be read becomes a {@link PhotoOutcome.Skipped} and ends
   * nothing. Memory does not grow with the number of photos. Equal photos in equal order and
   * batches give equal results, whatever the number of threads that decode.
   *
   * @param outcomes gets each photo's, in the order of the photos, on this thread
   * @throws DatasetException if the device's memory is too small
   * @throws IllegalArgumentException if features of annotated items are asked for and the network
   *     has no match head
   */
  public void predict(
      List<PendingPhoto> photos, PredictionOptions options, Consumer<PhotoOutcome> outcomes) {
    try (PredictionPipeline pipeline = new PredictionPipeline(photos, options, engine)) {
      pipeline.run(outcomes);
    }
  }

  /** Frees the network. */
  @Override
  public void close() {
    engine.close();
  }
}
