package dev.wardrobe.groundtruth;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.structures.RleMask;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One annotated item as the official evaluation sees it: a row of "annotations" of a COCO file. The
 * box is kept as upper-left corner, width and height, as there, because a width computed from two
 * corners may differ in the last bit, and a match may hang on it.
 *
 * @param id the annotation's id
 * @param imageIndex the photo, as index into the ground truth's photos
 * @param categoryIndex the category, as index into the ground truth's categories
 * @param x left edge of the box, in pixels
 * @param y upper edge of the box, in pixels
 * @param width width of the box, in pixels
 * @param height height of the box, in pixels
 * @param area the annotation's "area" in square pixels, whatever it was computed from: it decides
 *     the area range
 * @param crowd whether it stands for many items ("iscrowd"); never in DeepFashion2
 * @param keypointCount the annotation's "num_keypoints"; an item with 0 is ignored when landmarks
 *     are scored
 * @param landmarks what is labelled; none where landmarks were not asked for
 * @param mask the rasterised mask; one without pixels where masks were not asked for
 * @param attributes for the subset tables, as far as known
 * @param source who took the photo, if known
 */
public record GroundTruthItem(
    long id,
    int imageIndex,
    int categoryIndex,
    double x,
    double y,
    double width,
    double height,
    double area,
    boolean crowd,
    int keypointCount,
    LabelledLandmarks landmarks,
    Supplier<RleMask> mask,
    Attributes attributes,
    Optional<Source> source) {}
