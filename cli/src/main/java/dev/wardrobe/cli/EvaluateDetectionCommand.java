package dev.wardrobe.cli;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.evaluation.Task;
import picocli.CommandLine.Command;

/** {@code wardrobe evaluate detection}: Tables 2 and 3. */
@Command(
    name = "detection",
    description = {
      "Score boxes as the official cocoeval.py does.",
      "Prints its 12 lines and Tables 2 and 3 with Match R-CNN's figures beside ours."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe evaluate detection --gt deepfashion2/validation --results found.json",
      "  wardrobe evaluate detection --gt val.json --results found.json.gz --json scores.json",
      "  wardrobe evaluate detection --gt val.json --results found.json --category skirt,vest",
      "",
      "Results are records of image_id, category_id, bbox [x, y, width, height] and score.",
      "Exit code: 0 scored, 1 something was left out (and said), 2 refused or usage."
    })
final class EvaluateDetectionCommand extends EvaluationArguments {
  /** Created by picocli. */
  EvaluateDetectionCommand() {}

  @Override
  public Integer call() {
    return evaluate(Task.DETECTION, LandmarkChoice.VISIBLE_AND_OCCLUDED);
  }
}
