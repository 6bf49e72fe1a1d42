package dev.wardrobe.coco;

import dev.wardrobe.coco.PlainPhoto.PlainItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The official conversion, slow and plain: the format's rules of deepfashion2_to_coco.py applied to
 * literals, with none of the product's code.
 */
final class PlainConverter {
  private static final int[] COUNTS = {25, 33, 31, 39, 15, 15, 10, 14, 8, 29, 37, 19, 19};
  private static final List<String> NAMES =
      List.of(
          "short_sleeved_shirt",
          "long_sleeved_shirt",
          "short_sleeved_outwear",
          "long_sleeved_outwear",
          "vest",
          "sling",
          "shorts",
          "trousers",
          "skirt",
          "short_sleeved_dress",
          "long_sleeved_dress",
          "vest_dress",
          "sling_dress");

  private final boolean attributes;
  private final boolean visibleOnly;
  private final boolean recount;

  PlainConverter(boolean attributes, boolean visibleOnly, boolean recount) {
    this.attributes = attributes;
    this.visibleOnly = visibleOnly;
    this.recount = recount;
  }

  String convert(List<PlainPhoto> photos) {
    List<String> images = new ArrayList<>();
    List<String> annotations = new ArrayList<>();
    for (PlainPhoto photo : photos) {
      images.add(
          "{\"coco_url\": \"\", \"date_captured\": \"\", \"file_name\": \"%06d.jpg\", \"flickr_url\": \"\", \"id\": %d, \"license\": 0, \"width\": %d, \"height\": %d}"
              .formatted(photo.id(), photo.id(), photo.width(), photo.height()));
      for (PlainItem item : photo.items()) {
        annotations.add(annotation(photo, item, annotations.size() + 1));
      }
    }
    return "{\"info\": {}, \"licenses\": [], \"images\": [%s], \"annotations\": [%s], \"categories\": [%s]}"
        .formatted(String.join(", ", images), String.join(", ", annotations), categories());
  }

  private String annotation(PlainPhoto photo, PlainItem item, int id) {
    List<NumberText> box = item.box();
    NumberText width = minus(box.get(2), box.get(0));
    NumberText height = minus(box.get(3), box.get(1));
    NumberText area =
        new NumberText("", width.value() * height.value(), width.integer() && height.integer());
    String text =
        "{\"area\": %s, \"bbox\": [%s, %s, %s, %s], \"category_id\": %d, \"id\": %d, \"pair_id\": %d, \"image_id\": %d, \"iscrowd\": 0, \"style\": %d, "
            .formatted(
                area.python(),
                box.get(0).python(),
                box.get(1).python(),
                width.python(),
                height.python(),
                item.category(),
                id,
                photo.pairId(),
                photo.id(),
                item.style());
    text += keypoints(item) + ", \"segmentation\": " + polygons(item);
    if (attributes) {
      text +=
          ", \"source\": \"%s\", \"scale\": %d, \"occlusion\": %d, \"zoom_in\": %d, \"viewpoint\": %d"
              .formatted(
                  photo.source(),
                  item.attributes().get(0),
                  item.attributes().get(1),
                  item.attributes().get(2),
                  item.attributes().get(3));
    }
    return text + "}";
  }

  private static NumberText minus(NumberText a, NumberText b) {
    return new NumberText("", a.value() - b.value(), a.integer() && b.integer());
  }

  private String keypoints(PlainItem item) {
    String[] points = new String[3 * 294];
    Arrays.fill(points, "0.0");
    int offset = 3 * IntStream.range(0, item.category() - 1).map(i -> COUNTS[i]).sum();
    int count = 0;
    for (int i = 0; i < item.landmarks().size(); i += 3) {
      double visibility = item.landmarks().get(i + 2).value();
      boolean written = visibility == 2 || !visibleOnly;
      if (written) {
        for (int j = i; j < i + 3; j++) {
          // int of -0 is 0, and numpy makes it the float 0.0.
          NumberText number = item.landmarks().get(j);
          points[offset + j] =
              NumberText.python(number.integer() ? number.value() + 0. : number.value());
        }
      }
      count += visibility > 0 && (written || !recount) ? 1 : 0;
    }
    return "\"num_keypoints\": %d, \"keypoints\": [%s]".formatted(count, String.join(", ", points));
  }

  private static String polygons(PlainItem item) {
    return item.polygons().stream()
        .map(polygon ->
            polygon.stream().map(NumberText::python).collect(Collectors.joining(", ", "[", "]")))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String categories() {
    String names =
        IntStream.rangeClosed(1, 294)
            .mapToObj(i -> "\"" + i + "\"")
            .collect(Collectors.joining(", "));
    return IntStream.rangeClosed(1, 13)
        .mapToObj(id ->
            "{\"id\": %d, \"name\": \"%s\", \"supercategory\": \"clothes\", \"keypoints\": [%s], \"skeleton\": []}"
                .formatted(id, NAMES.get(id - 1), names))
        .collect(Collectors.joining(", "));
  }
}
