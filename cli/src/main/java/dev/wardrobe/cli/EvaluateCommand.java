package dev.wardrobe.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wardrobe evaluate}: groups the benchmark's four tasks. */
@Command(
    name = "evaluate",
    description = "Score results of a model as the benchmark does, beside the published figures.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "TASK",
    commandListHeading = "%nTasks:%n",
    subcommands = {
      EvaluateDetectionCommand.class,
      EvaluateSegmentationCommand.class,
      EvaluateLandmarksCommand.class,
      EvaluateRetrievalCommand.class,
    },
    footer = {"", "Examples are under each task: wardrobe evaluate detection --help"})
final class EvaluateCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Created by picocli. */
  EvaluateCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
