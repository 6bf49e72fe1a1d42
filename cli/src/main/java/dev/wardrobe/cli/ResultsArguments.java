package dev.wardrobe.cli;

import dev.wardrobe.results.BadResults;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is scored, and what to do with bad records of it. */
final class ResultsArguments {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--results",
      required = true,
      paramLabel = "FILE",
      description = "What a model found, in the official JSON format; may be gzipped or zipped.")
  private Path results = Path.of("");

  @Option(
      names = "--lenient",
      description = "Leave bad records out and count them. Default: list them and score nothing.")
  private boolean lenient;

  @Option(
      names = "--as-official",
      description = "Take the bad records that the official tools take, and score them as they do.")
  private boolean official;

  /** Created by picocli. */
  ResultsArguments() {}

  /** The file with the results. */
  Path file() {
    return results;
  }

  /** What to do with bad records. */
  BadResults bad() {
    if (lenient && official) {
      throw new ParameterException(
          spec.commandLine(), "Only one of --lenient and --as-official can be given");
    }
    return lenient ? BadResults.SKIP : official ? BadResults.OFFICIAL : BadResults.REFUSE;
  }
}
