package dev.wardrobe.cli;

import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.files.Rule;
import dev.wardrobe.validation.FindingTally;
import dev.wardrobe.validation.Validator;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code wardrobe validate}: everything wrong with a data set. */
@Command(
    name = "validate",
    description = {
      "Check a data set: files, annotations, geometry, attributes, pairs.",
      "Each finding names file, item and field, what is there and what was expected."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe validate deepfashion2",
      "  wardrobe validate deepfashion2/train.zip --show 20",
      "  wardrobe validate deepfashion2/validation --decode",
      "  wardrobe validate deepfashion2 --json > findings.json",
      "",
      "Exit code: 0 clean, 1 findings, 2 usage."
    })
final class ValidateCommand implements Callable<Integer> {
  @Mixin private DatasetArguments data;

  @Option(
      names = "--decode",
      description = "Also decode every photo to the last pixel (far slower).")
  private boolean decode;

  @Option(
      names = "--show",
      paramLabel = "N",
      description = "Findings shown of each kind. Default: ${DEFAULT-VALUE}.")
  private int show = 5;

  @Option(
      names = "--ignore",
      paramLabel = "RULE",
      split = ",",
      converter = RuleConverter.class,
      description = "Kinds of findings that do not count, such as image-rotated.")
  private List<Rule> ignore = new ArrayList<>();

  @Option(names = "--json", description = "Print all findings as one JSON object instead.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  ValidateCommand() {}

  /** Reads rule codes. */
  static final class RuleConverter implements ITypeConverter<Rule> {
    /** Created by picocli. */
    RuleConverter() {}

    @Override
    public Rule convert(String code) {
      return Arrays.stream(Rule.values())
          .filter(rule -> rule.code().equals(code))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "'%s' is no rule; 'wardrobe rules' lists them".formatted(code)));
    }
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Set<Rule> ignored = EnumSet.noneOf(Rule.class);
    ignored.addAll(ignore);
    ValidationReport report =
        json ? new JsonReport(out, data.path()) : new TextReport(out, Math.max(0, show));
    long total = 0;
    try (Dataset dataset = data.open()) {
      report.begin();
      for (DatasetSplit split : dataset.splits()) {
        total += validate(split, report, ignored);
      }
    }
    report.end(total);
    out.flush();
    return total == 0 ? Main.OK : Main.FINDINGS;
  }

  private long validate(DatasetSplit split, ValidationReport report, Set<Rule> ignored) {
    report.beginSplit(split);
    Consumer<Finding> each = report::finding;
    FindingTally tally = new FindingTally(Math.max(0, show), ignored, each);
    PrintWriter err = spec.commandLine().getErr();
    String what = "Checking " + split.name();
    long start = System.nanoTime();
    Validator.Summary summary;
    try (Progress progress = new Progress(err, what, "photos", split.photoCount())) {
      ReadOptions reading = data.readOptions().withProgress(progress);
      summary = Validator.validate(split, reading, decode, tally);
    }
    report.endSplit(split, summary, tally, (System.nanoTime() - start) / 1e9);
    return tally.total();
  }
}
