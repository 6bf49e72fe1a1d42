package dev.wardrobe.cli;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.results.ResultsException;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code wardrobe} command. */
@Command(
    name = "wardrobe",
    description = "DeepFashion2 in one tool: check it, count it, convert it, score results on it.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    subcommands = {
      DemoCommand.class,
      ValidateCommand.class,
      StatsCommand.class,
      EvaluateCommand.class,
      ConvertCommand.class,
      PairsCommand.class,
      SynthesizeCommand.class,
      TrainCommand.class,
      PredictCommand.class,
      ExportCommand.class,
      CategoriesCommand.class,
      RulesCommand.class,
      TrainingRunCommand.class,
      CommandLine.HelpCommand.class
    },
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

  private static final Pattern CHOICES =
      Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was ('.*')");

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    WatchedOutput out = new WatchedOutput(new FileOutputStream(FileDescriptor.out));
    CommandLine command =
        commandLine()
            .setOut(
                new PrintWriter(
                    new BufferedWriter(new OutputStreamWriter(out, System.out.charset())), true));
    int code;
    try {
      code = run(command, out, args);
    } catch (OutOfMemoryError e) {
      command
          .getErr()
          .println(
              "wardrobe: %,d MB of memory were not enough: allow more, such as WARDROBE_JAVA_OPTS=-Xmx8g"
                  .formatted(Runtime.getRuntime().maxMemory() >> 20));
      code = USAGE;
    }
    command.getErr().flush();
    System.exit(code);
  }

  /** Runs one command; printing to where nothing more fits is a failure, too. */
  static int run(CommandLine command, WatchedOutput out, String... args) {
    int code = command.execute(args);
    command.getOut().flush();
    if (out.failure().isPresent()) {
      command.getErr().println("wardrobe: " + StandardOutput.problem(out.failure().get()));
      return USAGE;
    }
    return code;
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
    err.println("wardrobe: " + oneLine(wording(problem)));
    err.println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
    err.flush();
    return USAGE;
  }

  private static int onFailure(
      Exception problem, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = command.getErr();
    int code = USAGE;
    if (problem instanceof ResultsException refusal) {
      refusal.problems().forEach(bad -> err.println(oneLine(bad.toString())));
      if (refusal.count() > refusal.problems().size()) {
        err.println("... and %,d more".formatted(refusal.count() - refusal.problems().size()));
      }
      err.println("wardrobe: " + oneLine(String.valueOf(refusal.getMessage())));
    } else if (problem instanceof DatasetException) {
      err.println("wardrobe: " + oneLine(String.valueOf(problem.getMessage())));
    } else {
      code = INTERNAL;
      err.println(
          "wardrobe: a fault in wardrobe itself (%s); set WARDROBE_DEBUG=1 and report what it prints"
              .formatted(firstLine(problem.toString())));
    }
    if (System.getenv("WARDROBE_DEBUG") != null) {
      problem.printStackTrace(err);
    }
    err.flush();
    return code;
  }

  private static String wording(ParameterException problem) {
    if (problem instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
      String argument = unmatched.getUnmatched().getFirst();
      CommandSpec command = problem.getCommandLine().getCommandSpec();
      if (command.subcommands().isEmpty()) {
        return "'%s' is one argument too many".formatted(argument);
      }
      // picocli always has some; only those that begin alike are likely meant.
      List<String> near =
          unmatched.getSuggestions().stream()
              .filter(name -> !argument.isEmpty() && name.charAt(0) == argument.charAt(0))
              .toList();
      return "'%s' is no %s%s"
          .formatted(
              argument,
              command.usageMessage().synopsisSubcommandLabel().toLowerCase(Locale.ROOT),
              near.isEmpty() ? "" : "; did you mean '" + near.getFirst() + "'?");
    }
    return plain(String.valueOf(problem.getMessage()));
  }

  /** Says without a programmer's words what the parser of options found. */
  private static String plain(String message) {
    Matcher choices = CHOICES.matcher(message);
    if (choices.find()) {
      List<String> words =
          Arrays.stream(choices.group(1).toLowerCase(Locale.ROOT).replace('_', '-').split(", "))
              .distinct()
              .toList();
      return choices.replaceFirst("$2 is none of " + String.join(", ", words));
    }
    return message
        .replaceFirst("(?<='\\+?\\d{1,99}') is not an? (int|long)$", " is too large")
        .replaceFirst("(?<='-\\d{1,99}') is not an? (int|long)$", " is too small")
        .replaceFirst(" is not an? (int|long)$", " is no whole number")
        .replaceFirst(" is not a double$", " is no number");
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", "; ");
  }

  /** Of native code's errors the other lines are a native trace. */
  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("").strip();
  }

  /** The version in the jar's manifest. */
  static String version() {
    String version = Main.class.getPackage().getImplementationVersion();
    return version == null ? "(unpackaged)" : version;
  }

  /** The version as {@code --version} prints it. */
  static final class Version implements IVersionProvider {
    /** Created by picocli. */
    Version() {}

    @Override
    public String[] getVersion() {
      return new String[] {
        "wardrobe " + version(),
        "Java " + Runtime.version() + " on " + System.getProperty("os.name")
      };
    }
  }
}
