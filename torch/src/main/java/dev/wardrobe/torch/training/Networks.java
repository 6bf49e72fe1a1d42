package dev.wardrobe.torch.training;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.torch.rcnn.MatchRcnn;
import dev.wardrobe.torch.tensor.TensorDevice;
import java.util.Optional;

/**
 * The network that is trained, and its moving average.
 *
 * @param average empty if there is none
 */
record Networks(MatchRcnn trained, Optional<MatchRcnn> average) implements AutoCloseable {
  /** Fresh networks, where batches are to be computed. */
  static Networks of(Config config, long seed, TensorDevice device) {
    MatchRcnn trained = network(config, seed, device);
    return new Networks(
        trained,
        config.training().emaDecay() > 0
            ? Optional.of(network(config, seed, device))
            : Optional.empty());
  }

  private static MatchRcnn network(Config config, long seed, TensorDevice device) {
    MatchRcnn network = new MatchRcnn(config, seed);
    network.to(device);
    return network;
  }

  /** What a finished model holds: the average where there is one. */
  MatchRcnn model() {
    return average.orElse(trained);
  }

  /** What follows the weights; empty if nothing does. */
  Optional<MovingAverage> following() {
    double decay = trained.config().training().emaDecay();
    return average.map(network -> new MovingAverage(network, trained, decay));
  }

  @Override
  public void close() {
    trained.close();
    average.ifPresent(MatchRcnn::close);
  }
}
