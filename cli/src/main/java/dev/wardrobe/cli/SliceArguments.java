package dev.wardrobe.cli;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.report.Slice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** To which part of the ground truth an evaluation is confined. */
final class SliceArguments {
  @Option(
      names = "--category",
      split = ",",
      paramLabel = "NAME",
      converter = PairsCommand.CategoryConverter.class,
      description = "Score only these categories: names or ids, with commas between them.")
  private List<Category> categories = new ArrayList<>();

  @Option(
      names = "--photos",
      paramLabel = "FILE",
      description = "Score only the photos listed in a file, one image id a line.")
  private @Nullable Path photos;

  /** Created by picocli. */
  SliceArguments() {}

  /** The categories that take part; empty if all do. */
  List<Category> categories() {
    return List.copyOf(categories);
  }

  /** The photos that take part; empty if all do. */
  Optional<PhotoList> photos() {
    return Optional.ofNullable(photos).map(PhotoList::read);
  }

  /** The file that lists them. */
  Optional<Path> photosFile() {
    return Optional.ofNullable(photos);
  }

  /** The slices in words, for a report. */
  List<Slice> inWords(Optional<PhotoList> list) {
    List<Slice> slices = new ArrayList<>();
    if (!categories.isEmpty()) {
      slices.add(
          new Slice(
              "category",
              categories.stream().map(Category::annotationName).collect(Collectors.joining(", "))));
    }
    list.ifPresent(
        ids -> slices.add(new Slice("photos", "%s, %d ids".formatted(photos, ids.size()))));
    return slices;
  }
}
