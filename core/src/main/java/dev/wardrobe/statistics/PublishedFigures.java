package dev.wardrobe.statistics;

import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.statistics.SplitStatistics.Scope;
import java.util.OptionalLong;

/**
 * What is published about the whole data set.
 *
 * <p>Source: Ge et al., "DeepFashion2: A Versatile Benchmark for Detection, Pose Estimation,
 * Segmentation and Re-Identification of Clothing Images", CVPR 2019, Table 1 and Figure 3; for the
 * released archives what their users count and the authors confirm.
 */
public final class PublishedFigures {
  /** Why counted and published figures differ, in one line. */
  public static final String WHY_FEWER =
      "Only about half of the paper's training images were released (191,961 of 390,884).";

  /** Where the figures come from, in one line. */
  public static final String SOURCE =
      "Paper: Ge et al., DeepFashion2, CVPR 2019, Table 1 and Figure 3.";

  private static final OptionalLong NONE = OptionalLong.empty();

  private PublishedFigures() {}

  /** Table 1 of the paper; empty where it has no number. */
  public static OptionalLong paper(Figure figure, Scope scope) {
    return switch (figure) {
      case PHOTOS -> photos(scope);
      case ITEMS, LANDMARKS, MASKS ->
          switch (scope) {
            case TRAIN -> OptionalLong.of(636_624);
            case VALIDATION -> OptionalLong.of(54_910);
            case TEST -> OptionalLong.of(109_198);
            case OVERALL -> OptionalLong.of(800_732);
            case OTHER -> NONE;
          };
      case PAIRS ->
          switch (scope) {
            case TRAIN -> OptionalLong.of(685_584);
            case OVERALL -> OptionalLong.of(873_234);
            case VALIDATION, TEST, OTHER -> NONE;
          };
      case QUERIES -> queryOrGallery(scope, 12_550, 24_402);
      case GALLERY -> queryOrGallery(scope, 37_183, 75_347);
    };
  }

  private static OptionalLong photos(Scope scope) {
    return switch (scope) {
      case TRAIN -> OptionalLong.of(Split.TRAIN.paperPhotos());
      case VALIDATION -> OptionalLong.of(Split.VALIDATION.paperPhotos());
      case TEST -> OptionalLong.of(Split.TEST.paperPhotos());
      case OVERALL -> OptionalLong.of(491_895);
      case OTHER -> NONE;
    };
  }

  private static OptionalLong queryOrGallery(Scope scope, long validation, long test) {
    return switch (scope) {
      case VALIDATION -> OptionalLong.of(validation);
      case TEST -> OptionalLong.of(test);
      case TRAIN, OVERALL, OTHER -> NONE;
    };
  }

  /** What the released archives hold; empty for everything but photos. */
  public static OptionalLong released(Figure figure, Scope scope) {
    if (figure != Figure.PHOTOS) {
      return NONE;
    }
    return switch (scope) {
      case TRAIN -> OptionalLong.of(Split.TRAIN.releasedPhotos());
      case VALIDATION -> OptionalLong.of(Split.VALIDATION.releasedPhotos());
      case TEST -> OptionalLong.of(Split.TEST.releasedPhotos());
      case OVERALL -> {
        long sum = 0;
        for (Split split : Split.values()) {
          sum += split.releasedPhotos();
        }
        yield OptionalLong.of(sum);
      }
      case OTHER -> NONE;
    };
  }

  /** Figure 3: percent of all items of small, moderate or large scale. */
  public static int percent(Scale value) {
    return switch (value) {
      case SMALL -> 26;
      case MODERATE -> 50;
      case LARGE -> 24;
    };
  }

  /** Figure 3: percent of all items with slight, medium or heavy occlusion. */
  public static int percent(Occlusion value) {
    return switch (value) {
      case SLIGHT, MEDIUM -> 47;
      case HEAVY -> 6;
    };
  }

  /** Figure 3: percent of all items with no, medium or large zoom-in. */
  public static int percent(ZoomIn value) {
    return switch (value) {
      case NONE -> 67;
      case MEDIUM -> 21;
      case LARGE -> 12;
    };
  }

  /**
   * Figure 3: percent of all items by viewpoint. The paper separates side (8) and back (7);
   * annotations have one value for both.
   */
  public static int percent(Viewpoint value) {
    return switch (value) {
      case NO_WEAR -> 7;
      case FRONTAL -> 78;
      case SIDE_OR_BACK -> 8 + 7;
    };
  }
}
