package dev.wardrobe.cli;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.synthesis.SyntheticPhoto;
import dev.wardrobe.synthesis.SyntheticSplit;
import dev.wardrobe.synthesis.sheet.ContactSheet;
import dev.wardrobe.synthesis.sheet.SheetPhoto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * The contact sheet of a made-up set.
 *
 * @param file where it is written
 */
record SheetFile(Path file) {
  /** Of each split, those that may go on the contact sheet. */
  private static final int FIRST_PHOTOS = 500;

  private static final int MOST_SHOWN = 20;

  /**
   * Checks before anything is made that the sheet can be written.
   *
   * @param set the folder that will hold the splits
   * @throws DatasetException if not
   */
  void check(Path set) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (Files.isDirectory(file)) {
      throw new DatasetException(
          "--contact-sheet: %s is a folder; name a file in it".formatted(file));
    }
    if (!name.endsWith(".png") && !name.endsWith(".jpg")) {
      throw new DatasetException(
          "--contact-sheet: expected a name that ends in .png or .jpg, but got '%s'"
              .formatted(file));
    }
    Path absolute = file.toAbsolutePath().normalize();
    for (Split split : Split.values()) {
      Path inside = set.resolve(split.folderName());
      if (absolute.startsWith(inside.toAbsolutePath().normalize())) {
        throw new DatasetException(
            "--contact-sheet: %s lies in %s, which is for the data set alone; choose another place"
                .formatted(file, inside));
      }
    }
    requireWritable(absolute);
  }

  /** Missing parent folders are made later: the nearest that is there has to allow it. */
  private void requireWritable(Path absolute) {
    Path there = absolute.getParent();
    while (there != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (there == null || !Files.isDirectory(there) || !Files.isWritable(there)) {
      throw new DatasetException(
          "--contact-sheet: cannot write %s: %s"
              .formatted(
                  file,
                  there != null && !Files.isDirectory(there)
                      ? there + " is a file, no folder"
                      : "permission denied"));
    }
  }

  /** Chooses photos and draws them. */
  void draw(Map<Split, SyntheticSplit> made, long seed, int threads) {
    List<SheetPhoto> photos = new ArrayList<>();
    made.forEach((split, all) -> photos.addAll(candidates(split, all, threads)));
    String title =
        made.entrySet().stream()
            .map(each ->
                "%,d %s".formatted(each.getValue().photoCount(), each.getKey().folderName()))
            .collect(Collectors.joining(", "));
    ContactSheet.write(
        "made up by wardrobe synthesize - seed %d - %s".formatted(seed, title),
        photos,
        MOST_SHOWN,
        file);
  }

  /** Annotations alone are kept of those that may be chosen: scenes are large. */
  private static List<SheetPhoto> candidates(Split split, SyntheticSplit all, int threads) {
    List<Callable<SheetPhoto>> tasks = new ArrayList<>();
    for (int id = 1; id <= Math.min(all.photoCount(), FIRST_PHOTOS); id++) {
      int imageId = id;
      tasks.add(() -> {
        SyntheticPhoto made = all.compose(imageId);
        return new SheetPhoto(
            split.folderName(), made.photo(), made.shown(), () -> all.compose(imageId).pixels());
      });
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<SheetPhoto> photos = new ArrayList<>();
      for (Future<SheetPhoto> future : pool.invokeAll(tasks)) {
        photos.add(future.get());
      }
      return photos;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatasetException("Drawing the contact sheet was interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
