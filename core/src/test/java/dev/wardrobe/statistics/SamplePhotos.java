package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.Rule;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Made-up photos from a seed, of everything that can occur. */
final class SamplePhotos {
  private static final ImageSize SMALL = new ImageSize(4, 3);

  private final Random random;

  SamplePhotos(long seed) {
    random = new Random(seed);
  }

  List<PhotoReading> readings(int count) {
    List<PhotoReading> readings = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      readings.add(
          switch (random.nextInt(20)) {
            case 0 -> lost(id, Rule.JSON_SYNTAX);
            case 1 -> lost(id, Rule.ANNOTATION_MISSING);
            default -> annotated(id);
          });
    }
    return readings;
  }

  static PhotoReading lost(int id, Rule rule) {
    Finding other = Finding.ofFile(Rule.JSON_BOM, "a", "b", "c");
    return new PhotoReading(
        id, Optional.empty(), List.of(other, Finding.ofFile(rule, "a", "b", "c")));
  }

  static PhotoReading withoutAnnotation(int id) {
    return new PhotoReading(id, Optional.empty(), List.of());
  }

  private PhotoReading annotated(int id) {
    List<Item> items = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    int count = random.nextInt(10) == 0 ? random.nextInt(14) : random.nextInt(4);
    for (int number = 1; number <= count; number++) {
      if (random.nextInt(15) == 0) {
        String key = "item" + number;
        findings.add(new Finding(Rule.ITEM_VALUE, "f", key, "style", "x", "y"));
        findings.add(new Finding(Rule.BOX_EMPTY, "f", key, "bounding_box", "x", "y"));
      } else {
        items.add(item(number));
      }
    }
    return new PhotoReading(id, Optional.of(photo(id, items)), findings);
  }

  private Photo photo(int id, List<Item> items) {
    Optional<ImageSize> size =
        random.nextInt(4) == 0
            ? Optional.empty()
            : Optional.of(new ImageSize(1 + random.nextInt(5), 1 + random.nextInt(5)));
    return new Photo(
        id, Photo.fileNameOf(id), size, maybe(Source.values(), 30), random.nextInt(12), items);
  }

  Item item(int number) {
    Category category = Category.ALL.get(random.nextInt(13));
    return new Item(
        number,
        category,
        random.nextInt(4),
        Coordinates.ofIntegers(0, 0, 2, 2),
        landmarks(category),
        mask(),
        new Attributes(
            maybe(Scale.values(), 9),
            maybe(Occlusion.values(), 9),
            maybe(ZoomIn.values(), 9),
            maybe(Viewpoint.values(), 9)));
  }

  private Landmarks landmarks(Category category) {
    double[] xyv = new double[3 * category.landmarks().count()];
    if (random.nextInt(5) > 0) {
      for (int i = 0; i < xyv.length; i += 3) {
        xyv[i + 2] = random.nextInt(3);
      }
    }
    return Landmarks.of(xyv);
  }

  private Mask mask() {
    if (random.nextInt(12) == 0) {
      return RleMask.empty(SMALL);
    }
    List<Coordinates> parts = new ArrayList<>();
    for (int part = random.nextInt(4); part > 0; part--) {
      parts.add(Coordinates.ofIntegers(new int[2 * (3 + random.nextInt(5))]));
    }
    return new PolygonMask(parts);
  }

  private <T> Optional<T> maybe(T[] values, int rarely) {
    return random.nextInt(rarely) == 0
        ? Optional.empty()
        : Optional.of(Arrays.asList(values).get(random.nextInt(values.length)));
  }
}
