package dev.wardrobe.torch.weights;

import dev.wardrobe.model.weights.Wording;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

  /**
   * What was not set of a part of the layer, in words on one line; empty if all of it was set.
   *
   * @param prefix what the part's names begin with
   */
  public String gaps(String prefix) {
    List<String> gaps = unset().filter(gap -> gap.startsWith(prefix)).toList();
    return Wording.list(gaps, Wording.MOST_NAMES, "; ");
  }

  /** Every tensor of the layer that was not set, and why. */
  Stream<String> unset() {
    return Stream.concat(
        otherShape.stream(), missing.stream().map(name -> name + " is not in the file"));
  }

  /** All names, each on a line of its own under a heading. */
  public String inFull() {
    StringBuilder text = new StringBuilder();
    List.of(
            Map.entry("loaded", loaded),
            Map.entry("of another shape, not loaded", otherShape),
            Map.entry("not in the file", missing),
            Map.entry("in the file, not used", unused))
        .forEach(kind -> {
          text.append("%d %s\n".formatted(kind.getValue().size(), kind.getKey()));
          kind.getValue()
              .forEach(name -> text.append("  ").append(Wording.name(name)).append('\n'));
        });
    return text.toString();
  }

  /** Counts, and the first names of each kind, on one line. */
  @Override
  public String toString() {
    return "%d tensors loaded; of another shape: %s; not in the file: %s; not used: %s"
        .formatted(
            loaded.size(),
            otherShape.isEmpty() ? "none" : Wording.list(otherShape, Wording.MOST_NAMES, "; "),
            Wording.names(missing),
            Wording.names(unused));
  }
}
