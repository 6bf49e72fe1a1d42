package dev.wardrobe.model.training;

import dev.wardrobe.model.rcnn.MatchRcnn;
import java.util.Optional;

/**
 * The network that is trained, and its moving average.
 *
 * @param average empty if there is none
 */
record Networks(MatchRcnn trained, Optional<MatchRcnn> average) implements AutoCloseable {
  /** Fresh networks, where batches are to be computed. */
  static Networks of(TrainingOptions options) {
    MatchRcnn trained = network(options);
    return new Networks(
        trained,
        options.config().training().emaDecay() > 0
            ? Optional.of(network(options))
            : Optional.empty());
  }

  private static MatchRcnn network(TrainingOptions options) {
    MatchRcnn network = new MatchRcnn(options.config(), options.seed());
    network.to(options.device());
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
