package dev.wardrobe.torch.prediction;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.Streams;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.model.data.InputSize;
import dev.wardrobe.model.natives.NativeErrors;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.model.prediction.Engine;
import dev.wardrobe.model.prediction.ImageDetection;
import dev.wardrobe.model.prediction.Predictor;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.torch.rcnn.BoxEmbedder;
import dev.wardrobe.torch.rcnn.MatchRcnn;
import dev.wardrobe.torch.tensor.TensorDevice;
import dev.wardrobe.torch.weights.LayerWeights;
import dev.wardrobe.torch.weights.NamedTensors;
import dev.wardrobe.torch.weights.TensorFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A network that PyTorch computes, on a processor or a GPU. */
public final class TorchEngine implements Engine {
  private final MatchRcnn network;
  private final TensorDevice device;

  /**
   * A network in memory, such as one in training; closing the engine frees it.
   *
   * @param device where it is
   */
  public TorchEngine(MatchRcnn network, TensorDevice device) {
    this.network = network;
    this.device = device;
  }

  /**
   * A predictor with a model that PyTorch computes.
   *
   * @param model a model file, or the folder of a run: then its best model, or its last
   * @param device where it is computed
   * @param scoreThreshold detections with a lower score are dropped, 0 to 1
   * @throws DatasetException if there is no model that can be read
   */
  public static Predictor predictor(Path model, TensorDevice device, double scoreThreshold) {
    try (ModelFile file = ModelFile.open(model)) {
      Config config = file.config().with("roi.scoreThreshold", String.valueOf(scoreThreshold));
      MatchRcnn network = new MatchRcnn(config, 0);
      try (NamedTensors weights = TensorFiles.weights(file)) {
        LayerWeights.load(network, weights.asMap(), file.path().toString());
        network.to(device);
        return Predictor.of(new TorchEngine(network, device), file.provenance(), file.path());
      } catch (RuntimeException e) {
        network.close();
        throw e;
      }
    }
  }

  @Override
  public String name() {
    return network.config().name();
  }

  @Override
  public Streams streams() {
    return network.config().streams();
  }

  @Override
  public double scoreThreshold() {
    return network.config().roi().scoreThreshold();
  }

  @Override
  public ImageSize inputSize(ImageSize photo) {
    return InputSize.of(photo, network.config().input());
  }

  @Override
  public int usualBatch() {
    return network.config().input().isLarge() && device.equals(TensorDevice.CPU) ? 2 : 8;
  }

  @Override
  public Optional<Similarity> similarity() {
    return network.similarity();
  }

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
    return InputImage.batch(images, network.config().input());
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
