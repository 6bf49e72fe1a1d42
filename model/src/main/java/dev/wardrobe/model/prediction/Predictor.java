package dev.wardrobe.model.prediction;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.model.rcnn.BoxEmbedder;
import dev.wardrobe.model.rcnn.ImageDetection;
import dev.wardrobe.model.rcnn.MatchRcnn;
import dev.wardrobe.model.rcnn.Similarity;
import dev.wardrobe.model.tensor.NativeErrors;
import dev.wardrobe.model.tensor.TensorDevice;
import dev.wardrobe.model.weights.LayerWeights;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.model.weights.NamedTensors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A trained network that looks at photos. Not for use by several threads at once; it uses several
 * itself. To be closed, which frees the network.
 */
public final class Predictor implements AutoCloseable {
  private final MatchRcnn network;
  private final Map<String, Object> provenance;
  private final Path path;

  private Predictor(MatchRcnn network, Map<String, Object> provenance, Path path) {
    this.network = network;
    this.provenance = provenance;
    this.path = path;
  }

  /**
   * Loads a model.
   *
   * @param model a model file, or the folder of a run: then its best model, or its last
   * @param device where it is computed
   * @param scoreThreshold detections with a lower score are dropped, 0 to 1
   * @throws DatasetException if there is no model that can be read
   */
  public static Predictor open(Path model, TensorDevice device, double scoreThreshold) {
    try (ModelFile file = ModelFile.open(model)) {
      Config config = file.config().with("roi.scoreThreshold", String.valueOf(scoreThreshold));
      MatchRcnn network = new MatchRcnn(config, 0);
      try (NamedTensors weights = file.loadWeights()) {
        LayerWeights.load(network, weights.asMap(), file.path().toString());
        network.to(device);
        return new Predictor(network, file.provenance(), file.path());
      } catch (RuntimeException e) {
        network.close();
        throw e;
      }
    }
  }

  /** A network in memory, such as one in training; closing the predictor frees it. */
  public static Predictor of(MatchRcnn network) {
    return new Predictor(network, Map.of(), Path.of(""));
  }

  /** What the network was made from, with the score threshold that is used. */
  public Config config() {
    return network.config();
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
    return network.similarity();
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
    try (PredictionPipeline pipeline =
        new PredictionPipeline(photos, options, config().input(), new Network())) {
      pipeline.run(outcomes);
    }
  }

  /** The network as a pipeline uses it. */
  private final class Network implements PredictionPipeline.Eyes {
    @Override
    public List<List<ImageDetection>> detect(List<InputImage> images) {
      return inMemory(images.size(), () -> network.detect(batch(images)));
    }

    @Override
    public List<float[]> embed(List<InputImage> images, List<float[]> boxes) {
      BoxEmbedder embedder = new BoxEmbedder(network);
      return inMemory(images.size(), () -> embedder.embed(batch(images), boxes));
    }

    private Batch batch(List<InputImage> images) {
      return InputImage.batch(images, config().input());
    }
  }

  private static <T> T inMemory(int photos, Supplier<T> look) {
    try {
      return look.get();
    } catch (RuntimeException | OutOfMemoryError e) {
      if (NativeErrors.isOutOfMemory(e)) {
        throw new DatasetException(
            "Memory was not enough for %d photos at once: use a smaller --batch".formatted(photos),
            e);
      }
      throw e;
    }
  }

  /** Frees the network. */
  @Override
  public void close() {
    network.close();
  }
}
