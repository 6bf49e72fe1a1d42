package dev.wardrobe.cli;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.evaluation.Bootstrap;
import dev.wardrobe.evaluation.CategoryScores;
import dev.wardrobe.evaluation.Evaluation;
import dev.wardrobe.evaluation.ItemSelection;
import dev.wardrobe.evaluation.ReadDetections;
import dev.wardrobe.evaluation.ScoreIntervals;
import dev.wardrobe.evaluation.Subset;
import dev.wardrobe.evaluation.SubsetScores;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.ReadGroundTruth;
import dev.wardrobe.report.Curve;
import dev.wardrobe.report.EvaluationCsv;
import dev.wardrobe.report.EvaluationJson;
import dev.wardrobe.report.EvaluationReport;
import dev.wardrobe.report.EvaluationRules;
import dev.wardrobe.report.EvaluationText;
import dev.wardrobe.report.ReportIntervals;
import dev.wardrobe.report.Slice;
import dev.wardrobe.results.BadResults;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One run of {@code wardrobe evaluate} on boxes, masks or landmarks. */
final class ItemEvaluation {
  private static final long SEED = 1;

  private final Task task;
  private final LandmarkChoice landmarks;
  private final EvaluationArguments arguments;
  private final PrintWriter err;
  private final EvaluationInputs inputs;

  ItemEvaluation(
      Task task, LandmarkChoice landmarks, EvaluationArguments arguments, PrintWriter err) {
    this.task = task;
    this.landmarks = landmarks;
    this.arguments = arguments;
    this.err = err;
    inputs = new EvaluationInputs(task, arguments, err);
  }

  /** Reads, scores and writes; gives the exit code. */
  int run() {
    arguments.output().check();
    BadResults bad = arguments.results().bad();
    Optional<PhotoList> photos = arguments.slices().photos();
    ReadGroundTruth read = inputs.groundTruth(landmarks);
    GroundTruth groundTruth = read.groundTruth();
    ItemSlice slice =
        new ItemSlice(groundTruth, arguments.source(), arguments.slices().categories(), photos);
    ReadDetections found = inputs.detections(groundTruth, bad);
    Evaluation evaluation = Evaluation.of(task, groundTruth, found.detections(), slice.selection());
    EvaluationReport report = report(read, found, evaluation, slice, rules(bad, slice, photos));
    arguments
        .output()
        .write(
            () -> EvaluationText.of(report),
            () -> EvaluationText.brief(report),
            () -> EvaluationJson.of(report),
            () -> EvaluationCsv.of(report));
    return leftOut(read, found, slice);
  }

  private EvaluationRules rules(BadResults bad, ItemSlice slice, Optional<PhotoList> photos) {
    List<Slice> slices = new ArrayList<>(slice.inWords());
    slices.addAll(arguments.slices().inWords(photos));
    return new EvaluationRules(Main.version(), bad, arguments.rule(), landmarks, slices);
  }

  private EvaluationReport report(
      ReadGroundTruth read,
      ReadDetections found,
      Evaluation evaluation,
      ItemSlice slice,
      EvaluationRules rules) {
    GroundTruth groundTruth = read.groundTruth();
    ItemSelection selection = slice.selection();
    List<CategoryScores> categories = evaluation.categories();
    return new EvaluationReport(
        inputs.inputs(),
        rules,
        new EvaluationReport.Counts(
            IntStream.range(0, groundTruth.imageCount()).filter(selection.photos()).count(),
            categories.stream().mapToLong(c -> c.items() + c.ignored()).sum(),
            categories.stream().mapToLong(CategoryScores::detections).sum(),
            read.leftOut() + found.leftOut()),
        notes(read, found, categories, slice),
        evaluation.summary(),
        categories,
        subsets(groundTruth, found, selection),
        arguments.curves() ? Curve.of(evaluation, groundTruth) : List.of(),
        intervals(groundTruth, found, selection));
  }

  private Optional<ReportIntervals> intervals(
      GroundTruth groundTruth, ReadDetections found, ItemSelection selection) {
    if (arguments.intervals().isEmpty()) {
      return Optional.empty();
    }
    int samples = arguments.intervals().getAsInt();
    List<ItemSelection> selections = new ArrayList<>(List.of(selection));
    if (knowsAttributes(groundTruth) && arguments.output().wantsAll()) {
      Subset.ofPaper()
          .forEach(subset -> selections.add(selection.within(subset, arguments.rule())));
    }
    List<ScoreIntervals> intervals = new ArrayList<>();
    try (Progress progress = new Progress(err, "Drawing", "samples", samples * selections.size())) {
      for (ItemSelection each : selections) {
        int before = samples * intervals.size();
        intervals.add(
            Bootstrap.of(
                task,
                groundTruth,
                found.detections(),
                each,
                samples,
                SEED,
                done -> progress.accept(before + done)));
      }
    }
    return Optional.of(
        new ReportIntervals(
            samples, SEED, intervals.getFirst(), intervals.subList(1, intervals.size())));
  }

  private List<SubsetScores> subsets(
      GroundTruth groundTruth, ReadDetections found, ItemSelection selection) {
    if (!knowsAttributes(groundTruth) || !arguments.output().wantsAll()) {
      return List.of();
    }
    List<Subset> columns = Subset.ofPaper();
    try (Progress progress = new Progress(err, "Scoring", "subsets", columns.size())) {
      return SubsetScores.of(
          task, groundTruth, found.detections(), selection, arguments.rule(), columns, progress);
    }
  }

  private static boolean knowsAttributes(GroundTruth groundTruth) {
    return groundTruth.items().stream()
        .anyMatch(item -> !item.attributes().equals(Attributes.UNKNOWN));
  }

  private static boolean knowsAll(GroundTruthItem item) {
    Attributes attributes = item.attributes();
    return attributes.scale().isPresent()
        && attributes.occlusion().isPresent()
        && attributes.zoomIn().isPresent()
        && attributes.viewpoint().isPresent();
  }

  private List<String> notes(
      ReadGroundTruth read,
      ReadDetections found,
      List<CategoryScores> categories,
      ItemSlice slice) {
    List<String> notes = new ArrayList<>(slice.notes());
    List<GroundTruthItem> items = read.groundTruth().items();
    if (!knowsAttributes(read.groundTruth())) {
      notes.add(
          inputs.isDataset()
              ? "No item says its attributes, so there are no subsets."
              : "No item says its attributes, so there are no subsets: point --gt at the data set, or"
                  + " write the COCO file with 'wardrobe convert coco --attributes'.");
    } else {
      add(
          notes,
          "Items that do not say all four attributes; in no column of those they do not say",
          items.stream().filter(item -> !knowsAll(item)).count());
    }
    if (task == Task.LANDMARKS) {
      add(
          notes,
          "Items without a landmark that counts; ignored, as in the official evaluation",
          categories.stream().mapToLong(CategoryScores::ignored).sum());
    }
    add(notes, "Bad records of the ground truth that were left out", read.leftOut());
    add(
        notes,
        "Bad records of the ground truth that were used, as the official tools do",
        read.taken());
    add(notes, "Bad records of the results that were left out", found.leftOut());
    if (found.cutShort()) {
      notes.add(
          "The results cannot be read after record %,d; what comes after it was not scored."
              .formatted(found.records() - 1));
    }
    add(
        notes,
        "Bad records of the results that were scored, as the official tools do",
        found.taken());
    if (found.masksFromBoxes()) {
      notes.add("Records without a mask were scored by their box, as the official tools do.");
    }
    if (found.compact()) {
      notes.add("Results with landmarks of their own category only (compact form).");
    }
    return notes;
  }

  private static void add(List<String> notes, String what, long number) {
    if (number > 0) {
      notes.add("%s: %,d.".formatted(what, number));
    }
  }

  private int leftOut(ReadGroundTruth read, ReadDetections found, ItemSlice slice) {
    int code = inputs.leftOut().report(err, arguments.groundTruth());
    if (!slice.notes().isEmpty()) {
      code = Main.FINDINGS;
    }
    boolean records =
        LeftOut.reportRecords(err, arguments.groundTruth(), read.leftOut(), read.problems());
    records |=
        LeftOut.reportRecords(err, arguments.results().file(), found.leftOut(), found.problems());
    return records ? Main.FINDINGS : code;
  }
}
