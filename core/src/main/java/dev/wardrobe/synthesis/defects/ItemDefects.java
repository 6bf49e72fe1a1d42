package dev.wardrobe.synthesis.defects;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Defects of an item's geometry and attributes. Each leaves the rest in agreement where it can, so
 * that few other rules find the same place.
 */
final class ItemDefects {
  /** In pixels; well beyond what annotators of the real set are off. */
  private static final int FAR = 40;

  private ItemDefects() {}

  static Optional<Item> boxBeyondPhoto(Item item, ImageSize size) {
    Box box = new Box(item.box().x1(), item.box().y1(), size.width() + FAR, item.box().y2());
    Attributes is = item.attributes();
    Scale scale = Scale.ofShare(box.area() / size.area());
    return Optional.of(
        new Item(
            item.number(),
            item.category(),
            item.style(),
            Coordinates.ofIntegers((int) box.x1(), (int) box.y1(), (int) box.x2(), (int) box.y2()),
            item.landmarks(),
            item.mask(),
            new Attributes(Optional.of(scale), is.occlusion(), is.zoomIn(), is.viewpoint())));
  }

  static Optional<Item> landmarkBesideBox(Item item, ImageSize size) {
    double x = item.box().x1() - FAR;
    return x < 0 ? Optional.empty() : movedLandmark(item, x);
  }

  static Optional<Item> landmarkBeyondPhoto(Item item, ImageSize size) {
    return movedLandmark(item, size.width() + FAR);
  }

  static Optional<Item> polygonBesideBox(Item item, ImageSize size) {
    int x = (int) item.box().x1() - FAR;
    return x < 0 ? Optional.empty() : movedPolygon(item, x);
  }

  static Optional<Item> polygonBeyondPhoto(Item item, ImageSize size) {
    return movedPolygon(item, size.width() + FAR);
  }

  static Optional<Item> noLandmark(Item item, ImageSize size) {
    Landmarks none = Landmarks.of(new double[3 * item.landmarks().count()]);
    Attributes is = item.attributes();
    Attributes agreeing =
        new Attributes(
            is.scale(), Optional.of(Occlusion.SLIGHT), Optional.of(ZoomIn.LARGE), is.viewpoint());
    return Optional.of(with(item, none, item.mask(), agreeing));
  }

  static Optional<Item> unlabelledWithPlace(Item item, ImageSize size) {
    double[] xyv = item.landmarks().toArray();
    for (int i = 0; i < xyv.length; i += 3) {
      if (xyv[i + 2] == Landmarks.NOT_LABELLED) {
        xyv[i] = Math.rint(item.box().x1() + 1);
        xyv[i + 1] = Math.rint(item.box().y1() + 1);
        return Optional.of(with(item, Landmarks.of(xyv), item.mask(), item.attributes()));
      }
    }
    return Optional.empty();
  }

  static Optional<Item> wrongScale(Item item, ImageSize size) {
    Attributes is = item.attributes();
    Optional<Scale> wrong = is.scale().flatMap(scale -> Scale.ofCode(other(scale.code())));
    return withAttributes(item, new Attributes(wrong, is.occlusion(), is.zoomIn(), is.viewpoint()));
  }

  static Optional<Item> wrongOcclusion(Item item, ImageSize size) {
    Attributes is = item.attributes();
    Optional<Occlusion> wrong =
        is.occlusion().flatMap(occlusion -> Occlusion.ofCode(other(occlusion.code())));
    return withAttributes(item, new Attributes(is.scale(), wrong, is.zoomIn(), is.viewpoint()));
  }

  /** Too large: landmarks may be unlabelled for other reasons, so too small could be right. */
  static Optional<Item> wrongZoomIn(Item item, ImageSize size) {
    Attributes is = item.attributes();
    return is.zoomIn().equals(Optional.of(ZoomIn.LARGE))
        ? Optional.empty()
        : withAttributes(
            item,
            new Attributes(is.scale(), is.occlusion(), Optional.of(ZoomIn.LARGE), is.viewpoint()));
  }

  /** The same item with another style. */
  static Item withStyle(Item item, int style) {
    return new Item(
        item.number(),
        item.category(),
        style,
        item.boundingBox(),
        item.landmarks(),
        item.mask(),
        item.attributes());
  }

  /** The code two further on, so that slight becomes heavy rather than nearly right. */
  private static int other(int code) {
    return code == 3 ? 1 : 3;
  }

  private static Optional<Item> movedLandmark(Item item, double x) {
    double[] xyv = item.landmarks().toArray();
    for (int i = 0; i < xyv.length; i += 3) {
      if (xyv[i + 2] == Landmarks.VISIBLE) {
        xyv[i] = x;
        return Optional.of(with(item, Landmarks.of(xyv), item.mask(), item.attributes()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Item> movedPolygon(Item item, int x) {
    if (!(item.mask() instanceof PolygonMask polygons)) {
      return Optional.empty();
    }
    List<Coordinates> parts = new ArrayList<>(polygons.parts());
    Coordinates first = parts.getFirst();
    Coordinates.Builder moved = Coordinates.builder().addInteger(x);
    for (int i = 1; i < first.size(); i++) {
      if (first.isInteger(i)) {
        moved.addInteger((long) first.get(i));
      } else {
        moved.addReal(first.get(i));
      }
    }
    parts.set(0, moved.build());
    return Optional.of(with(item, item.landmarks(), new PolygonMask(parts), item.attributes()));
  }

  private static Optional<Item> withAttributes(Item item, Attributes attributes) {
    return Optional.of(with(item, item.landmarks(), item.mask(), attributes));
  }

  private static Item with(Item item, Landmarks landmarks, Mask mask, Attributes attributes) {
    return new Item(
        item.number(),
        item.category(),
        item.style(),
        item.boundingBox(),
        landmarks,
        mask,
        attributes);
  }
}
