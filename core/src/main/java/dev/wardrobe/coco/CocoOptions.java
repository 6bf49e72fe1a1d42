package dev.wardrobe.coco;

/**
 * How to write a COCO file.
 *
 * @param attributes whether to add source, scale, occlusion, zoom_in and viewpoint to each
 *     annotation, after the official keys
 * @param landmarks which landmarks to write
 * @param recount whether num_keypoints counts the landmarks written; otherwise it counts all
 *     labelled ones, whatever is written. Which of the two the official keypoints_val_vis.json does
 *     is unknown
 */
public record CocoOptions(boolean attributes, LandmarkChoice landmarks, boolean recount) {
  /** What deepfashion2_to_coco.py writes. */
  public static final CocoOptions OFFICIAL =
      new CocoOptions(false, LandmarkChoice.VISIBLE_AND_OCCLUDED, true);

  /** Which landmarks become keypoints; the others are written as 0, 0, 0. */
  public enum LandmarkChoice {
    /** Visible ones only, as in keypoints_val_vis.json. */
    VISIBLE,
    /** All labelled ones, as in keypoints_val_vis_and_occ.json. */
    VISIBLE_AND_OCCLUDED
  }
}
