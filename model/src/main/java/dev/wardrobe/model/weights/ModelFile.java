package dev.wardrobe.model.weights;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.ConfigJson;
import dev.wardrobe.model.ops.Similarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model, or the state of a training, in one safetensors file ({@link Safetensors}). Its metadata:
 *
 * <ul>
 *   <li>{@code format}: {@code wardrobe-model};
 *   <li>{@code version}: {@value #VERSION}; files of a higher version are refused, files of all
 *       lower ones are read;
 *   <li>{@code config}: the JSON of the {@link Config} it was made from ({@link ConfigJson});
 *   <li>{@code provenance}: a JSON object of strings, numbers and truth values that tells where the
 *       weights come from: versions, seed, steps, data.
 * </ul>
 *
 * <p>Its tensors are the weights, under the names that torchvision gives such layers. Groups of has
 * for them, or like these. Groups of other tensors have a prefix that ends in a slash, such as
 * {@code training/optimizer/}; names of weights have no slash.
 */
public final class ModelFile implements AutoCloseable {
  /**
   * What the model that comes with Wardrobe is called wherever a model is expected; a file or
   * folder of that name is {@code ./pretrained}.
   */
  public static final Path PRETRAINED = Path.of("pretrained");

  private static final String FORMAT = "wardrobe-model";
  private static final int VERSION = 1;
  private static final String SIMILARITY = "roi_heads.match_predictor.similarity";
  private static final List<String> NAMES_IN_FOLDER =
      List.of("best.safetensors", "last.safetensors");

  private final SafetensorsFile file;
  private final Config config;
  private final Map<String, Object> provenance;

  private ModelFile(SafetensorsFile file, Config config, Map<String, Object> provenance) {
    this.file = file;
    this.config = config;
    this.provenance = provenance;
  }

  /**
   * Writes or replaces a file, as {@link Safetensors#write} does.
   *
   * @param provenance strings, whole and other numbers, and truth values, by name
   * @param tensors weights by name, and groups of others by prefix and name
   * @throws DatasetException if it cannot be written; an old file is then as it was
   */
  public static void write(
      Path path, Config config, Map<String, ?> provenance, Map<String, TensorContent> tensors) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", FORMAT);
    metadata.put("version", String.valueOf(VERSION));
    metadata.put("config", ConfigJson.write(config));
    metadata.put("provenance", ProvenanceJson.write(provenance));
    Safetensors.write(path, metadata, tensors);
  }

  /** Whether there is a file or folder, or it is the model that comes with Wardrobe. */
  public static boolean exists(Path path) {
    return path.equals(PRETRAINED) || Files.exists(path);
  }

  /**
   * Opens a model.
   *
   * @param path a file, or the folder of a run: then its best.safetensors, or where there is none
   *     its last.safetensors; or {@link #PRETRAINED}
   * @throws DatasetException if there is none, or it is not a model, or of a newer version
   */
  public static ModelFile open(Path path) {
    SafetensorsFile file =
        path.equals(PRETRAINED) ? pretrained() : SafetensorsFile.open(inFolder(path));
    Path found = file.path();
    try {
      Map<String, String> metadata = file.metadata();
      requireFormat(found, metadata);
      Config config = ConfigJson.read(metadata.getOrDefault("config", ""), found.toString());
      return new ModelFile(file, config, provenance(found, metadata));
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static SafetensorsFile pretrained() {
    try {
      return SafetensorsFile.of(PRETRAINED, ByteSource.of(PretrainedModel.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read Wardrobe's own model", e);
    }
  }

  private static Path inFolder(Path path) {
    if (!Files.isDirectory(path)) {
      return path;
    }
    return NAMES_IN_FOLDER.stream()
        .map(path::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() ->
            new DatasetException(
                "There is no model in %s: expected %s"
                    .formatted(path, String.join(" or ", NAMES_IN_FOLDER))));
  }

  private static void requireFormat(Path path, Map<String, String> metadata) {
    if (!FORMAT.equals(metadata.get("format"))) {
      throw new DatasetException(
          "%s is no model of ours: its metadata has no format \"%s\"; weights from elsewhere are given as pretrained weights for training"
              .formatted(path, FORMAT));
    }
    String version = metadata.getOrDefault("version", "");
    if (!version.matches("[1-9][0-9]{0,8}")) {
      throw new DatasetException(
          "Cannot read the model %s: found version \"%s\", expected a whole number from 1"
              .formatted(path, Wording.name(version)));
    }
    if (Integer.parseInt(version) > VERSION) {
      throw new DatasetException(
          "Cannot read the model %s: its format has version %s, and this program knows versions up to %d; use a newer wardrobe"
              .formatted(path, version, VERSION));
    }
  }

  private static Map<String, Object> provenance(Path path, Map<String, String> metadata) {
    try {
      return ProvenanceJson.read(metadata.getOrDefault("provenance", "{}"));
    } catch (IllegalArgumentException e) {
      throw new DatasetException(
          "Cannot read the provenance of the model %s: %s".formatted(path, e.getMessage()), e);
    }
  }

  /**
   * The file itself, where a folder was opened; {@link #PRETRAINED} of the model with that name.
   */
  public Path path() {
    return file.path();
  }

  /** What the model was made from. */
  public Config config() {
    return config;
  }

  /** Where the weights come from: String, Long, Double or Boolean by name. */
  public Map<String, Object> provenance() {
    return provenance;
  }

  /** How alike the features of two items are; empty without a match head. */
  public Optional<Similarity> similarity() {
    return config.streams().match()
        ? Optional.of(
            Similarity.ofLayer(
                file.read(SIMILARITY + ".weight").floats(),
                file.read(SIMILARITY + ".bias").floats()))
        : Optional.empty();
  }

  /**
   * Writes or replaces a file with the weights alone, in 16 bits, which predictions hardly notice
   * and which takes half of the place; with the config and the provenance of this one.
   *
   * @throws DatasetException if it cannot be written; an old file is then as it was
   */
  public void writeHalf(Path path) {
    Map<String, TensorContent> halves = new LinkedHashMap<>();
    for (String name : weightNames()) {
      RawTensor tensor = file.read(name);
      halves.put(name, tensor.type() == Dtype.F32 ? tensor.half() : tensor);
    }
    write(path, config, provenance, halves);
  }

  /** The names of all tensors, prefixes included. */
  public List<String> names() {
    return List.copyOf(file.names());
  }

  /** Whether there are tensors of a group. */
  public boolean hasGroup(String prefix) {
    return file.names().stream().anyMatch(name -> name.startsWith(prefix));
  }

  /** The names of the weights: the tensors without prefix. */
  public List<String> weightNames() {
    return file.names().stream().filter(name -> !isGrouped(file, name)).toList();
  }

  /** The tensors themselves, as long as this is open. */
  public SafetensorsFile tensors() {
    return file;
  }

  /** Whether a tensor of a file belongs to a group beside the weights. */
  public static boolean isGrouped(SafetensorsFile file, String name) {
    return FORMAT.equals(file.metadata().get("format")) && name.indexOf('/') >= 0;
  }

  /** Closes the file; tensors that were read stay. */
  @Override
  public void close() {
    file.close();
  }
}
