package dev.wardrobe.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wardrobe convert}: groups the conversions. */
@Command(
    name = "convert",
    description =
        "Convert annotations to COCO, to retrieval lists, from COCO back; results of landmarks.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "FORMAT",
    commandListHeading = "%nFormats:%n",
    subcommands = {
      ConvertCocoCommand.class,
      ConvertRetrievalCommand.class,
      ConvertDeepFashion2Command.class,
      ConvertLandmarksCommand.class,
    },
    footer = {"", "Examples are under each format: wardrobe convert coco --help"})
final class ConvertCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Created by picocli. */
  ConvertCommand() {}

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
