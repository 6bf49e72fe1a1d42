package dev.wardrobe.validation;

import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.ReadOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks a split: file names and numbering, every annotation's structure, geometry and attributes,
 * photos' headers and if asked their pixels, and pairs across photos.
 *
 * <p>Tolerances: polygons and landmarks may stick out of their box by 5 pixels, as real ones do,
 * and box and polygons must overlap by half. Points on the photo's right and lower edge are inside.
 */
public final class Validator {
  private final DatasetSplit split;
  private final boolean decode;
  private final Consumer<Finding> findings;
  private final IdentityChecks identities = new IdentityChecks();
  private int photos;
  private int items;

  /**
   * What was checked.
   *
   * @param photos image ids with a photo, an annotation or both
   * @param items usable items
   */
  public record Summary(int photos, int items) {}

  /** One photo's reading and the further findings about it. */
  private record Checked(PhotoReading reading, List<Finding> more) {}

  private Validator(DatasetSplit split, boolean decode, Consumer<Finding> findings) {
    this.split = split;
    this.decode = decode;
    this.findings = findings;
  }

  /**
   * Checks a split.
   *
   * @param reading threads, progress, and whether photos are opened
   * @param decode whether to decode every photo to the last pixel, which takes far longer
   * @param findings gets every finding: files first, then photo by photo, pairs last; always in the
   *     same order
   */
  public static Summary validate(
      DatasetSplit split, ReadOptions reading, boolean decode, Consumer<Finding> findings) {
    return new Validator(split, decode, findings).run(reading);
  }

  private Summary run(ReadOptions reading) {
    split.fileFindings().forEach(findings);
    split.forEachChunk(
        reading,
        chunk -> chunk.stream().map(this::check).toList(),
        chunk -> chunk.forEach(this::take));
    identities.findings(split::annotationName).forEach(findings);
    return new Summary(photos, items);
  }

  private Checked check(PhotoReading reading) {
    List<Finding> more = new ArrayList<>(0);
    reading
        .photo()
        .ifPresent(
            photo -> more.addAll(PhotoChecks.of(photo, split.annotationName(photo.imageId()))));
    if (decode) {
      more.addAll(DecodeCheck.of(split, reading.imageId()));
    }
    return new Checked(reading, more);
  }

  private void take(Checked checked) {
    photos++;
    checked.reading().findings().forEach(findings);
    checked.more().forEach(findings);
    checked.reading().photo().ifPresent(this::count);
  }

  private void count(Photo photo) {
    items += photo.items().size();
    identities.add(photo);
  }
}
