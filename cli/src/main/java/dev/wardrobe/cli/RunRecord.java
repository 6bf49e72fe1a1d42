package dev.wardrobe.cli;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.json.IndentedJson;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.model.prediction.PredictionOptions;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * Writes where results come from: {@value #FILE} names the model and where its weights come from,
 * the photos, the options, the numbers and the files; and, for searches among features, how two of
 * them are compared: bias + the sum of weights[i] (x[i] - y[i])^2, larger is more alike.
 */
final class RunRecord {
  static final String FILE = "predictions.json";

  private RunRecord() {}

  static void write(PredictionRun run, PredictionOptions options) {
    byte[] json = IndentedJson.of(generator -> write(generator, run, options));
    AtomicFile.write(run.out().resolve(FILE), out -> out.write(json));
  }

  private static void write(JsonGenerator json, PredictionRun run, PredictionOptions options) {
    json.writeStartObject();
    json.writeStringProperty("schema", "wardrobe-predictions");
    json.writeNumberProperty("schema_version", 1);
    json.writeStringProperty("wardrobe", Main.version());
    json.writeObjectPropertyStart("model");
    json.writeStringProperty("file", run.predictor().path().toString());
    json.writeStringProperty("recipe", run.predictor().name());
    for (Map.Entry<String, Object> each : run.predictor().provenance().entrySet()) {
      json.writeName(each.getKey());
      switch (each.getValue()) {
        case Long number -> json.writeNumber(number);
        case Double number -> json.writeNumber(number);
        case Boolean truth -> json.writeBoolean(truth);
        case Object other -> json.writeString(other.toString());
      }
    }
    json.writeEndObject();
    json.writeStringProperty("photos_from", run.photos().path().toString());
    json.writeNumberProperty("score_threshold", run.predictor().scoreThreshold());
    json.writeNumberProperty("batch", options.batch());
    json.writeArrayPropertyStart("annotated_boxes_of");
    options.annotated().stream().map(Source::annotationName).sorted().forEach(json::writeString);
    json.writeEndArray();
    json.writeNumberProperty("photos", run.done());
    json.writeNumberProperty("skipped", run.skipped());
    json.writeNumberProperty("detections", run.items());
    json.writeArrayPropertyStart("files");
    run.written().forEach(json::writeString);
    json.writeEndArray();
    run.similarity().ifPresent(similarity -> write(json, similarity));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Similarity similarity) {
    json.writeObjectPropertyStart("similarity");
    json.writeNumberProperty("bias", similarity.bias());
    json.writeArrayPropertyStart("weights");
    for (float weight : similarity.weights()) {
      json.writeNumber(weight);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
