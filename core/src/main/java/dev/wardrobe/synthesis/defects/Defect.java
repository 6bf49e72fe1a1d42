package dev.wardrobe.synthesis.defects;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.Rule;

/**
 * A known defect that can be planted into a split's folder, and the rule that should find it. Rules
 * of the same place may find more: a box that leaves its photo no longer fits its polygons either.
 */
public enum Defect {
  STRAY_FILE(Rule.FILE_NAME, new DefectEdit.OfFiles(false, FileDefects::addStrayFile)),
  SKIPPED_NUMBER(Rule.NUMBERING_GAP, new DefectEdit.OfFiles(false, FileDefects::skipNumber)),
  PHOTO_WITHOUT_ANNOTATION(
      Rule.ANNOTATION_MISSING, new DefectEdit.OfFiles(true, FileDefects::addPhotoAlone)),
  ANNOTATION_WITHOUT_PHOTO(
      Rule.IMAGE_MISSING, new DefectEdit.OfFiles(true, FileDefects::deletePhoto)),
  PHOTO_WITHOUT_HEADER(Rule.IMAGE_HEADER, new DefectEdit.OfFiles(true, FileDefects::cutHeader)),
  HALF_A_PHOTO(Rule.IMAGE_DECODE, new DefectEdit.OfFiles(true, FileDefects::cutPixels)),
  GREY_PHOTO(Rule.IMAGE_COLOUR, new DefectEdit.OfFiles(true, FileDefects::makeGrey)),
  ROTATED_PHOTO(Rule.IMAGE_ROTATED, new DefectEdit.OfFiles(true, FileDefects::tagRotated)),

  HALF_A_JSON(Rule.JSON_SYNTAX, new DefectEdit.OfText(TextDefects::half)),
  UTF_16(Rule.JSON_ENCODING, new DefectEdit.OfText(TextDefects::utf16)),
  BYTE_ORDER_MARK(Rule.JSON_BOM, new DefectEdit.OfText(TextDefects::byteOrderMark)),
  NO_SCALE(Rule.KEY_MISSING, TextDefects.replacing("\"scale\": \\d, ", "")),
  NO_SOURCE(Rule.PHOTO_KEY_MISSING, TextDefects.replacingInFile("\"source\": \"\\w+\", ", "")),
  NO_STYLE(Rule.ITEM_KEY_MISSING, TextDefects.replacing("\"style\": \\d+, ", "")),
  SCALE_TWICE(Rule.KEY_DUPLICATE, TextDefects.replacing("(\"scale\": \\d, )", "$1$1")),
  EXTRA_KEY(Rule.KEY_UNKNOWN, TextDefects.replacing("(\"scale\")", "\"colour\": \"red\", $1")),
  ITEM2_ALONE(Rule.ITEM_NUMBERING, new DefectEdit.OfText(TextDefects::renumberedOnlyItem)),
  NO_ITEMS(Rule.ITEM_NONE, TextDefects.replacingInFile(", \"item.*\\}", "}")),
  UNKNOWN_SOURCE(
      Rule.PHOTO_VALUE, TextDefects.replacingInFile("\"source\": \"\\w+\"", "\"source\": \"web\"")),
  NAN(Rule.ITEM_VALUE, TextDefects.replacing("(\"bounding_box\": \\[)\\d+", "$1NaN")),
  VIEWPOINT_7(Rule.ATTRIBUTE_VALUE, TextDefects.replacing("(\"viewpoint\": )\\d", "$17")),
  CATEGORY_14(Rule.CATEGORY_UNKNOWN, TextDefects.replacing("(\"category_id\": )\\d+", "$114")),
  OTHER_CATEGORY_NAME(
      Rule.CATEGORY_NAME, TextDefects.replacing("(\"category_name\": \")[^\"]+", "$1cape")),
  LANDMARK_LOST(
      Rule.LANDMARK_COUNT, TextDefects.replacing("(\"landmarks\": \\[)[^,]+, [^,]+, \\d, ", "$1")),
  TWO_POINT_POLYGON(
      Rule.POLYGON_POINTS,
      TextDefects.replacing("(\"segmentation\": \\[)(\\[[^,]+, [^,]+, [^,]+, [^,]+)", "$1$2], $2")),
  NO_POLYGON(
      Rule.POLYGON_NONE,
      TextDefects.replacing("\"segmentation\": \\[\\[.*?\\]\\]", "\"segmentation\": []")),
  FLAT_BOX(
      Rule.BOX_EMPTY,
      TextDefects.replacing("(\"bounding_box\": \\[\\d+, )(\\d+)(, \\d+, )\\d+", "$1$2$3$2")),

  BOX_BEYOND_PHOTO(Rule.BOX_OUTSIDE_IMAGE, new DefectEdit.OfItem(ItemDefects::boxBeyondPhoto)),
  POLYGON_BESIDE_BOX(Rule.BOX_MASK, new DefectEdit.OfItem(ItemDefects::polygonBesideBox)),
  LANDMARK_BESIDE_BOX(Rule.BOX_LANDMARK, new DefectEdit.OfItem(ItemDefects::landmarkBesideBox)),
  POLYGON_BEYOND_PHOTO(
      Rule.POLYGON_OUTSIDE_IMAGE, new DefectEdit.OfItem(ItemDefects::polygonBeyondPhoto)),
  LANDMARK_BEYOND_PHOTO(
      Rule.LANDMARK_OUTSIDE_IMAGE, new DefectEdit.OfItem(ItemDefects::landmarkBeyondPhoto)),
  NO_LANDMARK_LABELLED(Rule.LANDMARK_NONE, new DefectEdit.OfItem(ItemDefects::noLandmark)),
  UNLABELLED_WITH_PLACE(
      Rule.LANDMARK_UNLABELLED, new DefectEdit.OfItem(ItemDefects::unlabelledWithPlace)),
  WRONG_SCALE(Rule.SCALE_DEFINITION, new DefectEdit.OfItem(ItemDefects::wrongScale)),
  WRONG_OCCLUSION(Rule.OCCLUSION_DEFINITION, new DefectEdit.OfItem(ItemDefects::wrongOcclusion)),
  WRONG_ZOOM_IN(Rule.ZOOM_IN_DEFINITION, new DefectEdit.OfItem(ItemDefects::wrongZoomIn)),

  CONSUMER_STYLE_ALONE(Rule.ORPHAN_CONSUMER_STYLE, new DefectEdit.OfStyle(Source.USER, 98)),
  SHOP_STYLE_ALONE(Rule.ORPHAN_SHOP_STYLE, new DefectEdit.OfStyle(Source.SHOP, 99));

  private final Rule rule;

  // Functions without state, which the compiler cannot know.
  @SuppressWarnings("ImmutableEnumChecker")
  private final DefectEdit edit;

  Defect(Rule rule, DefectEdit edit) {
    this.rule = rule;
    this.edit = edit;
  }

  /** The rule that should find this defect. */
  public Rule rule() {
    return rule;
  }

  /** Whether the defect can be planted only where there are photos beside the annotations. */
  public boolean needsPhotos() {
    return edit instanceof DefectEdit.OfFiles files && files.needsPhotos();
  }

  DefectEdit edit() {
    return edit;
  }
}
