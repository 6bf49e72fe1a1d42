package dev.wardrobe.synthesis;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Rule;

/**
 * A known flaw that can be planted into a split's folder, and the rule that should find it. Rules
 * of the same place may find more: a box that leaves its photo no longer fits its polygons either.
 */
public enum Flaw {
  STRAY_FILE(Rule.FILE_NAME, new FlawEdit.OfFiles(false, FileFlaws::addStrayFile)),
  SKIPPED_NUMBER(Rule.NUMBERING_GAP, new FlawEdit.OfFiles(false, FileFlaws::skipNumber)),
  PHOTO_WITHOUT_ANNOTATION(
      Rule.ANNOTATION_MISSING, new FlawEdit.OfFiles(true, FileFlaws::addPhotoAlone)),
  ANNOTATION_WITHOUT_PHOTO(Rule.IMAGE_MISSING, new FlawEdit.OfFiles(true, FileFlaws::deletePhoto)),
  PHOTO_WITHOUT_HEADER(Rule.IMAGE_HEADER, new FlawEdit.OfFiles(true, FileFlaws::cutHeader)),
  HALF_A_PHOTO(Rule.IMAGE_DECODE, new FlawEdit.OfFiles(true, FileFlaws::cutPixels)),
  GREY_PHOTO(Rule.IMAGE_COLOUR, new FlawEdit.OfFiles(true, FileFlaws::makeGrey)),
  ROTATED_PHOTO(Rule.IMAGE_ROTATED, new FlawEdit.OfFiles(true, FileFlaws::tagRotated)),

  HALF_A_JSON(Rule.JSON_SYNTAX, new FlawEdit.OfText(TextFlaws::half)),
  UTF_16(Rule.JSON_ENCODING, new FlawEdit.OfText(TextFlaws::utf16)),
  BYTE_ORDER_MARK(Rule.JSON_BOM, new FlawEdit.OfText(TextFlaws::byteOrderMark)),
  NO_SCALE(Rule.KEY_MISSING, TextFlaws.replacing("\"scale\": \\d, ", "")),
  NO_SOURCE(Rule.PHOTO_KEY_MISSING, TextFlaws.replacingInFile("\"source\": \"\\w+\", ", "")),
  NO_STYLE(Rule.ITEM_KEY_MISSING, TextFlaws.replacing("\"style\": \\d+, ", "")),
  SCALE_TWICE(Rule.KEY_DUPLICATE, TextFlaws.replacing("(\"scale\": \\d, )", "$1$1")),
  EXTRA_KEY(Rule.KEY_UNKNOWN, TextFlaws.replacing("(\"scale\")", "\"colour\": \"red\", $1")),
  ITEM2_ALONE(Rule.ITEM_NUMBERING, new FlawEdit.OfText(TextFlaws::renumberedOnlyItem)),
  NO_ITEMS(Rule.ITEM_NONE, TextFlaws.replacingInFile(", \"item.*\\}", "}")),
  UNKNOWN_SOURCE(
      Rule.PHOTO_VALUE, TextFlaws.replacingInFile("\"source\": \"\\w+\"", "\"source\": \"web\"")),
  NAN(Rule.ITEM_VALUE, TextFlaws.replacing("(\"bounding_box\": \\[)\\d+", "$1NaN")),
  VIEWPOINT_7(Rule.ATTRIBUTE_VALUE, TextFlaws.replacing("(\"viewpoint\": )\\d", "$17")),
  CATEGORY_14(Rule.CATEGORY_UNKNOWN, TextFlaws.replacing("(\"category_id\": )\\d+", "$114")),
  OTHER_CATEGORY_NAME(
      Rule.CATEGORY_NAME, TextFlaws.replacing("(\"category_name\": \")[^\"]+", "$1cape")),
  LANDMARK_LOST(
      Rule.LANDMARK_COUNT, TextFlaws.replacing("(\"landmarks\": \\[)[^,]+, [^,]+, \\d, ", "$1")),
  TWO_POINT_POLYGON(
      Rule.POLYGON_POINTS,
      TextFlaws.replacing("(\"segmentation\": \\[)(\\[[^,]+, [^,]+, [^,]+, [^,]+)", "$1$2], $2")),
  NO_POLYGON(
      Rule.POLYGON_NONE,
      TextFlaws.replacing("\"segmentation\": \\[\\[.*?\\]\\]", "\"segmentation\": []")),
  FLAT_BOX(
      Rule.BOX_EMPTY,
      TextFlaws.replacing("(\"bounding_box\": \\[\\d+, )(\\d+)(, \\d+, )\\d+", "$1$2$3$2")),

  BOX_BEYOND_PHOTO(Rule.BOX_OUTSIDE_IMAGE, new FlawEdit.OfItem(ItemFlaws::boxBeyondPhoto)),
  POLYGON_BESIDE_BOX(Rule.BOX_MASK, new FlawEdit.OfItem(ItemFlaws::polygonBesideBox)),
  LANDMARK_BESIDE_BOX(Rule.BOX_LANDMARK, new FlawEdit.OfItem(ItemFlaws::landmarkBesideBox)),
  POLYGON_BEYOND_PHOTO(
      Rule.POLYGON_OUTSIDE_IMAGE, new FlawEdit.OfItem(ItemFlaws::polygonBeyondPhoto)),
  LANDMARK_BEYOND_PHOTO(
      Rule.LANDMARK_OUTSIDE_IMAGE, new FlawEdit.OfItem(ItemFlaws::landmarkBeyondPhoto)),
  NO_LANDMARK_LABELLED(Rule.LANDMARK_NONE, new FlawEdit.OfItem(ItemFlaws::noLandmark)),
  UNLABELLED_WITH_PLACE(
      Rule.LANDMARK_UNLABELLED, new FlawEdit.OfItem(ItemFlaws::unlabelledWithPlace)),
  WRONG_SCALE(Rule.SCALE_DEFINITION, new FlawEdit.OfItem(ItemFlaws::wrongScale)),
  WRONG_OCCLUSION(Rule.OCCLUSION_DEFINITION, new FlawEdit.OfItem(ItemFlaws::wrongOcclusion)),
  WRONG_ZOOM_IN(Rule.ZOOM_IN_DEFINITION, new FlawEdit.OfItem(ItemFlaws::wrongZoomIn)),

  CONSUMER_STYLE_ALONE(Rule.ORPHAN_CONSUMER_STYLE, new FlawEdit.OfStyle(Source.USER)),
  SHOP_STYLE_ALONE(Rule.ORPHAN_SHOP_STYLE, new FlawEdit.OfStyle(Source.SHOP));

  private final Rule rule;

  // Functions without state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final FlawEdit edit;

  Flaw(Rule rule, FlawEdit edit) {
    this.rule = rule;
    this.edit = edit;
  }

  /** The rule that should find this flaw. */
  public Rule rule() {
    return rule;
  }

  /** Whether the flaw can be planted only where there are photos beside the annotations. */
  public boolean needsPhotos() {
    return edit instanceof FlawEdit.OfFiles files && files.needsPhotos();
  }

  FlawEdit edit() {
    return edit;
  }
}
