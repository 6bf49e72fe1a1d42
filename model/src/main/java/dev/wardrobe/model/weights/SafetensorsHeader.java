package dev.wardrobe.model.weights;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.model.config.StrictJson;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Reads and checks the header of a safetensors file; nothing in it is trusted. */
final class SafetensorsHeader {
  /** The official library's limit. */
  private static final long LONGEST = 100_000_000;

  private static final int MOST_AXES = 64;
  static final String METADATA = "__metadata__";

  private final Path path;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, TensorEntry> entries = new LinkedHashMap<>();
  private long dataStart;

  private SafetensorsHeader(Path path) {
    this.path = path;
  }

  static SafetensorsHeader read(Path path, ByteSource source) throws IOException {
    SafetensorsHeader header = new SafetensorsHeader(path);
    JsonNode json = header.json(source);
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (field.getKey().equals(METADATA)) {
        header.readMetadata(field.getValue());
      } else {
        header.entries.put(field.getKey(), header.entry(field.getKey(), field.getValue()));
      }
    }
    header.checkLayout(source.size() - header.dataStart);
    return header;
  }

  Map<String, String> metadata() {
    return metadata;
  }

  /** By name, in the order of the header. */
  Map<String, TensorEntry> entries() {
    return entries;
  }

  /** Where in the file the tensors' bytes begin. */
  long dataStart() {
    return dataStart;
  }

  private JsonNode json(ByteSource source) throws IOException {
    long size = source.size();
    if (size < Long.BYTES) {
      throw unusable("found %d bytes, expected at least 8".formatted(size));
    }
    long length = read(source, 0, Long.BYTES).getLong();
    if (length < 2 || length > Math.min(LONGEST, size - Long.BYTES)) {
      throw unusable(
          "found a header of %s bytes, expected 2 to %d"
              .formatted(Long.toUnsignedString(length), Math.min(LONGEST, size - Long.BYTES)));
    }
    dataStart = Long.BYTES + length;
    ByteBuffer bytes = read(source, Long.BYTES, (int) length);
    JsonNode json;
    try {
      json = StrictJson.parse(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw unusable("its header is not UTF-8");
    } catch (IllegalArgumentException e) {
      throw unusable("its header is not the expected JSON: " + e.getMessage());
    }
    if (!json.isObject()) {
      throw unusable("its header is no JSON object");
    }
    return json;
  }

  private static ByteBuffer read(ByteSource source, long from, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    source.read(from, MemorySegment.ofBuffer(bytes));
    return bytes;
  }

  private void readMetadata(JsonNode json) {
    if (!json.isObject()) {
      throw unusable(METADATA + " is no JSON object");
    }
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!field.getValue().isString()) {
        throw unusable("%s.%s is no string".formatted(METADATA, Wording.name(field.getKey())));
      }
      metadata.put(field.getKey(), field.getValue().stringValue());
    }
  }

  private TensorEntry entry(String name, JsonNode json) {
    String type = json.path("dtype").isString() ? json.path("dtype").stringValue() : "";
    Dtype dtype =
        Dtype.named(type)
            .orElseThrow(() ->
                unusable(
                    name,
                    "found the dtype \"%s\", expected one of %s"
                        .formatted(Wording.name(type), Dtype.names())));
    List<Long> shape = wholeNumbers(name, json, "shape");
    List<Long> offsets = wholeNumbers(name, json, "data_offsets");
    if (shape.size() > MOST_AXES) {
      throw unusable(name, "found %d axes, expected at most %d".formatted(shape.size(), MOST_AXES));
    }
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw unusable(name, "found data_offsets %s, expected [begin, end]".formatted(offsets));
    }
    TensorEntry entry = new TensorEntry(name, dtype, shape, offsets.get(0), offsets.get(1));
    if (bytes(entry) != entry.bytes()) {
      throw unusable(
          name,
          "found %d bytes, expected %d for %s of shape %s"
              .formatted(entry.bytes(), bytes(entry), dtype, Wording.shape(shape)));
    }
    return entry;
  }

  private List<Long> wholeNumbers(String name, JsonNode json, String field) {
    JsonNode array = json.path(field);
    if (!array.isArray()) {
      throw unusable(name, "found no list \"%s\"".formatted(field));
    }
    List<Long> numbers = new ArrayList<>();
    for (JsonNode number : array) {
      if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
        throw unusable(
            name,
            "found %s in \"%s\", expected whole numbers from 0"
                .formatted(Wording.name(number.toString()), field));
      }
      numbers.add(number.longValue());
    }
    return numbers;
  }

  private long bytes(TensorEntry entry) {
    long bytes = entry.type().bytes();
    boolean empty = false;
    try {
      for (long length : entry.shape()) {
        // Of the other axes of an empty tensor the product must fit too: strides are made of it.
        bytes = Math.multiplyExact(bytes, Math.max(1, length));
        empty |= length == 0;
      }
    } catch (ArithmeticException e) {
      throw unusable(
          entry.name(), "its shape %s is too large".formatted(Wording.shape(entry.shape())));
    }
    return empty ? 0 : bytes;
  }

  /** Every byte after the header belongs to exactly one tensor. */
  private void checkLayout(long dataBytes) {
    List<TensorEntry> inOrder = new ArrayList<>(entries.values());
    inOrder.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
    long end = 0;
    for (TensorEntry entry : inOrder) {
      if (entry.end() > dataBytes) {
        throw unusable(
            entry.name(),
            "its bytes end at %d, but the file has %d; it may be incomplete"
                .formatted(entry.end(), dataBytes));
      }
      if (entry.begin() != end) {
        throw unusable(
            entry.name(),
            "its bytes begin at %d, expected %d, where the tensor before it ends"
                .formatted(entry.begin(), end));
      }
      end = entry.end();
    }
    if (end != dataBytes) {
      throw unusable(
          "found %d bytes after the last tensor, expected none".formatted(dataBytes - end));
    }
  }

  private DatasetException unusable(String name, String what) {
    return unusable("tensor %s: %s".formatted(Wording.name(name), what));
  }

  private DatasetException unusable(String what) {
    return new DatasetException("Cannot read %s as safetensors: %s".formatted(path, what));
  }
}
