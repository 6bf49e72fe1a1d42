package dev.wardrobe.files;

import dev.wardrobe.dataset.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A DeepFashion2 data set on disk: one or more splits, each a folder or a zip.
 *
 * <p>Accepted are a folder that holds {@code train}, {@code validation} or {@code test}, as folders
 * or zips (the folder wins where both are there); one split's folder; one zip; or a folder that
 * holds annotation files directly. Zips may be left unsaid: {@code deepfashion2/train} means {@code
 * deepfashion2/train.zip} where there is no such folder, and {@code all.zip/train} the split train
 * in {@code all.zip}.
 */
public final class Dataset implements AutoCloseable {
  private final Path path;
  private final List<DatasetSplit> splits;

  /** The splits and those of the same zip that were not asked for. */
  private final List<DatasetSplit> opened;

  private Dataset(Path path, List<DatasetSplit> splits, List<DatasetSplit> opened) {
    this.path = path;
    this.splits = List.copyOf(splits);
    this.opened = List.copyOf(opened);
  }

  /**
   * Opens a data set and lists its files.
   *
   * @throws DatasetException if there is no data set, or a zip or its password is wrong
   */
  public static Dataset open(Path path, DatasetOptions options) {
    Path zip = zipBehind(path);
    Opener opener = new Opener(options);
    List<DatasetSplit> splits;
    try {
      opener.open(zip);
      splits = zip.equals(path.getParent()) ? named(path, opener.splits) : opener.splits;
    } catch (RuntimeException e) {
      opener.splits.forEach(DatasetSplit::close);
      throw e;
    }
    if (opener.splits.isEmpty()) {
      throw new DatasetException(
          "No DeepFashion2 data in %s: expected folders or zips named train, validation or test,"
                  .formatted(path)
              + " or one split with image/NNNNNN.jpg and annos/NNNNNN.json");
    }
    return new Dataset(path, splits, opener.splits);
  }

  /** The path itself where it exists, else the zip that it leads to or into. */
  private static Path zipBehind(Path path) {
    Path parent = path.getParent();
    Path zip = path.resolveSibling(path.getFileName() + ".zip");
    if (Files.exists(path)) {
      return path;
    } else if (Files.isRegularFile(zip)) {
      return zip;
    } else if (parent != null && Files.isRegularFile(parent)) {
      return parent;
    }
    throw new DatasetException("There is no %s: check the path".formatted(path));
  }

  private static List<DatasetSplit> named(Path path, List<DatasetSplit> splits) {
    String name = String.valueOf(path.getFileName());
    List<DatasetSplit> found = splits.stream().filter(s -> s.name().equals(name)).toList();
    if (found.isEmpty()) {
      throw new DatasetException(
          "There is no %s: the zip holds %s"
              .formatted(
                  path, String.join(", ", splits.stream().map(DatasetSplit::name).toList())));
    }
    return found;
  }

  /** Where it was opened. */
  public Path path() {
    return path;
  }

  /** The splits: train, validation, test, then others. */
  public List<DatasetSplit> splits() {
    return splits;
  }

  /**
   * The only split that has annotations.
   *
   * @param purpose what it is for, for the message
   * @throws DatasetException if there are none or several
   */
  public DatasetSplit onlyAnnotatedSplit(String purpose) {
    List<DatasetSplit> annotated = splits.stream().filter(DatasetSplit::annotated).toList();
    if (annotated.size() == 1) {
      return annotated.getFirst();
    }
    List<String> names = splits.stream().map(DatasetSplit::name).toList();
    throw new DatasetException(
        annotated.isEmpty()
            ? "%s has no annotations: %s needs a split with annos/NNNNNN.json"
                .formatted(path, purpose)
            : "%s has the splits %s: %s works on one, such as %s"
                .formatted(
                    path,
                    String.join(", ", names),
                    purpose,
                    path.resolve(annotated.getFirst().name())));
  }

  /** Closes the zips and overwrites their password. */
  @Override
  public void close() {
    opened.forEach(DatasetSplit::close);
  }

  private static final class Opener {
    private final DatasetOptions options;
    private final Supplier<char[]> password;
    private final List<DatasetSplit> splits = new ArrayList<>();
    private char[] secret = {};
    private boolean asked;

    Opener(DatasetOptions options) {
      this.options = options;
      this.password =
          () -> {
            if (!asked) {
              asked = true;
              secret = options.password().get();
            }
            return secret;
          };
    }

    void open(Path path) {
      try {
        find(path);
      } finally {
        Arrays.fill(secret, '\0');
      }
    }

    private void find(Path path) {
      if (Files.isRegularFile(path)) {
        openZip(path);
      } else if (FolderFiles.isSplit(path)) {
        openFolder(path);
      } else {
        for (Split split : Split.values()) {
          Path folder = path.resolve(split.folderName());
          Path zip = path.resolve(split.folderName() + ".zip");
          if (FolderFiles.isSplit(folder)) {
            // The name in the data set, even where it is a link to a folder of another name.
            splits.add(
                new DatasetSplit(
                    split.folderName(),
                    new FolderFiles(folder, split.folderName()),
                    options.sizes()));
          } else if (Files.isRegularFile(zip)) {
            openZip(zip);
          }
        }
        if (splits.isEmpty() && FolderFiles.isFlat(path)) {
          openFolder(path);
        }
      }
    }

    private void openFolder(Path folder) {
      String name = String.valueOf(realPath(folder).getFileName());
      splits.add(new DatasetSplit(name, new FolderFiles(folder, name), options.sizes()));
    }

    private void openZip(Path zip) {
      for (Map.Entry<String, ZipFiles> entry : ZipIndex.open(zip, password).entrySet()) {
        splits.add(new DatasetSplit(entry.getKey(), entry.getValue(), options.sizes()));
      }
    }

    private static Path realPath(Path path) {
      try {
        return path.toRealPath();
      } catch (IOException e) {
        return path.toAbsolutePath().normalize();
      }
    }
  }
}
