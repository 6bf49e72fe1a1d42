package dev.wardrobe.cli;

import dev.wardrobe.files.DatasetException;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code wardrobe} command. */
@Command(
    name = "wardrobe",
    description = "DeepFashion2 in one tool: check it, count it, convert it.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {StatsCommand.class, CommandLine.HelpCommand.class},
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    footer = {
      "",
      "Examples are under each verb: wardrobe VERB --help",
      "New here? 'wardrobe demo' shows everything on made-up data."
    })
public final class Main implements Runnable {
  /** Everything went well and nothing is wrong with the data. */
  static final int OK = 0;

  /** The data has findings. */
  static final int FINDINGS = 1;

  /** The command line or what it points to is wrong. */
  static final int USAGE = 2;

  /** A fault of this program. */
  static final int INTERNAL = 3;

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    Locale.setDefault(Locale.ROOT);
    return new CommandLine(new Main())
        .setParameterExceptionHandler(Main::onUsage)
        .setExecutionExceptionHandler(Main::onFailure)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100);
  }

  /** Without a verb: the help. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  private static int onUsage(ParameterException problem, String[] args) {
    CommandLine command = problem.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("wardrobe: " + oneLine(String.valueOf(problem.getMessage())));
    err.println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
    err.flush();
    return USAGE;
  }

  private static int onFailure(
      Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    int code = USAGE;
    if (problem instanceof DatasetException) {
      err.println("wardrobe: " + oneLine(String.valueOf(problem.getMessage())));
    } else {
      code = INTERNAL;
      err.println(
          "wardrobe: a fault in wardrobe itself (%s); set WARDROBE_DEBUG=1 and report what it prints"
              .formatted(oneLine(problem.toString())));
    }
    if (System.getenv("WARDROBE_DEBUG") != null) {
      problem.printStackTrace(err);
    }
    err.flush();
    return code;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", "; ");
  }

  /** The version in the jar's manifest. */
  static final class Version implements IVersionProvider {
    /** Created by picocli. */
    Version() {}

    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {
        "wardrobe " + (version == null ? "(unpackaged)" : version),
        "Java " + Runtime.version() + " on " + System.getProperty("os.name")
      };
    }
  }
}
