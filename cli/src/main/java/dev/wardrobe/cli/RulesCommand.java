package dev.wardrobe.cli;

import dev.wardrobe.files.Rule;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wardrobe rules}: what validate looks for. */
@Command(
    name = "rules",
    description = "List what 'validate' looks for, and what each finding means for readers.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example, for 'validate --ignore':",
      "  wardrobe rules",
    })
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** Created by picocli. */
  RulesCommand() {}

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    for (Rule.Group group : Rule.Group.values()) {
      out.println(group.label());
      for (Rule rule : Rule.values()) {
        if (rule.group() == group) {
          out.println(
              "  %-24s %-15s %s"
                  .formatted(rule.code(), rule.consequence().label(), rule.description()));
        }
      }
    }
    out.flush();
  }
}
