package dev.wardrobe;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.util.List;
import java.util.Optional;

/** Flawless items and photos of 400 x 300 pixels for tests that care for few of their values. */
public final class SampleItems {
  /** What the items' boxes and landmarks give by definition. */
  public static final Attributes ATTRIBUTES =
      Attributes.of(Scale.SMALL, Occlusion.SLIGHT, ZoomIn.NONE, Viewpoint.FRONTAL);

  private SampleItems() {}

  /** An item in the box from (100, 100) to (200, 200). */
  public static Item item(int number, Category category, int style) {
    return item(number, category, style, Coordinates.ofIntegers(100, 100, 200, 200));
  }

  /** An item whose polygon is its box, with all landmarks visible in the middle of the box. */
  public static Item item(int number, Category category, int style, Coordinates box) {
    return new Item(
        number, category, style, box, landmarks(category, box), outline(box), ATTRIBUTES);
  }

  /** The box as a polygon. */
  public static PolygonMask outline(Coordinates box) {
    double[] b = box.toArray();
    return new PolygonMask(
        List.of(Coordinates.ofReals(b[0], b[1], b[2], b[1], b[2], b[3], b[0], b[3])));
  }

  private static Landmarks landmarks(Category category, Coordinates box) {
    double[] xyv = new double[3 * category.landmarks().count()];
    for (int i = 0; i < xyv.length; i += 3) {
      xyv[i] = (box.get(0) + box.get(2)) / 2;
      xyv[i + 1] = (box.get(1) + box.get(3)) / 2;
      xyv[i + 2] = Landmarks.VISIBLE;
    }
    return Landmarks.of(xyv);
  }

  /** A photo. */
  public static Photo photo(int imageId, Source source, int pairId, Item... items) {
    return new Photo(
        imageId,
        Photo.fileNameOf(imageId),
        Optional.of(new ImageSize(400, 300)),
        Optional.of(source),
        pairId,
        List.of(items));
  }
}
