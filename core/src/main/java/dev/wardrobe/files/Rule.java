package dev.wardrobe.files;

import java.util.Locale;

/**
 * What can be wrong with a DeepFashion2 data set. A rule's code, such as "box-outside-image", is
 * its name in lower case with hyphens.
 */
public enum Rule {
  FILE_NAME(Group.FILES, Consequence.KEPT, "a file that is no NNNNNN.jpg or NNNNNN.json"),
  NUMBERING_GAP(Group.FILES, Consequence.KEPT, "image numbers that no file has"),
  ANNOTATION_MISSING(Group.FILES, Consequence.PHOTO_SKIPPED, "a photo without annotation"),
  IMAGE_MISSING(Group.FILES, Consequence.KEPT, "an annotation without photo"),
  FILE_UNREADABLE(Group.FILES, Consequence.PHOTO_SKIPPED, "a file that could not be read"),
  IMAGE_HEADER(Group.FILES, Consequence.KEPT, "a photo whose JPEG header gives no size"),
  IMAGE_DECODE(Group.FILES, Consequence.KEPT, "a photo whose pixels do not decode cleanly"),
  IMAGE_COLOUR(Group.FILES, Consequence.KEPT, "a photo that is grey or CMYK instead of colour"),
  IMAGE_ROTATED(
      Group.FILES, Consequence.KEPT, "a photo that viewers rotate; annotations do not rotate"),

  JSON_SYNTAX(Group.STRUCTURE, Consequence.PHOTO_SKIPPED, "a file that is not valid JSON"),
  JSON_ENCODING(Group.STRUCTURE, Consequence.PHOTO_SKIPPED, "a file that is not UTF-8"),
  JSON_BOM(Group.STRUCTURE, Consequence.KEPT, "a byte order mark before the JSON"),
  FILE_TOO_LARGE(Group.STRUCTURE, Consequence.PHOTO_SKIPPED, "an annotation of over 256 KiB"),
  KEY_MISSING(Group.STRUCTURE, Consequence.KEPT, "a key that is not there but can be done without"),
  PHOTO_KEY_MISSING(
      Group.STRUCTURE, Consequence.PHOTO_SKIPPED, "a key of the photo that is not there"),
  ITEM_KEY_MISSING(Group.STRUCTURE, Consequence.ITEM_SKIPPED, "a key of an item that is not there"),
  KEY_DUPLICATE(
      Group.STRUCTURE, Consequence.KEPT, "a key that is there twice; the last one counts"),
  KEY_UNKNOWN(Group.STRUCTURE, Consequence.KEPT, "a key that the format does not have"),
  ITEM_KEY(
      Group.STRUCTURE,
      Consequence.ITEM_SKIPPED,
      "an item under a key other than item1, item2, ..."),
  ITEM_NUMBERING(Group.STRUCTURE, Consequence.KEPT, "items that are not numbered 1, 2, 3, ..."),
  ITEM_NONE(Group.STRUCTURE, Consequence.KEPT, "a photo without items"),
  PHOTO_VALUE(Group.STRUCTURE, Consequence.PHOTO_SKIPPED, "an impossible value of the photo"),
  ITEM_VALUE(Group.STRUCTURE, Consequence.ITEM_SKIPPED, "an impossible value of an item"),
  ATTRIBUTE_VALUE(
      Group.STRUCTURE, Consequence.KEPT, "an impossible attribute; it counts as absent"),
  CATEGORY_UNKNOWN(Group.STRUCTURE, Consequence.ITEM_SKIPPED, "a category id other than 1 to 13"),
  CATEGORY_NAME(
      Group.STRUCTURE, Consequence.KEPT, "a category name that is not its id's; the id counts"),
  LANDMARK_COUNT(Group.STRUCTURE, Consequence.ITEM_SKIPPED, "too few or too many landmarks"),
  POLYGON_POINTS(Group.STRUCTURE, Consequence.KEPT, "a polygon of fewer than 3 points"),
  POLYGON_NONE(Group.STRUCTURE, Consequence.KEPT, "an item without polygons"),

  BOX_EMPTY(Group.GEOMETRY, Consequence.ITEM_SKIPPED, "a box without width or height"),
  BOX_OUTSIDE_IMAGE(Group.GEOMETRY, Consequence.KEPT, "a box that leaves its photo"),
  BOX_MASK(Group.GEOMETRY, Consequence.KEPT, "a box that does not fit its polygons"),
  BOX_LANDMARK(Group.GEOMETRY, Consequence.KEPT, "visible landmarks outside their box"),
  POLYGON_OUTSIDE_IMAGE(Group.GEOMETRY, Consequence.KEPT, "polygon points outside the photo"),
  LANDMARK_OUTSIDE_IMAGE(Group.GEOMETRY, Consequence.KEPT, "labelled landmarks outside the photo"),
  LANDMARK_NONE(Group.GEOMETRY, Consequence.KEPT, "an item without a labelled landmark"),
  LANDMARK_UNLABELLED(
      Group.GEOMETRY, Consequence.KEPT, "a landmark not labelled, yet not at (0, 0)"),

  SCALE_DEFINITION(Group.ATTRIBUTES, Consequence.KEPT, "a scale other than the box's share gives"),
  OCCLUSION_DEFINITION(
      Group.ATTRIBUTES, Consequence.KEPT, "an occlusion other than the landmarks give"),
  ZOOM_IN_DEFINITION(Group.ATTRIBUTES, Consequence.KEPT, "a zoom-in other than the landmarks give"),

  ORPHAN_CONSUMER_STYLE(
      Group.PAIRS, Consequence.KEPT, "a consumer garment (pair id and style) in no shop photo"),
  ORPHAN_SHOP_STYLE(
      Group.PAIRS, Consequence.KEPT, "a shop garment (pair id and style) in no consumer photo");

  /** What a rule is about. */
  public enum Group {
    FILES,
    STRUCTURE,
    GEOMETRY,
    ATTRIBUTES,
    PAIRS;

    /** The name in lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Group group;
  private final Consequence consequence;
  private final String description;

  Rule(Group group, Consequence consequence, String description) {
    this.group = group;
    this.consequence = consequence;
    this.description = description;
  }

  /** The code, such as "box-outside-image". */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What the rule is about. */
  public Group group() {
    return group;
  }

  /** What a finding of this rule means for readers. */
  public Consequence consequence() {
    return consequence;
  }

  /** Whether the photo's pixels are lost, so that who needs them has to leave it out. */
  public boolean losesPixels() {
    return this == IMAGE_MISSING || this == IMAGE_HEADER || this == IMAGE_DECODE;
  }

  /** What is wrong, in a few words. */
  public String description() {
    return description;
  }
}
