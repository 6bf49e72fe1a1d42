package dev.wardrobe.model.weights;

import java.util.List;

/**
 * What became of a file's tensors and a layer's.
 *
 * @param loaded names in the layer of the tensors that were set
 * @param otherShape what the file has in another shape than the layer, in words; these kept what
 *     they had
 * @param missing names in the layer of what the file has not; these too
 * @param unused names in the file of what the layer has not
 */
public record LoadReport(
    List<String> loaded, List<String> otherShape, List<String> missing, List<String> unused) {
  /** Copies the lists. */
  public LoadReport {
    loaded = List.copyOf(loaded);
    otherShape = List.copyOf(otherShape);
    missing = List.copyOf(missing);
    unused = List.copyOf(unused);
  }

  /** Whether every tensor of the layer was set and every one of the file was used. */
  boolean isComplete() {
    return otherShape.isEmpty() && missing.isEmpty() && unused.isEmpty();
  }

  /** Counts, and the first names of each kind, on one line. */
  @Override
  public String toString() {
    return "%d tensors loaded; of another shape: %s; not in the file: %s; not used: %s"
        .formatted(
            loaded.size(),
            Wording.names(otherShape),
            Wording.names(missing),
            Wording.names(unused));
  }
}
