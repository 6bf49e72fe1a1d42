package dev.wardrobe.torch.training;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A loss that is no number or infinite: from here on nothing can be learned. */
public final class DivergedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /**
   * An exception that says what was found, and on which photos.
   *
   * @param name what is wrong, as in the metrics
   */
  DivergedException(String name, double value, List<Integer> imageIds) {
    super(
        "%s is %s on the photos %s"
            .formatted(
                name,
                Double.isNaN(value) ? "no number (NaN)" : "infinite",
                imageIds.stream().map("%06d"::formatted).collect(Collectors.joining(", "))));
  }
}
