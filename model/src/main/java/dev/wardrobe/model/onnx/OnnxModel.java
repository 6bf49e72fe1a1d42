package dev.wardrobe.model.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.ConfigJson;
import dev.wardrobe.model.config.StrictJson;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.model.weights.ModelFile;
import dev.wardrobe.model.weights.ProvenanceJson;
import dev.wardrobe.model.weights.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An ONNX file of a model of ours, which needs nothing beside it: the graph of {@link
 * MatchRcnnGraph} and, as metadata,
 *
 * <ul>
 *   <li>{@code format}: {@value #FORMAT}, and {@code version}: {@value #VERSION};
 *   <li>{@code config}: the JSON of the {@link Config} that the network was made from;
 *   <li>{@code provenance}: a JSON object that tells where the weights come from;
 *   <li>{@code categories}: a JSON list of names; the label of the first is 1;
 *   <li>{@code landmarks}: a JSON list of how many landmarks each category has, in the same order;
 *   <li>{@code similarity}: where there is a match head, a JSON object with {@code bias} and {@code
 *       weights}: two features x and y are as alike as bias + the sum of weights[i] (x[i] -
 *       y[i])^2.
 * </ul>
 */
public final class OnnxModel {
  /** The metadata's mark of such files. */
  public static final String FORMAT = "wardrobe-onnx";

  private static final int VERSION = 1;

  private OnnxModel() {}

  /**
   * Writes or replaces the ONNX file of a model.
   *
   * @param model stays open
   * @param program the version of this program, which the file names
   * @return how many bytes it has
   * @throws DatasetException if the weights do not fit the config, or it cannot be written
   */
  public static long write(Path path, ModelFile model, String program) {
    byte[] bytes = MatchRcnnGraph.of(model, program, metadata(model));
    AtomicFile.write(path, out -> out.write(bytes));
    return bytes.length;
  }

  static Map<String, String> metadata(ModelFile model) {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", FORMAT);
    metadata.put("version", String.valueOf(VERSION));
    metadata.put("config", ConfigJson.write(model.config()));
    metadata.put("provenance", ProvenanceJson.write(model.provenance()));
    metadata.put("categories", StrictJson.write(names()));
    metadata.put("landmarks", StrictJson.write(landmarks()));
    model.similarity().ifPresent(similarity -> metadata.put("similarity", json(similarity)));
    return metadata;
  }

  private static String json(Similarity similarity) {
    List<Float> weights = new ArrayList<>();
    for (float weight : similarity.weights()) {
      weights.add(weight);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("bias", similarity.bias());
    object.put("weights", weights);
    return StrictJson.write(object);
  }

  private static List<String> names() {
    return Category.ALL.stream().map(Category::annotationName).toList();
  }

  private static List<Integer> landmarks() {
    return Category.ALL.stream().map(category -> category.landmarks().count()).toList();
  }

  /**
   * What the metadata of an ONNX file says.
   *
   * @param config the network's
   * @param provenance where the weights come from
   * @param similarity how alike two features are; empty without a match head
   */
  public record Notes(
      Config config, Map<String, Object> provenance, Optional<Similarity> similarity) {}

  /**
   * Reads the metadata of an ONNX file.
   *
   * @param source the file, for messages
   * @param bytes all of its bytes
   * @throws DatasetException if it is no file of ours, or of a newer version
   */
  public static Notes notes(Path source, byte[] bytes) {
    Map<String, String> metadata = metadata(source, bytes);
    if (!FORMAT.equals(metadata.get("format"))) {
      throw new DatasetException(
          "%s is no ONNX model of ours: its metadata has no format \"%s\"; describe a network from elsewhere in a detector file (docs/detectors.md) and give that"
              .formatted(source, FORMAT));
    }
    if (!String.valueOf(VERSION).equals(metadata.get("version"))) {
      throw new DatasetException(
          "Cannot read the model %s: found version \"%s\", expected %d; use another wardrobe or export it again"
              .formatted(source, Wording.name(metadata.getOrDefault("version", "")), VERSION));
    }
    Config config = ConfigJson.read(metadata.getOrDefault("config", ""), source.toString());
    try {
      Map<String, Object> provenance =
          ProvenanceJson.read(metadata.getOrDefault("provenance", "{}"));
      return new Notes(config, provenance, similarity(config, metadata));
    } catch (IllegalArgumentException e) {
      throw new DatasetException(
          "Cannot read the metadata of %s: %s".formatted(source, e.getMessage()), e);
    }
  }

  private static Map<String, String> metadata(Path source, byte[] bytes) {
    Map<String, String> metadata = new LinkedHashMap<>();
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    try {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) != OnnxGraph.METADATA) {
          in.skipField(tag);
        } else {
          int limit = in.pushLimit(in.readRawVarint32());
          Map<Integer, String> entry = new HashMap<>();
          for (int field = in.readTag(); field != 0; field = in.readTag()) {
            entry.put(WireFormat.getTagFieldNumber(field), in.readStringRequireUtf8());
          }
          in.popLimit(limit);
          metadata.put(entry.getOrDefault(1, ""), entry.getOrDefault(2, ""));
        }
      }
    } catch (IOException e) {
      throw new DatasetException("Cannot read %s: it is no ONNX file".formatted(source), e);
    }
    return metadata;
  }

  private static Optional<Similarity> similarity(Config config, Map<String, String> metadata) {
    if (!config.streams().match()) {
      return Optional.empty();
    }
    JsonNode json = StrictJson.parse(metadata.getOrDefault("similarity", ""));
    JsonNode list = json.path("weights");
    if (list.size() != config.heads().embedding() || !json.path("bias").isNumber()) {
      throw new IllegalArgumentException(
          "similarity: expected a bias and %d weights".formatted(config.heads().embedding()));
    }
    float[] weights = new float[list.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = list.get(i).floatValue();
    }
    return Optional.of(new Similarity(weights, json.path("bias").floatValue()));
  }
}
