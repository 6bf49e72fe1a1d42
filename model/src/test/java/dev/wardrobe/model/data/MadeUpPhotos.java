package dev.wardrobe.model.data;

import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.model.config.InputConfig;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Small made-up sets and images for tests. */
final class MadeUpPhotos {
  static final InputConfig PLAIN =
      new InputConfig(96, 128, List.of(.501, .403, .307), List.of(.2, .3, .4), false, 1, 0);
  static final InputConfig JITTERED =
      new InputConfig(96, 128, List.of(.501, .403, .307), List.of(.2, .3, .4), true, 1.5, .4);

  private MadeUpPhotos() {}

  /** Writes a split named train, with photos of 128 to 192 pixels. */
  static Path write(Path root, int photos) {
    SynthesisOptions options = SynthesisOptions.of(Split.TRAIN, photos, 5).withSides(128, 192);
    Path folder = root.resolve("train");
    SplitFolderWriter.write(new PhotoGenerator(options), folder, true, 2, done -> {});
    return folder;
  }

  static Path file(Path split, int imageId) {
    return split.resolve("image").resolve("%06d.jpg".formatted(imageId));
  }

  static Dataset open(Path folder) {
    return Dataset.open(folder, DatasetOptions.DEFAULTS);
  }

  static DatasetSplit onlySplit(Dataset dataset) {
    return dataset.splits().getFirst();
  }

  static PhotoIndex index(Dataset dataset) {
    return index(dataset, new ArrayList<>());
  }

  static PhotoIndex index(Dataset dataset, List<Finding> findings) {
    return PhotoIndex.forTraining(
        onlySplit(dataset), ReadOptions.defaults().withThreads(2), false, findings::add);
  }

  /** An image as the bytes of a file, "png" or "jpg". */
  static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("cannot write " + format);
    }
    return out.toByteArray();
  }
}
