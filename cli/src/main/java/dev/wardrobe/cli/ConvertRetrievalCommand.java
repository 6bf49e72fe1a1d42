package dev.wardrobe.cli;

import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.pairs.RetrievalLists;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wardrobe convert retrieval}: the query and gallery lists of one split. */
@Command(
    name = "retrieval",
    description = {
      "Write query_gt.json and gallery_gt.json of one split: the ground truth of retrieval.",
      "Queries are all items of consumer photos; the gallery, shop items with a style above 0."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Example:",
      "  wardrobe convert retrieval deepfashion2/validation -o lists/",
      "",
      "Exit code: 0 all written, 1 something was left out (and said), 2 usage."
    })
final class ConvertRetrievalCommand implements Callable<Integer> {
  @Mixin private DatasetArguments data;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description = "The folder for the two files.")
  private Path output = Path.of("");

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  ConvertRetrievalCommand() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    LeftOut leftOut = new LeftOut();
    Path query = output.resolve("query_gt.json");
    Path gallery = output.resolve("gallery_gt.json");
    RetrievalLists.Summary[] summary = new RetrievalLists.Summary[1];
    try (Dataset dataset = data.open()) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("a pair of retrieval lists");
      try (Progress progress = new Progress(err, "Converting", "photos", split.photoCount())) {
        ReadOptions reading = data.readOptions().withProgress(progress);
        AtomicFile.write(
            query,
            queryOut ->
                AtomicFile.write(
                    gallery,
                    galleryOut ->
                        summary[0] =
                            RetrievalLists.write(split, reading, leftOut, queryOut, galleryOut)));
      }
    }
    err.println(
        "Wrote %s: %s, %,d of them with a style above 0"
            .formatted(
                query,
                Words.count(summary[0].queries(), "consumer item"),
                summary[0].benchmarkQueries()));
    err.println("Wrote %s: %s".formatted(gallery, Words.count(summary[0].gallery(), "shop item")));
    return leftOut.report(err, data.path());
  }
}
