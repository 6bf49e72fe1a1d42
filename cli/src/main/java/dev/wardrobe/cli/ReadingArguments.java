package dev.wardrobe.cli;

import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How to read a data set: the same words for every verb. */
class ReadingArguments {
  static final int MOST_THREADS = 256;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Mixin private PasswordArgument password;

  @Option(
      names = "--sizes",
      paramLabel = "FILE",
      description =
          "Photo sizes where the photos are not there: {\"000001\": [width, height], ...}.")
  private @Nullable Path sizes;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that read and parse. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** Created by picocli. */
  ReadingArguments() {}

  /** Opens a data set; to be closed. */
  final Dataset open(Path path) {
    requireThreads();
    return Dataset.open(
        path,
        new DatasetOptions(
            () -> password.ask(path), sizes == null ? ImageSizes.NONE : ImageSizes.read(sizes)));
  }

  /** The file with the photos' sizes, if there is one. */
  final Optional<Path> sizes() {
    return Optional.ofNullable(sizes);
  }

  /** How many threads read and parse. */
  final int threads() {
    requireThreads();
    return threads;
  }

  /** How to read it, silently. */
  final ReadOptions readOptions() {
    return ReadOptions.defaults().withThreads(threads);
  }

  /** Before anything is printed. */
  private void requireThreads() {
    if (threads < 1 || threads > MOST_THREADS) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --threads 1 to %d, but got %d".formatted(MOST_THREADS, threads));
    }
  }
}
