package dev.wardrobe.files;

import dev.wardrobe.dataset.Photo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Makes a small data set on disk and reads data sets. */
final class SampleFolder {
  private static final long SEED = 41;

  private SampleFolder() {}

  /** A split with photos and annotations of the image ids 1 to {@code count}. */
  static Path split(Path folder, int count) throws IOException {
    for (int id = 1; id <= count; id++) {
      photo(folder, id);
      annotation(folder, id);
    }
    return folder;
  }

  static void photo(Path split, int id) throws IOException {
    Path images = Files.createDirectories(split.resolve("image"));
    Files.write(images.resolve(FileNumbers.fileName(id, ".jpg")), JpegBytes.colour(400 + id, 300));
  }

  static void annotation(Path split, int id) throws IOException {
    Path annotations = Files.createDirectories(split.resolve("annos"));
    Files.writeString(annotations.resolve(FileNumbers.fileName(id, ".json")), json(id));
  }

  static String json(int id) {
    return SampleText.photo(new SplittableRandom(SEED + id), 1 + id % 3);
  }

  static Dataset open(Path path) {
    return Dataset.open(path, DatasetOptions.DEFAULTS);
  }

  static List<PhotoReading> read(DatasetSplit split) {
    return read(split, ReadOptions.defaults().withThreads(2));
  }

  static List<PhotoReading> read(DatasetSplit split, ReadOptions options) {
    List<PhotoReading> readings = new ArrayList<>();
    split.forEach(options, readings::add);
    return readings;
  }

  static List<Photo> photos(DatasetSplit split) {
    return read(split).stream().flatMap(reading -> reading.photo().stream()).toList();
  }

  static List<Finding> findings(DatasetSplit split) {
    List<Finding> findings = new ArrayList<>(split.fileFindings());
    read(split).forEach(reading -> findings.addAll(reading.findings()));
    return findings;
  }
}
