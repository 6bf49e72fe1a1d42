package dev.wardrobe.cli;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.evaluation.SubsetRule;
import dev.wardrobe.evaluation.Task;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands for boxes, masks and landmarks have in common. */
abstract class EvaluationArguments implements Callable<Integer> {
  /** The choices as the command line spells them. */
  enum Rule {
    ignore(SubsetRule.IGNORE),
    drop(SubsetRule.DROP),
    images_any(SubsetRule.IMAGES_ANY),
    images_all(SubsetRule.IMAGES_ALL);

    private final SubsetRule rule;

    Rule(SubsetRule rule) {
      this.rule = rule;
    }

    @Override
    public String toString() {
      return name().replace('_', '-');
    }
  }

  private static final int MOST_SAMPLES = 100_000;

  @Option(
      names = "--gt",
      required = true,
      paramLabel = "GT",
      description = "The ground truth: a split of the data set (folder or zip), or a COCO file.")
  private Path groundTruth = Path.of("");

  @Mixin private ResultsArguments results;

  @Option(
      names = "--subset-rule",
      paramLabel = "RULE",
      description = {
        "What the subset columns do with items outside; the authors never said what they do.",
        "ignore: detections on them count neither way (default).",
        "drop: detections on them are false positives.",
        "images-any: as ignore, but only photos with an item of the subset.",
        "images-all: only photos that have nothing else."
      })
  private Rule rule = Rule.ignore;

  @Option(
      names = "--source",
      paramLabel = "WHO",
      description = "Score only photos of shop or user.")
  private @Nullable Source source;

  @Mixin private SliceArguments slices;

  @Option(names = "--curves", description = "Add precision and score by recall to --json or --csv.")
  private boolean curves;

  @Option(
      names = "--intervals",
      arity = "0..1",
      fallbackValue = "1000",
      paramLabel = "N",
      description = {
        "Add 95 %% intervals of AP, AP50 and AP75, overall, by category and by subset: how far",
        "they would move with other photos, by drawing N samples of the photos. Without N: 1000."
      })
  private @Nullable Integer intervals;

  @Mixin private OutputArguments output;
  @Mixin private ReadingArguments reading;

  @Spec private CommandSpec spec;

  /** Evaluates with these arguments; gives the exit code. */
  final int evaluate(Task task, LandmarkChoice landmarks) {
    if (curves && !output.wantsFiles()) {
      throw new ParameterException(spec.commandLine(), "--curves needs --json FILE or --csv FILE");
    }
    if (intervals != null && (intervals < 1 || intervals > MOST_SAMPLES)) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --intervals 1 to %d, but got %d".formatted(MOST_SAMPLES, intervals));
    }
    return new ItemEvaluation(task, landmarks, this, spec.commandLine().getErr()).run();
  }

  final Path groundTruth() {
    return groundTruth;
  }

  final ResultsArguments results() {
    return results;
  }

  final SubsetRule rule() {
    return rule.rule;
  }

  final Optional<Source> source() {
    return Optional.ofNullable(source);
  }

  final SliceArguments slices() {
    return slices;
  }

  final boolean curves() {
    return curves;
  }

  /** How many samples intervals are made from; empty for no intervals. */
  final OptionalInt intervals() {
    return intervals == null ? OptionalInt.empty() : OptionalInt.of(intervals);
  }

  final OutputArguments output() {
    return output;
  }

  final ReadingArguments reading() {
    return reading;
  }
}
