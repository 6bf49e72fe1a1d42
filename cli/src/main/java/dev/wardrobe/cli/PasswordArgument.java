package dev.wardrobe.cli;

import dev.wardrobe.files.DatasetException;
import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The password of encrypted zips: an option, a variable, or a question. */
final class PasswordArgument {
  private static final String VARIABLE = "DEEPFASHION2_PASSWORD";

  @Option(
      names = "--password",
      paramLabel = "TEXT",
      description =
          "Password of the zips. Better: the variable " + VARIABLE + ", or wait to be asked.")
  private char @Nullable [] password;

  /** Created by picocli. */
  PasswordArgument() {}

  /**
   * The password of the zips in a place.
   *
   * @throws DatasetException if none was given and nobody can be asked
   */
  char[] ask(Path path) {
    if (password != null) {
      return password;
    }
    String variable = System.getenv(VARIABLE);
    if (variable != null) {
      return variable.toCharArray();
    }
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readPassword("Password of the zips in %s: ", path))
        .orElseThrow(() ->
            new DatasetException(
                "The zips in %s are encrypted: give their password in the variable %s or with --password"
                    .formatted(path, VARIABLE)));
  }
}
