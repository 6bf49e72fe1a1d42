package dev.wardrobe.cli;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.ProvenanceReadme;
import dev.wardrobe.synthesis.ShakenResults;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SplitSummary;
import dev.wardrobe.synthesis.SynthesisOptions;
import dev.wardrobe.synthesis.SyntheticSplit;
import dev.wardrobe.synthesis.defects.DefectPlanter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
      "Exit code: 0 written, 2 usage or cannot be written."
    })
final class SynthesizeCommand implements Callable<Integer> {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})\\.\\.(\\d{1,5})");
  private static final int USUAL_TRAIN = 2000;
  private static final int USUAL_VALIDATION = 400;
  private static final int MOST_PHOTOS = 1_000_000;
  private static final int SMALLEST = 128;
  private static final int LARGEST = 4096;

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
      description = {
        "Training photos, at most 1,000,000.",
        "Without --train and --validation: 2000 and 400."
      })
  private @Nullable Integer train;

  @Option(
      names = "--validation",
      paramLabel = "N",
      description = "Validation photos, at most 1,000,000.")
  private @Nullable Integer validation;

  @Option(
      names = "--size",
      paramLabel = "A..B",
      description = {
        "Range of the photos' longer side, 128 to 4096 pixels.",
        "Default: ${DEFAULT-VALUE}."
      })
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
        "if there is one, each into a photo of its own, and say where.",
        "Takes 150 photos or more to have one that suits each kind."
      })
  private boolean withDefects;

  @Option(
      names = "--contact-sheet",
      paramLabel = "FILE",
      description = {
        "Draw some of the photos with their annotations on one page,",
        "a name that ends in .png or .jpg."
      })
  private @Nullable Path contactSheet;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that draw and write. Default: all processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--results",
      description = {
        "Write what a made-up model finds, too, for 'wardrobe evaluate':",
        "boxes.json, masks.json, landmarks.json and retrieval.json",
        "in FOLDER/results/SPLIT."
      })
  private boolean results;

  @Spec private CommandSpec spec;

  /** What is written beside the splits, for the README. */
  private final List<String> notes = new ArrayList<>();

  /** Created by picocli. */
  SynthesizeCommand() {}

  @Override
  public Integer call() {
    if (folder.toString().isBlank()) {
      throw usage("Expected a folder, but got an empty name");
    }
    Map<Split, Integer> photos = photos();
    Map<Split, SyntheticSplit> made = new EnumMap<>(Split.class);
    photos.forEach((split, count) -> made.put(split, generator(split, count)));
    if (threads < 1 || threads > ReadingArguments.MOST_THREADS) {
      throw usage(
          "Expected --threads 1 to %d, but got %d"
              .formatted(ReadingArguments.MOST_THREADS, threads));
    }
    Optional<SheetFile> sheet = Optional.ofNullable(contactSheet).map(SheetFile::new);
    sheet.ifPresent(page -> page.check(folder));
    String command = command(photos);
    try (UnfinishedSet set = UnfinishedSet.begin(folder, made.keySet(), command, err())) {
      try {
        set.finish(make(made, sheet, command));
      } catch (DatasetException e) {
        throw set.failed(e);
      }
    }
    return Main.OK;
  }

  /** Makes everything but the README, which it returns. */
  private ProvenanceReadme make(
      Map<Split, SyntheticSplit> made, Optional<SheetFile> sheet, String command) {
    if (!annotationsOnly) {
      int photos = made.values().stream().mapToInt(SyntheticSplit::photoCount).sum();
      DiskSpace.of(photos, sides()).warning().ifPresent(this::say);
    }
    List<ProvenanceReadme.Part> parts = new ArrayList<>();
    made.forEach((split, photosOf) ->
        parts.add(new ProvenanceReadme.Part(split.folderName(), write(split, photosOf))));
    sheet.ifPresent(page -> {
      page.draw(made, seed, threads);
      say("Wrote %s: a contact sheet".formatted(page.file()));
    });
    if (withDefects) {
      made.entrySet().stream()
          .findFirst()
          .ifPresent(first -> plant(first.getKey(), first.getValue().photoCount()));
    }
    return new ProvenanceReadme(Main.version(), command, seed, parts, !annotationsOnly, notes);
  }

  private Map<Split, Integer> photos() {
    boolean usual = train == null && validation == null;
    Map<Split, Integer> photos = new EnumMap<>(Split.class);
    put(photos, Split.TRAIN, train, usual ? USUAL_TRAIN : 0);
    put(photos, Split.VALIDATION, validation, usual ? USUAL_VALIDATION : 0);
    if (photos.isEmpty()) {
      throw usage("Nothing to make: give --train N, --validation N or neither");
    }
    return photos;
  }

  private void put(Map<Split, Integer> photos, Split split, @Nullable Integer asked, int usual) {
    int count = asked == null ? usual : asked;
    if (count < 0 || count > MOST_PHOTOS) {
      throw usage(
          "Expected --%s 0 to %,d, but got %d".formatted(split.folderName(), MOST_PHOTOS, count));
    }
    if (count > 0) {
      photos.put(split, count);
    }
  }

  private SyntheticSplit generator(Split split, int photos) {
    DiskSpace.Sides sides = sides();
    return new PhotoGenerator(
        SynthesisOptions.of(split, photos, seed).withSides(sides.smallest(), sides.largest()));
  }

  private DiskSpace.Sides sides() {
    Matcher range = RANGE.matcher(size);
    if (range.matches()) {
      int first = Integer.parseInt(range.group(1));
      int last = Integer.parseInt(range.group(2));
      if (first >= SMALLEST && first <= last && last <= LARGEST) {
        return new DiskSpace.Sides(first, last);
      }
    }
    throw usage(
        "Expected --size A..B with %d <= A <= B <= %d, but got %s"
            .formatted(SMALLEST, LARGEST, size));
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

  private void plant(Split split, int photos) {
    DefectPlanter planter = new DefectPlanter(folder.resolve(split.folderName()));
    PlantedDefects planted = new PlantedDefects(split, photos, planter.plantEach());
    planted.lines().forEach(this::say);
    notes.add(planted.table());
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
