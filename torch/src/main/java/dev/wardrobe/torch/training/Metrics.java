package dev.wardrobe.torch.training;

import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.model.config.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What is measured in a training, in files that grow with it: {@code metrics.jsonl} with one JSON
 * object a line, of a step ({@code "phase": "train"}) or of a validation ({@code "phase":
 * "validation"}), and the same numbers as {@code metrics.csv} and {@code validation.csv}, which are
 * made of it now and then.
 */
final class Metrics implements AutoCloseable {
  static final String JSON_LINES = "metrics.jsonl";
  static final String STEPS_CSV = "metrics.csv";
  static final String VALIDATION_CSV = "validation.csv";

  private static final Set<String> WHOLE = Set.of(MetricsTable.STEP, "photos");

  /** What a line is about. */
  enum Phase {
    TRAIN("train"),
    VALIDATION("validation");

    private final String word;

    Phase(String word) {
      this.word = word;
    }

    static Optional<Phase> of(String word) {
      return List.of(values()).stream().filter(phase -> phase.word.equals(word)).findFirst();
    }
  }

  private final Path folder;
  private final Path file;
  private final Map<Phase, MetricsTable> tables = new EnumMap<>(Phase.class);
  private final OutputStream out;

  private Metrics(Path folder, Map<Phase, MetricsTable> tables) throws IOException {
    this.folder = folder;
    this.file = folder.resolve(JSON_LINES);
    this.tables.putAll(tables);
    out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /**
   * Begins the file, or goes on with it after a step; lines of later steps are dropped, because
   * these steps are taken again. So is a last line that is not whole.
   *
   * @throws DatasetException if it cannot be read or written
   */
  static Metrics open(Path folder, int lastStep) {
    Path file = folder.resolve(JSON_LINES);
    Map<Phase, MetricsTable> tables = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      tables.put(phase, new MetricsTable());
    }
    try {
      if (Files.exists(file)) {
        byte[] kept = kept(file, lastStep, tables);
        AtomicFile.write(file, stream -> stream.write(kept));
      }
      return new Metrics(folder, tables);
    } catch (IOException e) {
      throw new DatasetException("Cannot open %s: %s".formatted(file, IoReason.of(e)), e);
    }
  }

  private static byte[] kept(Path file, int lastStep, Map<Phase, MetricsTable> tables)
      throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    for (int i = 0; i < lines.size(); i++) {
      Map<String, Double> values = new LinkedHashMap<>();
      Optional<Phase> phase = parse(lines.get(i), values);
      Optional<MetricsTable> table =
          phase
              .filter(known -> values.containsKey(MetricsTable.STEP))
              .map(known -> table(tables, known));
      if (table.isEmpty() && i < lines.size() - 1) {
        throw new DatasetException(
            "Cannot go on with %s: line %d is no line of metrics; move the file away to begin a new one"
                .formatted(file, i + 1));
      }
      if (table.isPresent() && values.getOrDefault(MetricsTable.STEP, 0.0) <= lastStep) {
        table.get().add(values);
        kept.write(lines.get(i).getBytes(StandardCharsets.UTF_8));
        kept.write('\n');
      }
    }
    return kept.toByteArray();
  }

  /** The numbers of a line, and what it is about; empty if it is no line of ours. */
  private static Optional<Phase> parse(String line, Map<String, Double> values) {
    try {
      JsonNode json = StrictJson.parse(line);
      json.properties()
          .forEach(field -> {
            if (field.getValue().isNumber()) {
              values.put(field.getKey(), field.getValue().doubleValue());
            }
          });
      return Phase.of(json.path("phase").asString(""));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Writes a line.
   *
   * @param values by name, a step among them; those that are no numbers (NaN) are left out
   * @throws DatasetException if it cannot be written
   */
  void add(Phase phase, Map<String, Double> values) {
    table(phase).add(values);
    PythonJson json = new PythonJson(512);
    json.raw("{\"phase\": ").string(phase.word);
    values.forEach((name, value) -> {
      if (Double.isFinite(value)) {
        json.separator().string(name).raw(": ");
        number(json, name, value);
      }
    });
    json.raw("}\n");
    try {
      out.write(json.toByteArray());
    } catch (IOException e) {
      throw new DatasetException("Cannot write %s: %s".formatted(file, IoReason.of(e)), e);
    }
  }

  private static PythonJson number(PythonJson json, String column, double value) {
    return WHOLE.contains(column) ? json.integer((long) value) : json.real(value);
  }

  /** The numbers so far. */
  MetricsTable table(Phase phase) {
    return table(tables, phase);
  }

  private static MetricsTable table(Map<Phase, MetricsTable> tables, Phase phase) {
    return tables.computeIfAbsent(phase, missing -> new MetricsTable());
  }

  /** Writes the tables of all lines so far. */
  void writeTables() {
    AtomicFile.write(folder.resolve(STEPS_CSV), stream -> writeCsv(stream, table(Phase.TRAIN)));
    if (table(Phase.VALIDATION).size() > 0) {
      AtomicFile.write(
          folder.resolve(VALIDATION_CSV), stream -> writeCsv(stream, table(Phase.VALIDATION)));
    }
  }

  private static void writeCsv(OutputStream stream, MetricsTable table) throws IOException {
    PythonJson text = new PythonJson(1 << 16);
    text.raw(String.join(",", table.columns())).raw("\n");
    for (int row = 0; row < table.size(); row++) {
      boolean first = true;
      for (String column : table.columns()) {
        text.raw(first ? "" : ",");
        first = false;
        double value = table.get(row, column);
        if (!Double.isNaN(value)) {
          number(text, column, value);
        }
      }
      text.raw("\n");
    }
    text.writeTo(stream, 0, text.length());
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new DatasetException("Cannot write %s: %s".formatted(file, IoReason.of(e)), e);
    }
  }
}
