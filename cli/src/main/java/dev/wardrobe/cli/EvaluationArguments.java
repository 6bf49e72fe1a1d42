package dev.wardrobe.cli;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.evaluation.SubsetRule;
import dev.wardrobe.evaluation.Task;
import java.nio.file.Path;
import java.util.Optional;
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

  @Mixin private OutputArguments output;
  @Mixin private ReadingArguments reading;

  @Spec private CommandSpec spec;

  /** Evaluates with these arguments; gives the exit code. */
  final int evaluate(Task task, LandmarkChoice landmarks) {
    if (curves && !output.wantsFiles()) {
      throw new ParameterException(spec.commandLine(), "--curves needs --json FILE or --csv FILE");
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

  final OutputArguments output() {
    return output;
  }

  final ReadingArguments reading() {
    return reading;
  }
}
