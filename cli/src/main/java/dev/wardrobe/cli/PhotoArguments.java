package dev.wardrobe.cli;

import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.model.prediction.PendingPhoto;
import dev.wardrobe.model.prediction.PendingPhotos;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The photos that a command line names: those of a split of the data set, or any files and folders.
 *
 * @param path of the data set, or the first of the files and folders
 * @param dataset to be closed; empty for files and folders
 * @param split the split whose photos they are
 * @param photos in the order in which they are looked at
 */
record PhotoArguments(
    Path path, Optional<Dataset> dataset, Optional<DatasetSplit> split, List<PendingPhoto> photos)
    implements AutoCloseable {

  /**
   * Opens the data set or lists the files.
   *
   * @param except a folder whose files are not among them
   * @throws DatasetException if there are no photos, or it is not clear which
   */
  static PhotoArguments open(List<Path> paths, ReadingArguments reading, Path except) {
    Path first = paths.getFirst();
    if (paths.size() > 1 || !isDataset(first)) {
      paths.stream()
          .filter(path -> path.toString().toLowerCase(Locale.ROOT).endsWith(".zip"))
          .findFirst()
          .ifPresent(zip -> {
            throw new DatasetException("%s is a zip: give it alone".formatted(zip));
          });
      return new PhotoArguments(
          first, Optional.empty(), Optional.empty(), PendingPhotos.of(paths, except));
    }
    Dataset dataset = reading.open(first);
    try {
      DatasetSplit split = onlySplit(dataset);
      List<PendingPhoto> photos = PendingPhotos.of(split, reading.readOptions());
      return new PhotoArguments(first, Optional.of(dataset), Optional.of(split), photos);
    } catch (RuntimeException e) {
      dataset.close();
      throw e;
    }
  }

  private static DatasetSplit onlySplit(Dataset dataset) {
    List<DatasetSplit> splits = dataset.splits();
    if (splits.size() == 1) {
      return splits.getFirst();
    }
    throw new DatasetException(
        "%s has the splits %s: name one of them, such as %s"
            .formatted(
                dataset.path(),
                String.join(", ", splits.stream().map(DatasetSplit::name).toList()),
                dataset.path().resolve(splits.getLast().name())));
  }

  /** Whether a path is a data set or split of it; else its files are any photos. */
  private static boolean isDataset(Path path) {
    if (Files.isRegularFile(path)) {
      return path.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }
    if (Files.isDirectory(path)) {
      return isSplit(path)
          || Stream.of("train", "validation", "test")
              .anyMatch(name ->
                  isSplit(path.resolve(name)) || Files.isRegularFile(path.resolve(name + ".zip")));
    }
    Path parent = path.getParent();
    return Files.isRegularFile(Path.of(path + ".zip"))
        || (parent != null && Files.isRegularFile(parent));
  }

  private static boolean isSplit(Path folder) {
    return Files.isDirectory(folder.resolve("image")) || Files.isDirectory(folder.resolve("annos"));
  }

  /** Whether there are annotations to score results against. */
  boolean annotated() {
    return split.isPresent() && split.get().annotated();
  }

  @Override
  public void close() {
    dataset.ifPresent(Dataset::close);
  }
}
