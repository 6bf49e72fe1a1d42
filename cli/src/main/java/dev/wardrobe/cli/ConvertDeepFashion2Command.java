package dev.wardrobe.cli;

import dev.wardrobe.coco.CocoDataset;
import dev.wardrobe.coco.CocoReader;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AnnotationFolder;
import dev.wardrobe.files.SplitLayout;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wardrobe convert deepfashion2}: a COCO file as annotation files. */
@Command(
    name = "deepfashion2",
    description = {
      "Write a COCO file as DeepFashion2 annotation files: FOLDER/annos/NNNNNN.json.",
      "Reads our files, the official ones, and others with DeepFashion2's category names."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe convert deepfashion2 ours-with-attributes.json -o back/validation",
      "  wardrobe convert deepfashion2 theirs.json -o theirs/train --source user",
      "",
      "Only files written with --attributes say source, scale, occlusion, zoom_in and viewpoint.",
      "The photos' sizes go to FOLDER/sizes.json, for --sizes.",
      "Exit code: 0 all written, 1 something was left out (and said), 2 usage."
    })
final class ConvertDeepFashion2Command implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "COCO", description = "A COCO ground truth file.")
  private Path coco;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description = "The folder to fill; its annos/ must be empty or absent.")
  private Path output = Path.of("");

  @Option(
      names = "--source",
      paramLabel = "WHO",
      description = "shop or user, for photos whose source the file does not say.")
  private @Nullable Source source;

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  ConvertDeepFashion2Command() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    LeftOut leftOut = new LeftOut();
    CocoDataset dataset = CocoReader.read(coco, leftOut);
    int written =
        AnnotationFolder.write(dataset.photos(), output, Optional.ofNullable(source), leftOut);
    err.println(
        "Wrote %s to %s and the photos' sizes to %s"
            .formatted(
                Words.count(written, "annotation file"),
                output.resolve(SplitLayout.ANNOTATIONS),
                output.resolve(SplitLayout.SIZES)));
    int code = leftOut.report(err, Optional.empty());
    if (source == null && dataset.photos().stream().anyMatch(photo -> photo.source().isEmpty())) {
      err.println(
          "wardrobe: the file does not say who took the photos: give --source shop or --source user");
    }
    return code;
  }
}
