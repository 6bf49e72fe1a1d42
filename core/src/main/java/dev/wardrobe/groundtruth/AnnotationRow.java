package dev.wardrobe.groundtruth;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.PackedMask;
import dev.wardrobe.structures.RleMask;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One row of "annotations", before its photo and category are looked up: they may follow later in
 * the file.
 *
 * @param record its position in the list, from 1, within its block of the file
 * @param polygons the mask if it is polygons, which need the photo's size
 * @param packed the mask if it is run lengths
 */
record AnnotationRow(
    long record,
    long id,
    long imageId,
    long categoryId,
    double x,
    double y,
    double width,
    double height,
    double area,
    boolean crowd,
    int keypointCount,
    LabelledLandmarks landmarks,
    List<Coordinates> polygons,
    Optional<PackedMask> packed,
    Attributes attributes,
    Optional<Source> source) {

  /** The row, other records standing before its block. */
  AnnotationRow after(long records) {
    return new AnnotationRow(
        records + record,
        id,
        imageId,
        categoryId,
        x,
        y,
        width,
        height,
        area,
        crowd,
        keypointCount,
        landmarks,
        polygons,
        packed,
        attributes,
        source);
  }

  /** The row with its polygons rasterised. */
  AnnotationRow with(PackedMask mask) {
    return new AnnotationRow(
        record,
        id,
        imageId,
        categoryId,
        x,
        y,
        width,
        height,
        area,
        crowd,
        keypointCount,
        landmarks,
        List.of(),
        Optional.of(mask),
        attributes,
        source);
  }

  /** The row as an item. */
  GroundTruthItem item(int imageIndex, int categoryIndex, Supplier<RleMask> mask) {
    return new GroundTruthItem(
        id,
        imageIndex,
        categoryIndex,
        x,
        y,
        width,
        height,
        area,
        crowd,
        keypointCount,
        landmarks,
        mask,
        attributes,
        source);
  }
}
