package dev.wardrobe.cli;

import dev.wardrobe.cli.ConvertCocoCommand.Landmarks;
import dev.wardrobe.evaluation.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wardrobe evaluate landmarks}: Tables 4 and 5. */
@Command(
    name = "landmarks",
    description = {
      "Score landmarks as the official cocoeval.py does, by OKS with DeepFashion2's 294 sigmas.",
      "Prints its 10 lines and Tables 4 and 5 with Match R-CNN's figures beside ours."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe evaluate landmarks --gt deepfashion2/validation --results found.json",
      "  wardrobe evaluate landmarks --gt val.json --results found.json --landmarks vis",
      "",
      "Results are records of image_id, category_id, keypoints [x, y, v, ...] and score,",
      "or in the compact form that 'wardrobe convert landmarks' writes.",
      "Exit code: 0 scored, 1 something was left out (and said), 2 refused or usage."
    })
final class EvaluateLandmarksCommand extends EvaluationArguments {
  @Option(
      names = "--landmarks",
      paramLabel = "WHICH",
      description =
          "Which landmarks of the ground truth count. vis: visible ones only, num_keypoints counted"
              + " anew; vis-and-occ: occluded ones too (default).")
  private Landmarks landmarks = Landmarks.vis_and_occ;

  /** Created by picocli. */
  EvaluateLandmarksCommand() {}

  @Override
  public Integer call() {
    return evaluate(Task.LANDMARKS, landmarks.choice());
  }
}
