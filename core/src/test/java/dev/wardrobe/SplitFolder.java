package dev.wardrobe;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.ImageSizes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A split being made on disk, with the photos' sizes in a side file unless photos are added. */
public final class SplitFolder {
  private final Path folder;
  private final Map<Integer, String> sizes = new TreeMap<>();

  /** An empty split. */
  public SplitFolder(Path folder) {
    this.folder = folder;
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Adds an annotation file. */
  public SplitFolder annotation(int imageId, String json) {
    return write("annos/" + name(imageId) + ".json", json.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a photo. */
  public SplitFolder image(int imageId, byte[] jpeg) {
    return write("image/" + name(imageId) + ".jpg", jpeg);
  }

  /** Adds a photo's size to the side file. */
  public SplitFolder size(int imageId, int width, int height) {
    sizes.put(imageId, "\"%s\": [%d, %d]".formatted(name(imageId), width, height));
    return this;
  }

  private SplitFolder write(String name, byte[] content) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling(""));
      Files.write(file, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(int imageId) {
    return Photo.fileNameOf(imageId).replace(".jpg", "");
  }

  /** Opens it; to be closed. */
  public Dataset open() {
    if (sizes.isEmpty()) {
      return Dataset.open(folder, DatasetOptions.DEFAULTS);
    }
    write(
        "sizes.json",
        ("{" + String.join(", ", sizes.values()) + "}").getBytes(StandardCharsets.UTF_8));
    ImageSizes read = ImageSizes.read(folder.resolve("sizes.json"));
    return Dataset.open(folder, new DatasetOptions(() -> new char[0], read));
  }
}
