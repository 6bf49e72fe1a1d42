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
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Photo sizes from a side file, for those who have the annotations without the photos: a JSON
 * object {@code {"000001": [width, height], ...}}, sides 1 to 65,535.
 */
public final class ImageSizes {
  /** A JPEG has at most 65,535 pixels a side. */
  private static final int BITS = 16;

  private static final int ID_SHIFT = 2 * BITS;

  private static final int MOST = (1 << BITS) - 1;

  /** Stands in where there is no side file. */
  public static final ImageSizes NONE = new ImageSizes(new long[0]);

  /** Image id, width and height in one number each, ascending. */
  private final long[] sizes;

  private ImageSizes(long[] sizes) {
    this.sizes = sizes;
  }

  /**
   * Reads a side file; of two sizes of one photo the later counts.
   *
   * @throws DatasetException if it cannot be read or is not as described
   */
  public static ImageSizes read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        JsonParser parser = JsonReading.parserOfManyNames(in)) {
      return read(parser, file);
    } catch (NoSuchFileException e) {
      throw new DatasetException("There is no sizes file %s: check the path".formatted(file), e);
    } catch (JacksonException e) {
      throw new DatasetException(
          "Cannot read the sizes in %s: %s".formatted(file, JsonPlace.problem(e)), e);
    } catch (IOException e) {
      throw new DatasetException(
          "Cannot read the sizes in %s: %s".formatted(file, IoReason.of(e)), e);
    }
  }

  private static ImageSizes read(JsonParser parser, Path file) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw malformed(file, "", JsonPlace.describe(parser));
    }
    long[] sizes = new long[1024];
    int count = 0;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      int id = FileNumbers.imageId(name, "");
      if (id < 0 || parser.nextToken() != JsonToken.START_ARRAY) {
        throw malformed(file, name, id < 0 ? "a name of no six digits" : "no list");
      }
      int width = parser.nextIntValue(0);
      int height = parser.nextIntValue(0);
      boolean possible = width >= 1 && height >= 1 && width <= MOST && height <= MOST;
      if (!possible || parser.nextToken() != JsonToken.END_ARRAY) {
        throw malformed(file, name, "other values");
      }
      if (count == sizes.length) {
        sizes = Arrays.copyOf(sizes, count * 2);
      }
      sizes[count++] = ((long) id << ID_SHIFT) | ((long) width << BITS) | height;
    }
    return new ImageSizes(sorted(Arrays.copyOf(sizes, count)));
  }

  /** By image id; of several with one id, the one that came last. */
  private static long[] sorted(long[] inFileOrder) {
    boolean ascending = true;
    for (int i = 1; i < inFileOrder.length && ascending; i++) {
      ascending = (inFileOrder[i - 1] >>> ID_SHIFT) < (inFileOrder[i] >>> ID_SHIFT);
    }
    if (ascending) {
      return inFileOrder;
    }
    TreeMap<Long, Long> last = new TreeMap<>();
    for (long size : inFileOrder) {
      last.put(size >>> ID_SHIFT, size);
    }
    return last.values().stream().mapToLong(Long::longValue).toArray();
  }

  private static DatasetException malformed(Path file, String name, String found) {
    return new DatasetException(
        "Sizes file %s%s: found %s, expected {\"000001\": [width, height], ...} with sides 1 to 65535"
            .formatted(file, name.isEmpty() ? "" : ", \"" + name + "\"", found));
  }

  /** The size of a photo; empty if the file did not say. */
  public Optional<ImageSize> of(int imageId) {
    int at = Arrays.binarySearch(sizes, (long) imageId << ID_SHIFT);
    int index = at >= 0 ? at : -at - 1;
    if (index == sizes.length || (sizes[index] >>> ID_SHIFT) != imageId) {
      return Optional.empty();
    }
    return Optional.of(
        new ImageSize((int) (sizes[index] >>> BITS) & MOST, (int) sizes[index] & MOST));
  }

  /** How many photos have a size. */
  public int count() {
    return sizes.length;
  }
}
