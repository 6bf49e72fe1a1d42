package dev.wardrobe.cli;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.report.Boxes;
import dev.wardrobe.report.ReportInput;
import dev.wardrobe.report.RetrievalCsv;
import dev.wardrobe.report.RetrievalJson;
import dev.wardrobe.report.RetrievalReport;
import dev.wardrobe.report.RetrievalText;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.retrieval.QueryItem;
import dev.wardrobe.retrieval.QueryOutcome;
import dev.wardrobe.retrieval.RetrievalCounts;
import dev.wardrobe.retrieval.RetrievalEvaluation;
import dev.wardrobe.retrieval.RetrievalGroundTruth;
import dev.wardrobe.retrieval.RetrievalResults;
import dev.wardrobe.retrieval.RetrievalScores;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wardrobe evaluate retrieval}: Tables 8 and 9. */
@Command(
    name = "retrieval",
    description = {
      "Score consumer-to-shop retrieval as deepfashion2_retrieval_test.py does.",
      "Prints its counters and Tables 8 and 9 with Match R-CNN's figures beside ours."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe evaluate retrieval --gt deepfashion2/validation --results found.json",
      "  wardrobe evaluate retrieval --query query_gt.json --gallery gallery_gt.json \\",
      "      --results found.json.gz --json scores.json",
      "",
      "The lists do not say the attributes: Table 9's subsets need --gt.",
      "Exit code: 0 scored, 1 something was left out (and said), 2 refused or usage."
    })
final class EvaluateRetrievalCommand implements Callable<Integer> {
  /** The choices as the command line spells them. */
  enum BoxChoice {
    detected(Boxes.DETECTED),
    ground_truth(Boxes.GROUND_TRUTH);

    private final Boxes boxes;

    BoxChoice(Boxes boxes) {
      this.boxes = boxes;
    }

    @Override
    public String toString() {
      return name().replace('_', '-');
    }
  }

  private static final String SCRIPT_ENDS = "the official script ends there, here ";

  @Option(
      names = "--gt",
      paramLabel = "DATA",
      description = "The data set or split with the ground truth, as a folder or a zip.")
  private @Nullable Path data;

  @Option(
      names = "--query",
      paramLabel = "FILE",
      description = "Instead of --gt: the list of query items, query_gt.json.")
  private @Nullable Path query;

  @Option(
      names = "--gallery",
      paramLabel = "FILE",
      description = "With --query: the list of gallery items, gallery_gt.json.")
  private @Nullable Path gallery;

  @Mixin private ResultsArguments results;

  @Option(
      names = "--boxes",
      paramLabel = "WHOSE",
      description =
          "detected or ground-truth: with which columns of Table 9 to compare. Default: as the"
              + " query boxes of the results are.")
  private @Nullable BoxChoice boxes;

  @Mixin private SliceArguments slices;
  @Mixin private OutputArguments output;
  @Mixin private ReadingArguments reading;
  @Spec private CommandSpec spec;

  /** Created by picocli. */
  EvaluateRetrievalCommand() {}

  @Override
  public Integer call() {
    output.check();
    BadResults bad = results.bad();
    requireOneGroundTruth();
    Optional<PhotoList> photos = slices.photos();
    LeftOut leftOut = new LeftOut();
    List<ReportInput> inputs = new ArrayList<>();
    RetrievalGroundTruth groundTruth =
        data == null ? readLists(inputs) : readSplit(data, leftOut, inputs);
    addFile(inputs, "results", results.file());
    slices.photosFile().ifPresent(file -> addFile(inputs, "photos", file));
    RetrievalResults rows = readResults(bad);
    RetrievalEvaluation evaluation = RetrievalEvaluation.of(groundTruth, rows);
    Predicate<QueryOutcome> among = among(photos);
    RetrievalReport report =
        RetrievalReport.of(
            evaluation,
            among,
            inputs,
            new RetrievalReport.Rules(
                Main.version(), bad, boxesOf(evaluation), slices.inWords(photos)),
            notes(evaluation, evaluation.scores(among), groundTruth, photos));
    output.write(
        () -> RetrievalText.of(report),
        () -> RetrievalText.brief(report),
        () -> RetrievalJson.of(report),
        () -> RetrievalCsv.of(report));
    PrintWriter err = spec.commandLine().getErr();
    int code = leftOut.report(err, Optional.ofNullable(data));
    return LeftOut.reportRecords(err, results.file(), rows.leftOut(), rows.problems().first())
        ? Main.FINDINGS
        : code;
  }

  private void requireOneGroundTruth() {
    boolean lists = query != null && gallery != null;
    boolean any = query != null || gallery != null;
    if (data != null ? any : !lists) {
      throw new ParameterException(
          spec.commandLine(), "Expected --gt DATA, or both --query FILE and --gallery FILE");
    }
  }

  private RetrievalGroundTruth readLists(List<ReportInput> inputs) {
    Path queryList = Objects.requireNonNull(query);
    Path galleryList = Objects.requireNonNull(gallery);
    addFile(inputs, "query list", queryList);
    addFile(inputs, "gallery list", galleryList);
    return RetrievalGroundTruth.readLists(queryList, galleryList);
  }

  private RetrievalGroundTruth readSplit(Path path, LeftOut leftOut, List<ReportInput> inputs) {
    if (path.toString().matches(".*\\.json(\\.gz)?")) {
      throw new ParameterException(
          spec.commandLine(),
          "Expected --gt with a folder or zip of the data set, but got %s: lists are given with --query and --gallery, and COCO files do not suffice"
              .formatted(path));
    }
    PrintWriter err = spec.commandLine().getErr();
    try (Dataset dataset = reading.open(path)) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("an evaluation");
      try (Progress progress = new Progress(err, "Reading", "photos", split.photoCount())) {
        if (output.wantsDigests()) {
          inputs.add(ReportInput.digestOf("ground truth", path, split, reading.readOptions()));
        }
        return RetrievalGroundTruth.of(
            split, reading.readOptions().withProgress(progress), leftOut);
      }
    }
  }

  private RetrievalResults readResults(BadResults bad) {
    PrintWriter err = spec.commandLine().getErr();
    try (Progress progress = Progress.ofFile(err, "Reading results", results.file())) {
      return RetrievalResults.read(results.file(), bad, progress.bytes());
    }
  }

  private void addFile(List<ReportInput> inputs, String role, Path file) {
    if (output.wantsDigests()) {
      inputs.add(ReportInput.digestOf(role, file));
    }
  }

  private Boxes boxesOf(RetrievalEvaluation evaluation) {
    if (boxes != null) {
      return boxes.boxes;
    }
    return evaluation.boxesAreGroundTruth() ? Boxes.GROUND_TRUTH : Boxes.DETECTED;
  }

  private Predicate<QueryOutcome> among(Optional<PhotoList> photos) {
    List<Category> categories = slices.categories();
    Predicate<QueryOutcome> listed =
        outcome -> photos.map(list -> list.contains(outcome.item().imageId())).orElse(true);
    return listed.and(outcome ->
        categories.isEmpty()
            || Category.ofId(outcome.item().category()).filter(categories::contains).isPresent());
  }

  private List<String> notes(
      RetrievalEvaluation evaluation,
      RetrievalScores scores,
      RetrievalGroundTruth groundTruth,
      Optional<PhotoList> photos) {
    List<String> notes = new ArrayList<>();
    photos.ifPresent(list ->
        add(
            notes,
            "Photos listed with --photos that have no query items",
            list.size()
                - groundTruth.queries().stream()
                    .mapToLong(QueryItem::imageId)
                    .filter(list::contains)
                    .distinct()
                    .count()));
    RetrievalCounts counts = evaluation.counts();
    add(notes, "Queries in photos without any row; not found", scores.withoutDetections());
    add(notes, "Queries without gallery item; " + SCRIPT_ENDS + "not found", scores.orphans());
    add(
        notes,
        "Rows with fewer than 20 results; " + SCRIPT_ENDS + "the rest are no hits",
        counts.shortRows());
    add(notes, "Bad records of the results that were left out", counts.leftOut());
    add(
        notes,
        "Rows for photos without query items; they count neither way",
        counts.rowsOfOtherPhotos());
    add(
        notes,
        "Photos with items of several pair ids; " + SCRIPT_ENDS + "each item keeps its own",
        counts.photosOfSeveralPairs());
    if (data == null) {
      notes.add("The lists do not say the attributes; give --gt DATA for the subsets of Table 9.");
    }
    return notes;
  }

  private static void add(List<String> notes, String what, long number) {
    if (number > 0) {
      notes.add("%s: %,d.".formatted(what, number));
    }
  }
}
