package dev.wardrobe.coco;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import java.nio.file.Path;

/**
 * A process that converts a split to one file, in two ways in turn, until it is killed. It writes a
 * byte to its output before it begins.
 */
final class EndlessConversion {
  private EndlessConversion() {}

  static CocoOptions options(int turn) {
    return new CocoOptions(turn % 2 == 0, LandmarkChoice.VISIBLE_AND_OCCLUDED, true);
  }

  static void convert(DatasetSplit split, Path target, int turn) {
    CocoWriter.write(
        split, ReadOptions.defaults().withThreads(2), options(turn), finding -> {}, target);
  }

  /** Arguments: the split's folder with sizes.json, and the target. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    ImageSizes sizes = ImageSizes.read(folder.resolve("sizes.json"));
    try (Dataset dataset = Dataset.open(folder, new DatasetOptions(() -> new char[0], sizes))) {
      System.out.write('>');
      System.out.flush();
      for (int turn = 0; ; turn++) {
        convert(dataset.splits().getFirst(), Path.of(arguments[1]), turn);
      }
    }
  }
}
