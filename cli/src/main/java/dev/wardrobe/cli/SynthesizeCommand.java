package dev.wardrobe.cli;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.ProvenanceReadme;
import dev.wardrobe.synthesis.ShakenResults;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SplitSummary;
import dev.wardrobe.synthesis.SynthesisOptions;
import dev.wardrobe.synthesis.SyntheticPhoto;
import dev.wardrobe.synthesis.SyntheticSplit;
import dev.wardrobe.synthesis.defects.Defect;
import dev.wardrobe.synthesis.defects.DefectPlanter;
import dev.wardrobe.synthesis.sheet.ContactSheet;
import dev.wardrobe.synthesis.sheet.SheetPhoto;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wardrobe synthesize}: a made-up data set in DeepFashion2's format. */
@Command(
    name = "synthesize",
    description = {
      "Make up a data set in DeepFashion2's format: photos and exact annotations.",
      "Equal options give equal files, on every machine and with any number of threads."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe synthesize made-up",
      "  wardrobe synthesize made-up --train 200 --contact-sheet sheet.png",
      "  wardrobe synthesize large --train 30000 --annotations-only",
      "  wardrobe synthesize broken --train 200 --with-defects",
      "  wardrobe synthesize scored --validation 100 --results",
      "",
      "Exit code: 0 all written, 2 usage."
    })
final class SynthesizeCommand implements Callable<Integer> {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\.\\.(\\d{1,5})");
  private static final int USUAL_TRAIN = 2000;
  private static final int USUAL_VALIDATION = 400;

  /** Of each split, those that may go on the contact sheet. */
  private static final int FIRST_PHOTOS = 500;

  private static final int SHEET_PHOTOS = 20;

  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      description = {
        "Gets the folders train and validation, which must be new or empty,",
        "and a README.md that says what they are."
      })
  private Path folder;

  @Option(
      names = "--train",
      paramLabel = "N",
      description = "Training photos. Without --train and --validation: 2000 and 400.")
  private @Nullable Integer train;

  @Option(names = "--validation", paramLabel = "N", description = "Validation photos.")
  private @Nullable Integer validation;

  @Option(
      names = "--size",
      paramLabel = "A..B",
      description = "Range of the photos' longer side. Default: ${DEFAULT-VALUE}.")
  private String size = "256..640";

  @Option(names = "--seed", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long seed = 7;

  @Option(
      names = "--annotations-only",
      description = "No photos; their sizes go to sizes.json, for --sizes.")
  private boolean annotationsOnly;

  @Option(
      names = "--with-defects",
      description = {
        "Plant one defect of each kind that 'wardrobe validate' finds, in train",
        "if there is one, each into a photo of its own, and say where."
      })
  private boolean withDefects;

  @Option(
      names = "--contact-sheet",
      paramLabel = "FILE",
      description = "Draw some of the photos with their annotations on one page, .png or .jpg.")
  private @Nullable Path contactSheet;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that draw and write. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--results",
      description =
          "Write what a made-up model finds, too, for 'wardrobe evaluate': boxes.json, masks.json,"
              + " landmarks.json and retrieval.json in FOLDER/results/SPLIT.")
  private boolean results;

  @Spec private CommandSpec spec;

  /** What is written beside the splits, for the README. */
  private final List<String> notes = new ArrayList<>();

  /** Created by picocli. */
  SynthesizeCommand() {}

  @Override
  public Integer call() {
    Map<Split, Integer> photos = photos();
    Map<Split, SyntheticSplit> made = new EnumMap<>(Split.class);
    photos.forEach((split, count) -> made.put(split, generator(split, count)));
    if (threads < 1 || threads > ReadingArguments.MOST_THREADS) {
      throw usage(
          "Expected --threads 1 to %d, but got %d"
              .formatted(ReadingArguments.MOST_THREADS, threads));
    }
    if (Files.exists(folder.resolve(ProvenanceReadme.NAME))) {
      throw new DatasetException(
          "There is a %s in %s already, which this set would need: choose a new folder"
              .formatted(ProvenanceReadme.NAME, folder));
    }
    List<ProvenanceReadme.Part> parts = new ArrayList<>();
    made.forEach((split, photosOf) ->
        parts.add(new ProvenanceReadme.Part(split.folderName(), write(split, photosOf))));
    if (contactSheet != null) {
      drawSheet(made, contactSheet);
    }
    if (withDefects) {
      plant(made.keySet().iterator().next());
    }
    new ProvenanceReadme(Main.version(), command(photos), seed, parts, !annotationsOnly, notes)
        .write(folder);
    return Main.OK;
  }

  private Map<Split, Integer> photos() {
    boolean usual = train == null && validation == null;
    int ofTrain = usual ? USUAL_TRAIN : train == null ? 0 : train;
    int ofValidation = usual ? USUAL_VALIDATION : validation == null ? 0 : validation;
    if (ofTrain < 0 || ofValidation < 0) {
      throw usage("Expected numbers of photos of at least 0");
    }
    if (ofTrain == 0 && ofValidation == 0) {
      throw usage("Nothing to make: give --train N, --validation N or neither");
    }
    Map<Split, Integer> photos = new EnumMap<>(Split.class);
    if (ofTrain > 0) {
      photos.put(Split.TRAIN, ofTrain);
    }
    if (ofValidation > 0) {
      photos.put(Split.VALIDATION, ofValidation);
    }
    return photos;
  }

  private SyntheticSplit generator(Split split, int photos) {
    Matcher range = RANGE.matcher(size);
    if (!range.matches()) {
      throw usage("Expected --size A..B, such as 256..640, but got " + size);
    }
    try {
      return new PhotoGenerator(
          SynthesisOptions.of(split, photos, seed)
              .withSides(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2))));
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  /** The command that makes the same set again. */
  private String command(Map<Split, Integer> photos) {
    StringBuilder command = new StringBuilder("wardrobe synthesize FOLDER");
    photos.forEach((split, count) ->
        command.append(" --").append(split.folderName()).append(' ').append(count));
    command.append(" --size ").append(size).append(" --seed ").append(seed);
    command.append(annotationsOnly ? " --annotations-only" : "");
    command.append(withDefects ? " --with-defects" : "");
    return command.append(results ? " --results" : "").toString();
  }

  private SplitSummary write(Split split, SyntheticSplit photos) {
    Path target = folder.resolve(split.folderName());
    SplitSummary summary;
    try (Progress progress =
        new Progress(err(), "Making " + split.folderName(), "photos", photos.photoCount())) {
      summary = SplitFolderWriter.write(photos, target, !annotationsOnly, threads, progress);
    }
    say(
        "Wrote %s: %s, %s, %s"
            .formatted(
                target,
                Words.count(summary.photos(), "photo"),
                Words.count(summary.items(), "item"),
                annotationsOnly ? "annotations only" : "with annotations"));
    if (results) {
      Path found = folder.resolve("results").resolve(split.folderName());
      ShakenResults.write(photos, seed, found);
      say("Wrote %s: results of a made-up model".formatted(found));
      notes.add(
          "`results/%s` has what a made-up model found: its own annotations, moved about by chance."
              .formatted(split.folderName()));
    }
    return summary;
  }

  private void drawSheet(Map<Split, SyntheticSplit> made, Path file) {
    List<SheetPhoto> photos = new ArrayList<>();
    made.forEach((split, all) -> {
      for (int id = 1; id <= Math.min(all.photoCount(), FIRST_PHOTOS); id++) {
        SyntheticPhoto photo = all.compose(id);
        String label = "%s %06d".formatted(split.folderName(), id);
        photos.add(new SheetPhoto(label, photo.photo(), photo::pixels));
      }
    });
    String title =
        made.entrySet().stream()
            .map(each ->
                "%,d %s".formatted(each.getValue().photoCount(), each.getKey().folderName()))
            .collect(Collectors.joining(", "));
    ContactSheet.write(
        "wardrobe synthesize - seed %d - %s".formatted(seed, title), photos, SHEET_PHOTOS, file);
    say("Wrote %s: a contact sheet".formatted(file));
  }

  private void plant(Split split) {
    DefectPlanter.Harvest harvest =
        new DefectPlanter(folder.resolve(split.folderName())).plantEach();
    StringBuilder table =
        new StringBuilder(
            "## Defects\n\nPlanted on purpose:\n\n| rule | file | item |\n|---|---|---|\n");
    for (DefectPlanter.Planted planted : harvest.all()) {
      String file = split.folderName() + "/" + planted.file().toString().replace('\\', '/');
      String rule = planted.defect().rule().code();
      say("Planted %s in %s %s".formatted(rule, file, planted.item()).strip());
      table.append("| `%s` | %s | %s |\n".formatted(rule, file, planted.item()));
    }
    notes.add(table.toString());
    if (!harvest.missing().isEmpty()) {
      say(
          "Not planted, for want of a photo that they suit: %s; make more photos"
              .formatted(
                  harvest.missing().stream()
                      .map(Defect::rule)
                      .map(rule -> rule.code())
                      .collect(Collectors.joining(", "))));
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  private void say(String line) {
    err().println(line);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
