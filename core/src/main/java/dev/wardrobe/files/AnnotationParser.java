package dev.wardrobe.files;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.json.JsonPlace;
import dev.wardrobe.json.JsonReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads one annotation file. Everything wrong becomes a finding; no input makes it throw.
 *
 * <p>Where Python's json module reads an odd file without complaint, the outcome is the same as
 * there (of two equal keys the last value counts, at the place of the first), with a finding.
 * Unlike there, an impossible value loses the photo or item even if a later equal key has a
 * possible one.
 */
final class AnnotationParser {
  /** The longest annotation file that is read; real ones have about 10 kB. */
  static final int LARGEST = 256 << 10;

  private final FileFindings findings;

  /** By key, at the place of its first occurrence; empty where the last value is unusable. */
  private final Map<String, Optional<Item>> items = new LinkedHashMap<>();

  private Optional<Source> source = Optional.empty();
  private int pairId;
  private boolean sourceSeen;
  private boolean pairIdSeen;
  private boolean lost;

  /**
   * What one file says.
   *
   * @param source shop or consumer
   * @param pairId the pair id
   * @param items the usable items in file order
   */
  record Annotation(Source source, int pairId, List<Item> items) {}

  private AnnotationParser(FileFindings findings) {
    this.findings = findings;
  }

  /**
   * Reads a file's bytes.
   *
   * @param findings gets what is wrong
   * @return empty if the photo is lost; then there is a finding that says why
   */
  static Optional<Annotation> parse(byte[] json, FileFindings findings) {
    return new AnnotationParser(findings).parse(json);
  }

  private Optional<Annotation> parse(byte[] json) {
    int start = startOfText(json);
    if (start < 0) {
      return Optional.empty();
    }
    try (JsonParser parser = JsonReading.parser(json, start, json.length - start)) {
      readPhoto(parser);
    } catch (JacksonException e) {
      find(Rule.JSON_SYNTAX, "", "", JsonPlace.problem(e), "valid JSON");
      return Optional.empty();
    }
    if (lost || source.isEmpty()) {
      return Optional.empty();
    }
    checkNumbering();
    return Optional.of(
        new Annotation(
            source.get(), pairId, items.values().stream().flatMap(Optional::stream).toList()));
  }

  /** The index of the first character, or -1 where the encoding is hopeless. */
  private int startOfText(byte[] json) {
    if (json.length >= 3
        && (json[0] & 255) == 0xEF
        && (json[1] & 255) == 0xBB
        && (json[2] & 255) == 0xBF) {
      find(Rule.JSON_BOM, "", "", "a UTF-8 byte order mark", "none (Python's json refuses it)");
      return 3;
    }
    if (json.length >= 2
        && (json[0] == 0 || json[1] == 0 || ((json[0] & 255) >= 0xFE && (json[1] & 255) >= 0xFE))) {
      find(Rule.JSON_ENCODING, "", "", "UTF-16, UTF-32 or binary data", "UTF-8");
      return -1;
    }
    return 0;
  }

  private void readPhoto(JsonParser parser) {
    JsonToken first = parser.nextToken();
    if (first != JsonToken.START_OBJECT) {
      find(Rule.JSON_SYNTAX, "", "", JsonPlace.describe(parser), "an object {...}");
      lost = true;
      return;
    }
    for (String key = parser.nextName(); key != null; key = parser.nextName()) {
      parser.nextToken();
      switch (key) {
        case "source" -> readSource(parser);
        case "pair_id" -> readPairId(parser);
        default -> readOther(parser, key);
      }
    }
    if (parser.nextToken() != null) {
      find(Rule.JSON_SYNTAX, "", "", JsonPlace.describe(parser) + " after the object", "the end");
      lost = true;
    }
    if (!sourceSeen) {
      find(Rule.PHOTO_KEY_MISSING, "", "source", "no such key", "\"shop\" or \"user\"");
      lost = true;
    }
    if (!pairIdSeen) {
      find(Rule.PHOTO_KEY_MISSING, "", "pair_id", "no such key", "an integer of at least 0");
      lost = true;
    }
  }

  private void readSource(JsonParser parser) {
    noteDuplicate(sourceSeen, "", "source");
    sourceSeen = true;
    source =
        parser.currentToken() == JsonToken.VALUE_STRING
            ? Source.ofName(parser.getString())
            : Optional.empty();
    if (source.isEmpty()) {
      loseByValue(parser, "source", "\"shop\" or \"user\"");
    }
  }

  private void readPairId(JsonParser parser) {
    noteDuplicate(pairIdSeen, "", "pair_id");
    pairIdSeen = true;
    if (JsonPlace.isInt(parser) && parser.getIntValue() >= 0) {
      pairId = parser.getIntValue();
    } else {
      loseByValue(parser, "pair_id", "an integer of at least 0");
    }
  }

  private void loseByValue(JsonParser parser, String field, String expected) {
    find(Rule.PHOTO_VALUE, "", field, JsonPlace.describe(parser), expected);
    parser.skipChildren();
    lost = true;
  }

  private void readOther(JsonParser parser, String key) {
    int number = itemNumber(key);
    if (number < 0) {
      if (parser.currentToken() == JsonToken.START_OBJECT) {
        // The official script takes any object for an item.
        find(Rule.ITEM_KEY, key, "key", "\"" + key + "\"", "item1, item2, ...");
      } else {
        find(Rule.KEY_UNKNOWN, "", key, "a key", "source, pair_id, item1, item2, ...");
      }
      parser.skipChildren();
      return;
    }
    noteDuplicate(items.containsKey(key), "", key);
    items.put(key, new ItemParser(key, number, findings).parse(parser));
  }

  /** The number of an item key without leading zeros, or -1 if it is no such key. */
  private static int itemNumber(String key) {
    if (!key.startsWith("item") || key.length() < 5 || key.length() > 10 || key.charAt(4) == '0') {
      return -1;
    }
    int number = 0;
    for (int i = 4; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + c - '0';
    }
    return number;
  }

  private void checkNumbering() {
    if (items.isEmpty()) {
      find(Rule.ITEM_NONE, "", "", "no item", "item1 and so on");
      return;
    }
    for (int i = 1; i <= items.size(); i++) {
      if (!items.containsKey("item" + i)) {
        String found = String.join(", ", items.keySet().stream().sorted().toList());
        find(Rule.ITEM_NUMBERING, "", "", found, "item1 to item" + items.size());
        return;
      }
    }
  }

  private void noteDuplicate(boolean seen, String item, String field) {
    if (seen) {
      find(Rule.KEY_DUPLICATE, item, field, "the key a second time", "each key once");
    }
  }

  private void find(Rule rule, String item, String field, String found, String expected) {
    findings.add(rule, item, field, found, expected);
  }
}
