package dev.wardrobe.cli;

import dev.wardrobe.coco.CocoOptions;
import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.coco.CocoWriter;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ReadOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wardrobe convert coco}: one split as a COCO file. */
@Command(
    name = "coco",
    description = {
      "Write one split as a COCO file, byte for byte as deepfashion2_to_coco.py.",
      "The file appears when it is complete; a killed run leaves no half file."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe convert coco deepfashion2/validation -o val.json",
      "  wardrobe convert coco deepfashion2/validation.zip -o val.json --attributes",
      "  wardrobe convert coco deepfashion2/validation -o keypoints_val_vis.json --landmarks vis",
      "",
      "Exit code: 0 all written, 1 something was left out (and said), 2 usage."
    })
final class ConvertCocoCommand implements Callable<Integer> {
  /** The choices as the command line spells them. */
  enum Landmarks {
    vis(LandmarkChoice.VISIBLE),
    vis_and_occ(LandmarkChoice.VISIBLE_AND_OCCLUDED);

    private final LandmarkChoice choice;

    Landmarks(LandmarkChoice choice) {
      this.choice = choice;
    }

    /** What it means. */
    LandmarkChoice choice() {
      return choice;
    }

    @Override
    public String toString() {
      return name().replace('_', '-');
    }
  }

  @Mixin private DatasetArguments data;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write.")
  private Path output = Path.of("");

  @Option(
      names = "--attributes",
      description = "Add source, scale, occlusion, zoom_in and viewpoint to each annotation.")
  private boolean attributes;

  @Option(
      names = "--landmarks",
      paramLabel = "WHICH",
      description = "vis: visible landmarks only; vis-and-occ: occluded ones too (default).")
  private Landmarks landmarks = Landmarks.vis_and_occ;

  @Option(
      names = "--keep-num-keypoints",
      description =
          "With --landmarks vis: let num_keypoints count the occluded ones too."
              + " Default: recount, since what the official file does is unknown.")
  private boolean keepCounts;

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  ConvertCocoCommand() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    LeftOut leftOut = new LeftOut();
    CocoWriter.Summary done;
    long start = System.nanoTime();
    try (Dataset dataset = data.open()) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("a COCO file");
      CocoOptions options = new CocoOptions(attributes, landmarks.choice, !keepCounts);
      try (Progress progress = new Progress(err, "Converting", "photos", split.photoCount())) {
        ReadOptions reading = data.readOptions().withProgress(progress);
        done = CocoWriter.write(split, reading, options, leftOut, output);
      }
    }
    err.println(
        "Wrote %s: %s, %s in %s"
            .formatted(
                output,
                Words.count(done.images(), "image"),
                Words.count(done.annotations(), "annotation"),
                Words.seconds((System.nanoTime() - start) / 1e9)));
    if (done.photosWithoutSize() > 0) {
      err.println(
          "wardrobe: left out %s of unknown size ('wardrobe validate' names them); give --sizes"
              .formatted(Words.count(done.photosWithoutSize(), "photo")));
    }
    int code = leftOut.report(err, data.path());
    return done.photosWithoutSize() > 0 ? Main.FINDINGS : code;
  }
}
