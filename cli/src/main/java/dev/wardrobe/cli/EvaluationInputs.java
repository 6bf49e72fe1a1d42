package dev.wardrobe.cli;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.evaluation.DetectionOptions;
import dev.wardrobe.evaluation.DetectionReader;
import dev.wardrobe.evaluation.ReadDetections;
import dev.wardrobe.evaluation.Task;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.groundtruth.FolderGroundTruth;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthOptions;
import dev.wardrobe.groundtruth.GroundTruthReader;
import dev.wardrobe.groundtruth.ReadGroundTruth;
import dev.wardrobe.report.ReportInput;
import dev.wardrobe.results.BadResults;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads what an evaluation needs, with progress, and remembers what was read. */
final class EvaluationInputs {
  private final Task task;
  private final EvaluationArguments arguments;
  private final PrintWriter err;
  private final List<ReportInput> inputs = new ArrayList<>();
  private final LeftOut leftOut = new LeftOut();

  EvaluationInputs(Task task, EvaluationArguments arguments, PrintWriter err) {
    this.task = task;
    this.arguments = arguments;
    this.err = err;
  }

  /** What was read, with digests if they will be written. */
  List<ReportInput> inputs() {
    return List.copyOf(inputs);
  }

  /** What a data set's photos and items lost. */
  LeftOut leftOut() {
    return leftOut;
  }

  /** Whether the ground truth is a data set, and no COCO file. */
  boolean isDataset() {
    Path path = arguments.groundTruth();
    if (!Files.isRegularFile(path)) {
      return true;
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<String> names =
          zip.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .filter(name -> !name.startsWith("__MACOSX/"))
              .limit(2)
              .toList();
      return names.size() != 1 || !names.getFirst().toLowerCase(Locale.ROOT).endsWith(".json");
    } catch (IOException e) {
      return false; // no zip, so whoever reads COCO files says what is wrong with it
    }
  }

  /** Reads the ground truth. */
  ReadGroundTruth groundTruth(LandmarkChoice landmarks) {
    GroundTruthOptions options =
        GroundTruthOptions.boxes()
            .withMasks(task == Task.SEGMENTATION)
            .withLandmarks(task == Task.LANDMARKS)
            .withVisibleOnly(landmarks == LandmarkChoice.VISIBLE)
            .withBad(arguments.results().bad())
            .withThreads(arguments.reading().threads());
    if (isDataset()) {
      return ofSplit(options);
    }
    Path file = arguments.groundTruth();
    addFile("ground truth", file);
    try (Progress progress = Progress.ofFile(err, "Reading ground truth", file)) {
      return GroundTruthReader.read(file, options.withProgress(progress.bytes()));
    }
  }

  private ReadGroundTruth ofSplit(GroundTruthOptions options) {
    Path path = arguments.groundTruth();
    try (Dataset dataset = arguments.reading().open(path)) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("an evaluation");
      if (arguments.output().wantsDigests()) {
        inputs.add(
            ReportInput.digestOf("ground truth", path, split, arguments.reading().readOptions()));
      }
      arguments.reading().sizes().ifPresent(file -> addFile("sizes", file));
      String what = "Reading " + split.name();
      try (Progress progress = new Progress(err, what, "photos", split.photoCount())) {
        return FolderGroundTruth.read(
            split, options.withProgress(done -> progress.accept((int) done)), leftOut);
      }
    }
  }

  /** Reads the results. */
  ReadDetections detections(GroundTruth groundTruth, BadResults bad) {
    Path file = arguments.results().file();
    addFile("results", file);
    arguments.slices().photosFile().ifPresent(list -> addFile("photos", list));
    try (Progress progress = Progress.ofFile(err, "Reading results", file)) {
      DetectionOptions options =
          new DetectionOptions(bad, arguments.reading().threads(), progress.bytes());
      return DetectionReader.read(task, groundTruth, file, options);
    }
  }

  private void addFile(String role, Path file) {
    if (arguments.output().wantsDigests()) {
      inputs.add(ReportInput.digestOf(role, file));
    }
  }
}
