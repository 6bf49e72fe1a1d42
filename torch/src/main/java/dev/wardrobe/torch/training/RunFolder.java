package dev.wardrobe.torch.training;

import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.IoReason;
import dev.wardrobe.json.IndentedJson;
import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.ConfigJson;
import dev.wardrobe.model.config.StrictJson;
import dev.wardrobe.model.weights.ModelFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The folder of a training: {@code last.safetensors} to go on from, {@code best.safetensors} to
 * predict with, {@code config.json}, {@code weights.txt} where it started from weights, the metrics
 * ({@code metrics.jsonl}, {@code metrics.csv}, {@code validation.csv}), {@code index.html} to look
 * at, and {@code validation} with what the newest model found.
 *
 * @param path where it is
 */
public record RunFolder(Path path) {
  /** Weights, their average, the optimizer's state: all that is needed to go on. */
  public static final String LAST = "last.safetensors";

  /** The weights to predict with. */
  public static final String BEST = "best.safetensors";

  /** The page. */
  public static final String PAGE = "index.html";

  static final String CONFIG = "config.json";
  static final String VALIDATION = "validation";

  /** Which of the weights that it started from were loaded. */
  static final String WEIGHTS = "weights.txt";

  private static final String LOCK = ".lock";

  /** The name of the run. */
  public String name() {
    return String.valueOf(path.toAbsolutePath().normalize().getFileName());
  }

  /** Whether there is a training that can be gone on with. */
  public boolean resumable() {
    return Files.isRegularFile(last());
  }

  /** The file to predict with: the best model, or as long as there is none the newest state. */
  public String modelName() {
    return Files.isRegularFile(best()) ? BEST : LAST;
  }

  /**
   * Whether there is nothing in it, or no such folder.
   *
   * @throws DatasetException if it cannot be read, or is no folder
   */
  public boolean isFree() {
    if (!Files.exists(path)) {
      return true;
    }
    try (var files = Files.newDirectoryStream(path, file -> !file.endsWith(LOCK))) {
      return !files.iterator().hasNext();
    } catch (IOException e) {
      throw new DatasetException("Cannot read %s: %s".formatted(path, IoReason.of(e)), e);
    }
  }

  /**
   * The config of the training that was begun here.
   *
   * @throws DatasetException if there is none
   */
  public Config config() {
    try (ModelFile file = open()) {
      return file.config();
    }
  }

  /** The seed of the training that was begun here; empty if its file does not tell. */
  public OptionalLong seed() {
    try (ModelFile file = open()) {
      return file.provenance().get("seed") instanceof Long seed
          ? OptionalLong.of(seed)
          : OptionalLong.empty();
    }
  }

  ModelFile open() {
    if (!resumable()) {
      throw new DatasetException(
          "There is no training to go on with in %s: found no %s; begin one in a new folder, without --resume"
              .formatted(path, LAST));
    }
    return ModelFile.open(last());
  }

  Path last() {
    return path.resolve(LAST);
  }

  Path best() {
    return path.resolve(BEST);
  }

  Path validation() {
    return path.resolve(VALIDATION);
  }

  /** The config as it stands in {@value #CONFIG}. */
  static String indented(Config config) {
    byte[] json =
        IndentedJson.of(generator -> write(generator, StrictJson.parse(ConfigJson.write(config))));
    return new String(json, StandardCharsets.UTF_8);
  }

  private static void write(JsonGenerator generator, JsonNode node) {
    if (!node.isObject()) {
      generator.writeRawValue(node.toString());
      return;
    }
    generator.writeStartObject();
    node.properties()
        .forEach(field -> {
          generator.writeName(field.getKey());
          write(generator, field.getValue());
        });
    generator.writeEndObject();
  }

  void write(String name, String text) {
    AtomicFile.write(path.resolve(name), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Makes the folder, and keeps other trainings out of it until the result is closed.
   *
   * @throws DatasetException if another training works in it, or it cannot be made
   */
  FileChannel lock() {
    try {
      Files.createDirectories(path);
      FileChannel channel =
          FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new DatasetException(
            "Another training works in %s: wait for its end, or give another folder"
                .formatted(path));
      }
      return channel;
    } catch (IOException e) {
      throw new DatasetException("Cannot write to %s: %s".formatted(path, IoReason.of(e)), e);
    }
  }

  /**
   * Deletes what killed writers left: a file that has not got its name yet. To be called while the
   * folder is locked.
   */
  void deleteUnfinished() {
    try (var files = Files.newDirectoryStream(path, RunFolder::isUnfinished)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new DatasetException("Cannot tidy %s: %s".formatted(path, IoReason.of(e)), e);
    }
  }

  private static boolean isUnfinished(Path file) {
    return String.valueOf(file.getFileName()).matches("\\..+\\.[0-9a-f-]{36}\\.part");
  }

  /** Where the file system has no locks, nobody is kept out. */
  private static boolean locked(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
