package dev.wardrobe.model.rcnn;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.layers.Layer;
import dev.wardrobe.model.tensor.TensorDevice;
import java.util.List;

/** Match R-CNN (CVPR 2019, section 4): finds garments, and what pairs of them have in common. */
@SuppressWarnings("DoNotCallSuggester")
public final class MatchRcnn extends Layer {
  private final Config config;

  /**
   * A network with fresh weights.
   *
   * @param seed of the weights; equal seeds give equal weights on every machine
   */
  public MatchRcnn(Config config, long seed) {
    this.config = config;
  }

  /** What it was made from. */
  public Config config() {
    return config;
  }

  /** Moves all weights to a device, where batches are then computed. */
  public void to(TensorDevice device) {
    throw new UnsupportedOperationException();
  }

  /**
   * The losses of a batch, with gradients recorded.
   *
   * @param seed of the choice of anchors and regions
   */
  public Losses losses(Batch batch, long seed) {
    throw new UnsupportedOperationException();
  }

  /** What is found on each image, by descending score; without gradients, in a scope of its own. */
  public List<List<ImageDetection>> detect(Batch batch) {
    throw new UnsupportedOperationException();
  }
}
