package dev.wardrobe.report;

import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.evaluation.SubsetRule;
import dev.wardrobe.results.BadResults;
import java.util.List;

/** Choices in words, for text and files alike. */
final class Wording {
  /** What Tables 3, 5, 7 and 9 come from. */
  static final String FULL_SET =
      "Match R-CNN there: trained on the whole training set, of which only half was released.";

  private Wording() {}

  /** Which landmarks count. */
  static String of(LandmarkChoice landmarks) {
    return switch (landmarks) {
      case VISIBLE -> "visible landmarks only";
      case VISIBLE_AND_OCCLUDED -> "visible and occluded landmarks";
    };
  }

  /** The word for which landmarks count, as the command line has it. */
  static String key(LandmarkChoice landmarks) {
    return switch (landmarks) {
      case VISIBLE -> "vis";
      case VISIBLE_AND_OCCLUDED -> "vis-and-occ";
    };
  }

  /** The word for what was done with bad records. */
  static String key(BadResults bad) {
    return switch (bad) {
      case REFUSE -> "refuse";
      case SKIP -> "lenient";
      case OFFICIAL -> "as-official";
    };
  }

  /** How subsets were counted, and that others may count otherwise. */
  static List<String> subsetNotes(SubsetRule rule) {
    return List.of(
        FULL_SET,
        "The authors never published how they count subsets. Here (--subset-rule %s):"
            .formatted(rule.label()),
        meaning(rule) + ".");
  }

  private static String meaning(SubsetRule rule) {
    return switch (rule) {
      case IGNORE ->
          "items outside a subset are ignored, so that detections on them count neither way";
      case DROP -> "items outside a subset are removed, so that detections on them are false";
      case IMAGES_ANY -> "photos with an item of the subset; other items on them are ignored";
      case IMAGES_ALL -> "photos with items of the subset only";
    };
  }
}
