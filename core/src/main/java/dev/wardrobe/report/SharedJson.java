package dev.wardrobe.report;

import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What the JSON files of all reports have in common. */
final class SharedJson {
  private SharedJson() {}

  static void inputs(JsonGenerator json, List<ReportInput> inputs) {
    json.writeArrayPropertyStart("inputs");
    for (ReportInput input : inputs) {
      json.writeStartObject();
      json.writeStringProperty("role", input.role());
      json.writeStringProperty("path", input.path());
      json.writeNumberProperty("bytes", input.bytes());
      input
          .sha256()
          .ifPresentOrElse(
              sha256 -> json.writeStringProperty("sha256", sha256),
              () -> json.writeNullProperty("sha256"));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void slices(JsonGenerator json, List<Slice> slices) {
    json.writeArrayPropertyStart("slices");
    for (Slice slice : slices) {
      json.writeStartObject();
      json.writeStringProperty("by", slice.by());
      json.writeStringProperty("value", slice.value());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  static void numbers(JsonGenerator json, String name, double[] numbers) {
    numbers(json, name, Arrays.stream(numbers).boxed().toList());
  }

  static void numbers(JsonGenerator json, String name, List<Double> numbers) {
    json.writeName(name);
    numbers(json, numbers);
  }

  static void numbers(JsonGenerator json, List<Double> numbers) {
    json.writeStartArray();
    numbers.forEach(json::writeNumber);
    json.writeEndArray();
  }
}
