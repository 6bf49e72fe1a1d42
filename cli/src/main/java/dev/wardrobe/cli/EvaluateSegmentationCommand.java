package dev.wardrobe.cli;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.evaluation.Task;
import picocli.CommandLine.Command;

/** {@code wardrobe evaluate segmentation}: Tables 6 and 7. */
@Command(
    name = "segmentation",
    description = {
      "Score masks as the official cocoeval.py does.",
      "Prints its 12 lines and Tables 6 and 7 with Match R-CNN's figures beside ours."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe evaluate segmentation --gt deepfashion2/validation --results found.json",
      "  wardrobe evaluate segmentation --gt val.json --results found.json.gz --json scores.json",
      "  wardrobe evaluate segmentation --gt val.json --results found.json --category skirt,vest",
      "",
      "Results are records of image_id, category_id, segmentation {size, counts} and score.",
      "Exit code: 0 scored, 1 something was left out (and said), 2 refused or usage."
    })
final class EvaluateSegmentationCommand extends EvaluationArguments {
  /** Created by picocli. */
  EvaluateSegmentationCommand() {}

  @Override
  public Integer call() {
    return evaluate(Task.SEGMENTATION, LandmarkChoice.VISIBLE_AND_OCCLUDED);
  }
}
