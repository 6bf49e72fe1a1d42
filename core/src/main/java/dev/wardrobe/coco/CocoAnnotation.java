package dev.wardrobe.coco;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Rule;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.Mask;
import java.util.Optional;
import tools.jackson.core.JsonParser;

/**
 * One row of "annotations", before its category and image are looked up: they may follow later in
 * the file.
 *
 * @param place how findings call it, such as "annotation 12"
 * @param imageId -1 if there is none
 * @param categoryId -1 if there is none
 * @param problem why it cannot be used
 */
record CocoAnnotation(
    String place,
    int imageId,
    int categoryId,
    int style,
    int pairId,
    Coordinates boundingBox,
    Keypoints keypoints,
    Mask mask,
    Optional<Source> source,
    Attributes attributes,
    Optional<Problem> problem) {

  /** Why an annotation cannot be used. */
  record Problem(Rule rule, String field, String found, String expected) {}

  /**
   * Reads the object a parser stands at.
   *
   * @param position in the list, from 1, for annotations without id
   */
  static CocoAnnotation read(JsonParser parser, int position) {
    return new CocoAnnotationParser(position).read(parser);
  }
}
