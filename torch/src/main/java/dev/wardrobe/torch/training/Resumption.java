package dev.wardrobe.torch.training;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.ConfigJson;
import dev.wardrobe.model.config.StrictJson;
import dev.wardrobe.model.weights.ModelFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Whether a training may be gone on with: only with the config, the seed and the data with which it
 * was begun. Its length, and how often it is validated and saved, may change; the learning rate of
 * the steps to come is then that of a training of the new length.
 */
final class Resumption {
  private static final List<String> MAY_CHANGE =
      List.of(
          "training.steps",
          "training.epochs",
          "training.validateEvery",
          "training.checkpointEvery");

  private Resumption() {}

  /**
   * Checks it.
   *
   * @param dataDigest of the annotations to train on
   * @throws DatasetException if something else was asked for
   */
  static void check(ModelFile file, TrainingOptions options, String dataDigest) {
    String differences = differences(file.config(), options.config());
    if (!differences.isEmpty()) {
      throw refused(file, differences + "; only %s may change".formatted(listed(MAY_CHANGE)));
    }
    Object seed = file.provenance().get(Provenance.SEED);
    if (!Objects.equals(seed, options.seed())) {
      throw refused(file, "its seed is %s, not %d".formatted(seed, options.seed()));
    }
    Object data = file.provenance().get(Provenance.DATA);
    if (!dataDigest.equals(data)) {
      throw refused(
          file,
          "its training annotations had the SHA-256 %s, these have %s; give the same data, or begin a new run"
              .formatted(data, dataDigest));
    }
    if (options.weights().isPresent()) {
      throw refused(file, "other weights are for the beginning only; leave out --weights");
    }
  }

  private static DatasetException refused(ModelFile file, String why) {
    return new DatasetException("Cannot go on with %s: %s".formatted(file.path(), why));
  }

  private static String listed(List<String> names) {
    return String.join(", ", names);
  }

  private static String differences(Config saved, Config asked) {
    Map<String, String> before = values(saved);
    Map<String, String> now = values(asked);
    return before.keySet().stream()
        .filter(path -> !MAY_CHANGE.contains(path))
        .filter(path -> !Objects.equals(before.get(path), now.get(path)))
        .map(path -> "%s was %s, not %s".formatted(path, before.get(path), now.get(path)))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, String> values(Config config) {
    Map<String, String> values = new TreeMap<>();
    add("", StrictJson.parse(ConfigJson.write(config)), values);
    return values;
  }

  private static void add(String path, JsonNode node, Map<String, String> values) {
    if (!node.isObject()) {
      values.put(path, node.toString());
      return;
    }
    node.properties()
        .forEach(field ->
            add((path.isEmpty() ? "" : path + ".") + field.getKey(), field.getValue(), values));
  }

  /** What the new provenance takes over from the old one: the weights it began with. */
  static Map<String, Object> inherited(ModelFile file) {
    Map<String, Object> facts = new LinkedHashMap<>(file.provenance());
    facts.keySet().retainAll(List.of(Provenance.WEIGHTS, Provenance.WEIGHTS_DIGEST));
    return facts;
  }
}
