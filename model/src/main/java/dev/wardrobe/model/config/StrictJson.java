package dev.wardrobe.model.config;

import dev.wardrobe.json.JsonPlace;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON of unknown origin: names once in an object, nothing after the end, brackets not deeper
 * than 20.
 */
public final class StrictJson {
  private static final int DEPTH = 20;
  private static final int LONGEST_TEXT = 100_000_000;
  private static final int LONGEST_PROBLEM = 200;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH)
                          .maxNameLength(LONGEST_TEXT)
                          .maxStringLength(LONGEST_TEXT)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private StrictJson() {}

  /**
   * The tree of a text.
   *
   * @throws IllegalArgumentException if it is not such JSON; the message is one line that says why
   */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(problem(e), e);
    }
  }

  /**
   * A record from the JSON of all its components.
   *
   * @throws IllegalArgumentException if it is not that; the message begins with the path of the
   *     first wrong field
   */
  public static <R extends Record> R read(Class<R> type, String text) {
    return RecordTree.toRecord(type, parse(text));
  }

  /** The text of an object, on one line, in the order of the map. */
  public static String write(Map<String, ?> object) {
    return MAPPER.writeValueAsString(object);
  }

  /** The text of a list, on one line. */
  public static String write(List<?> list) {
    return MAPPER.writeValueAsString(list);
  }

  private static String problem(JacksonException e) {
    String line = JsonPlace.message(e);
    return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM) + "...";
  }
}
