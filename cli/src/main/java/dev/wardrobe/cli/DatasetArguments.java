package dev.wardrobe.cli;

import dev.wardrobe.files.Dataset;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** Where the data set is and how to read it: the same words for every verb about one data set. */
final class DatasetArguments extends ReadingArguments {
  @Parameters(
      index = "0",
      paramLabel = "DATA",
      description =
          "A folder with train, validation or test (folders or zips), one split's folder, or a zip.")
  private Path path;

  /** Created by picocli. */
  DatasetArguments() {}

  /** Where the data set is. */
  Path path() {
    return path;
  }

  /** Opens the data set; to be closed. */
  Dataset open() {
    return open(path);
  }
}
