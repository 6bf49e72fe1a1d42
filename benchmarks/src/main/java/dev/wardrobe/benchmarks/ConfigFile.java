package dev.wardrobe.benchmarks;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.config.ConfigJson;
import dev.wardrobe.model.config.Streams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a recipe with boxes and masks only, which is what the peer can do, as a config file.
 *
 * <p>Arguments: FILE RECIPE [KEY=VALUE ...].
 */
public final class ConfigFile {
  private ConfigFile() {}

  /** Writes the file. */
  public static void main(String[] args) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 2; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      values.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    Config config = Config.recipe(args[1]).withStreams(new Streams(true, true, false, false));
    Files.writeString(Path.of(args[0]), ConfigJson.write(config.with(values)) + "\n");
  }

  /** Reads a file. */
  static Config read(String file) throws IOException {
    return ConfigJson.read(Files.readString(Path.of(file)), file);
  }
}
