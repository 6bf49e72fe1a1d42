package dev.wardrobe.files;

import dev.wardrobe.json.JsonPlace;
import dev.wardrobe.json.JsonReading;
import dev.wardrobe.structures.ImageSize;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Photo sizes from a side file, for those who have the annotations without the photos: a JSON
 * object {@code {"000001": [width, height], ...}}.
 */
public final class ImageSizes {
  /** Stands in where there is no side file. */
  public static final ImageSizes NONE = new ImageSizes(Map.of());

  private final Map<Integer, ImageSize> sizes;

  private ImageSizes(Map<Integer, ImageSize> sizes) {
    this.sizes = sizes;
  }

  /**
   * Reads a side file.
   *
   * @throws DatasetException if it cannot be read or is not as described
   */
  public static ImageSizes read(Path file) {
    Map<Integer, ImageSize> sizes = new HashMap<>();
    Map<ImageSize, ImageSize> shared = new HashMap<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = JsonReading.parser(in)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw malformed(file, "", JsonPlace.describe(parser));
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        int id = FileNumbers.imageId(name, "");
        if (id < 0 || parser.nextToken() != JsonToken.START_ARRAY) {
          throw malformed(file, name, id < 0 ? "a name of no six digits" : "no list");
        }
        int width = parser.nextIntValue(0);
        int height = parser.nextIntValue(0);
        if (width < 1 || height < 1 || parser.nextToken() != JsonToken.END_ARRAY) {
          throw malformed(file, name, "other values");
        }
        ImageSize size = new ImageSize(width, height);
        sizes.put(id, shared.computeIfAbsent(size, s -> s));
      }
    } catch (NoSuchFileException e) {
      throw new DatasetException("There is no sizes file %s: check the path".formatted(file), e);
    } catch (JacksonException e) {
      throw new DatasetException(
          "Cannot read the sizes in %s: %s".formatted(file, JsonPlace.problem(e)), e);
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot read the sizes in %s: %s".formatted(file, IoReason.of(e)), e);
    }
    return new ImageSizes(sizes);
  }

  private static DatasetException malformed(Path file, String name, String found) {
    return new DatasetException(
        "Sizes file %s%s: found %s, expected {\"000001\": [width, height], ...} with sides >= 1"
            .formatted(file, name.isEmpty() ? "" : ", \"" + name + "\"", found));
  }

  /** The size of a photo; empty if the file did not say. */
  public Optional<ImageSize> of(int imageId) {
    return Optional.ofNullable(sizes.get(imageId));
  }

  /** How many photos have a size. */
  public int count() {
    return sizes.size();
  }
}
