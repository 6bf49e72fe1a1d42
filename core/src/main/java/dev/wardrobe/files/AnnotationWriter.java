package dev.wardrobe.files;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.json.JsonNumbers;
import dev.wardrobe.json.PythonJson;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;

/**
 * Writes photos as DeepFashion2 annotation files: one line of JSON, source and pair_id first, then
 * the items in the photo's order. Reading the file gives an equal photo.
 */
public final class AnnotationWriter {
  private AnnotationWriter() {}

  /**
   * The annotation file of a photo. Unknown attributes are left out.
   *
   * @throws IllegalArgumentException if the photo has no source or a mask is no polygons: the
   *     format cannot say either
   */
  public static byte[] toJson(Photo photo) {
    PythonJson json = new PythonJson();
    String source =
        photo
            .source()
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "Expected a source, but photo %d has none".formatted(photo.imageId())))
            .annotationName();
    json.raw("{\"source\": \"").raw(source).raw("\", \"pair_id\": ").integer(photo.pairId());
    for (Item item : photo.items()) {
      json.raw(", \"").raw(item.key()).raw("\": ");
      writeItem(json, item, photo.imageId());
    }
    return json.raw("}").toByteArray();
  }

  private static void writeItem(PythonJson json, Item item, int imageId) {
    if (!(item.mask() instanceof PolygonMask polygons)) {
      throw new IllegalArgumentException(
          "Expected polygons, but %s of photo %d has run lengths".formatted(item.key(), imageId));
    }
    json.raw("{\"segmentation\": [");
    for (int i = 0; i < polygons.parts().size(); i++) {
      json.raw(i == 0 ? "" : ", ");
      JsonNumbers.write(json, polygons.parts().get(i));
    }
    json.raw("]");
    Attributes attributes = item.attributes();
    attributes.scale().ifPresent(value -> json.raw(", \"scale\": ").integer(value.code()));
    attributes.viewpoint().ifPresent(value -> json.raw(", \"viewpoint\": ").integer(value.code()));
    attributes.zoomIn().ifPresent(value -> json.raw(", \"zoom_in\": ").integer(value.code()));
    json.raw(", \"landmarks\": ");
    writeLandmarks(json, item.landmarks());
    json.raw(", \"style\": ").integer(item.style()).raw(", \"bounding_box\": ");
    JsonNumbers.write(json, item.boundingBox());
    json.raw(", \"category_id\": ").integer(item.category().id());
    attributes.occlusion().ifPresent(value -> json.raw(", \"occlusion\": ").integer(value.code()));
    json.raw(", \"category_name\": ").string(item.category().annotationName()).raw("}");
  }

  /** Whole coordinates are written as integers, as in almost all real files. */
  private static void writeLandmarks(PythonJson json, Landmarks landmarks) {
    json.raw("[");
    for (int i = 0; i < landmarks.count(); i++) {
      json.raw(i == 0 ? "" : ", ");
      writeCoordinate(json, landmarks.x(i));
      json.raw(", ");
      writeCoordinate(json, landmarks.y(i));
      json.raw(", ").integer(landmarks.visibility(i));
    }
    json.raw("]");
  }

  private static void writeCoordinate(PythonJson json, double value) {
    long whole = (long) value;
    // Minus zero is no integer.
    if (Double.doubleToRawLongBits((double) whole) == Double.doubleToRawLongBits(value)) {
      json.integer(whole);
    } else {
      json.real(value);
    }
  }
}
