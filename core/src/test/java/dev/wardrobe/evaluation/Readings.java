package dev.wardrobe.evaluation;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.ReadGroundTruth;
import dev.wardrobe.results.ResultsException;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Supplier;

/** What came of reading a file, whatever it was, as lines to be compared. */
public final class Readings {
  private Readings() {}

  /** The outcome of a reading, or the words in which it was refused. */
  public static <T> List<String> of(Supplier<T> reading) {
    try {
      return switch (reading.get()) {
        case ReadGroundTruth read -> lines(read);
        case ReadDetections read -> lines(read);
        default -> throw new IllegalArgumentException("no reading");
      };
    } catch (DatasetException e) {
      return List.of("DatasetException", String.valueOf(e.getMessage()));
    } catch (ResultsException e) {
      return List.of("ResultsException", String.valueOf(e.getMessage()), "" + e.problems());
    }
  }

  private static List<String> lines(ReadGroundTruth read) {
    StringJoiner lines = new StringJoiner("\n");
    GroundTruth truth = read.groundTruth();
    lines.add("left out %d %s".formatted(read.leftOut(), read.problems()));
    for (int i = 0; i < truth.imageCount(); i++) {
      lines.add("image %d %d %d".formatted(truth.imageId(i), truth.width(i), truth.height(i)));
    }
    for (int i = 0; i < truth.categoryCount(); i++) {
      lines.add("category %d %s".formatted(truth.categoryId(i), truth.categoryName(i)));
    }
    truth.items().forEach(item -> lines.add(line(item)));
    return lines.toString().lines().toList();
  }

  /** All that is known of an item. */
  public static String line(GroundTruthItem item) {
    return "item %d %d %d %s %s %s %s %s %s %d %s %s %s %s %s %s"
        .formatted(
            item.id(),
            item.imageIndex(),
            item.categoryIndex(),
            item.x(),
            item.y(),
            item.width(),
            item.height(),
            item.area(),
            item.crowd(),
            item.keypointCount(),
            Arrays.toString(item.landmarks().indices()),
            Arrays.toString(item.landmarks().x()),
            Arrays.toString(item.landmarks().y()),
            item.mask().get(),
            item.attributes(),
            item.source());
  }

  private static List<String> lines(ReadDetections read) {
    StringJoiner lines = new StringJoiner("\n");
    lines.add("records %d".formatted(read.records()));
    lines.add("left out %d %s".formatted(read.leftOut(), read.problems()));
    lines.add("taken %d".formatted(read.taken()));
    lines.add("%s %s %s".formatted(read.areaSource(), read.masksFromBoxes(), read.compact()));
    Detections detections = read.detections();
    for (int i = 0; i < detections.size(); i++) {
      lines.add(line(detections, i));
    }
    return lines.toString().lines().toList();
  }

  private static String line(Detections all, int i) {
    return "detection %d %d %d %s %s %s %s %s %s"
        .formatted(
            all.id(i),
            all.imageIndex(i),
            all.categoryIndex(i),
            all.score(i),
            all.area(i),
            all.box(i, 0),
            all.box(i, 1),
            all.box(i, 2),
            all.box(i, 3));
  }

  /** The overlaps of a detection with the items of its cell. */
  static double[] overlaps(Detections all, int i, GroundTruth truth) {
    double[] overlaps = new double[truth.cellSize(all.imageIndex(i), all.categoryIndex(i))];
    for (int position = 0; position < overlaps.length; position++) {
      overlaps[position] = all.overlap(i, position);
    }
    return overlaps;
  }
}
