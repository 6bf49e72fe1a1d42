package dev.wardrobe.cli;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.AtomicFile;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.pairs.ItemIndex;
import dev.wardrobe.pairs.PairOptions;
import dev.wardrobe.pairs.PairSampler;
import dev.wardrobe.pairs.PairWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code wardrobe pairs}: consumer-to-shop pairs at item level. */
@Command(
    name = "pairs",
    description = {
      "List consumer-to-shop item pairs: all positive ones, and seeded negative ones.",
      "Positive: equal pair_id and equal style above 0. Everything else is negative."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  wardrobe pairs deepfashion2/train -o pairs.csv",
      "  wardrobe pairs deepfashion2/train -o pairs.jsonl --negatives 3 --hard 0.5 --seed 7",
      "  wardrobe pairs deepfashion2/train --category skirt,trousers --same-category | head",
      "",
      "A file ending in .jsonl gets JSON lines, any other CSV. Exit code: 0 done, 1 something was",
      "left out (and said), 2 usage."
    })
final class PairsCommand implements Callable<Integer> {
  @Mixin private DatasetArguments data;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file to write. Default: standard output.")
  private @Nullable Path output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv or jsonl. Default: by the file's ending, else csv.")
  private PairWriter.@Nullable Format format;

  @Option(
      names = "--negatives",
      paramLabel = "N",
      description = "Negative pairs for each positive one. Default: ${DEFAULT-VALUE}.")
  private double negatives = 1;

  @Option(
      names = "--hard",
      paramLabel = "SHARE",
      description =
          "Share of the negatives drawn from the same pair_id with another style above 0."
              + " Default: ${DEFAULT-VALUE}.")
  private double hard;

  @Option(names = "--same-category", description = "Draw the other negatives within one category.")
  private boolean sameCategory;

  @Option(
      names = "--category",
      paramLabel = "NAME",
      split = ",",
      converter = CategoryConverter.class,
      description = "Only consumer items of these categories, such as \"vest dress\" or skirt.")
  private List<Category> categories = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the negatives. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Spec private CommandSpec spec;

  /** Created by picocli. */
  PairsCommand() {}

  /** Reads category names and ids. */
  static final class CategoryConverter implements ITypeConverter<Category> {
    /** Created by picocli. */
    CategoryConverter() {}

    @Override
    public Category convert(String text) {
      return Category.ofName(text.replace('-', ' '))
          .or(() ->
              text.matches("\\d{1,2}")
                  ? Category.ofId(Long.parseLong(text))
                  : Category.ofName(text))
          .orElseThrow(() ->
              new TypeConversionException(
                  "'%s' is no category: expected 1 to 13, or a name that 'wardrobe categories' lists"
                      .formatted(text)));
    }
  }

  @Override
  public Integer call() {
    PairOptions options = options();
    PrintWriter err = spec.commandLine().getErr();
    LeftOut leftOut = new LeftOut();
    ItemIndex items;
    try (Dataset dataset = data.open()) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("a list of pairs");
      try (Progress progress = new Progress(err, "Reading", "photos", split.photoCount())) {
        items = ItemIndex.read(split, data.readOptions().withProgress(progress), leftOut);
      }
    }
    write(items, options).ifPresent(counts -> report(counts, items, err));
    return leftOut.report(err, data.path());
  }

  private void report(PairSampler.Counts counts, ItemIndex items, PrintWriter err) {
    err.println(
        "%s, %s, %s among %s"
            .formatted(
                Words.count(counts.positives(), "positive pair"),
                Words.count(counts.hardNegatives(), "hard negative"),
                Words.count(counts.easyNegatives(), "other negative"),
                Words.count(items.size(), "item")));
    long missing =
        Math.round(counts.positives() * negatives)
            - counts.hardNegatives()
            - counts.easyNegatives();
    long hardMissing =
        Math.round(Math.round(counts.positives() * negatives) * hard) - counts.hardNegatives();
    if (missing > 0) {
      err.println(
          "wardrobe: %s fewer than asked for: the data has no more"
              .formatted(Words.count(missing, "negative")));
    } else if (hardMissing > 0) {
      err.println(
          "wardrobe: %s fewer than asked for: others take their place"
              .formatted(Words.count(hardMissing, "hard negative")));
    }
  }

  private PairOptions options() {
    Set<Category> chosen = EnumSet.noneOf(Category.class);
    chosen.addAll(categories);
    try {
      return new PairOptions(negatives, hard, sameCategory, chosen, seed);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Optional<PairSampler.Counts> write(ItemIndex items, PairOptions options) {
    PairSampler.Counts[] counts = {new PairSampler.Counts(0, 0, 0)};
    AtomicFile.Body body =
        out -> {
          PairWriter writer = new PairWriter(items, chosenFormat(), out);
          counts[0] = PairSampler.sample(items, options, writer);
          writer.finish();
        };
    if (output == null) {
      if (!StandardOutput.write(body)) {
        return Optional.empty();
      }
    } else {
      AtomicFile.write(output, body);
    }
    return Optional.of(counts[0]);
  }

  private PairWriter.Format chosenFormat() {
    if (format != null) {
      return format;
    }
    return output != null && output.toString().endsWith(".jsonl")
        ? PairWriter.Format.JSONL
        : PairWriter.Format.CSV;
  }
}
