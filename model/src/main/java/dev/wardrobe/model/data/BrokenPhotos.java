package dev.wardrobe.model.data;

import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.Rule;
import java.util.BitSet;
import java.util.function.Consumer;

/** Counts broken photos and reports each once; too many may end a run. */
final class BrokenPhotos {
  /** The share of broken photos above which there is no point in going on. */
  private static final double MOST = .1;

  /** The share is not looked at before so many photos were. */
  private static final int FEW = 100;

  private final PhotoIndex photos;
  private final boolean endIfMany;
  private final Consumer<Finding> findings;
  private final BitSet broken;
  private long asked;
  private long failed;

  BrokenPhotos(PhotoIndex photos, boolean endIfMany, Consumer<Finding> findings) {
    this.photos = photos;
    this.endIfMany = endIfMany;
    this.findings = findings;
    this.broken = new BitSet(photos.size());
  }

  /** How many different photos were broken. */
  int count() {
    return broken.cardinality();
  }

  /**
   * Counts a photo that was asked for.
   *
   * @throws DatasetException if too many of them were broken
   */
  void note(PhotoSupply.Supplied photo) {
    asked++;
    if (photo.problems().isEmpty()) {
      return;
    }
    failed++;
    for (PhotoSupply.Problem problem : photo.problems()) {
      if (!broken.get(problem.index())) {
        broken.set(problem.index());
        findings.accept(finding(problem));
      }
    }
    if (endIfMany && asked >= FEW && failed > MOST * asked) {
      throw new DatasetException(
          "%,d of the first %,d photos of %s that were asked for are broken, such as %s; wardrobe validate --decode finds them all"
              .formatted(
                  failed, asked, photos.split().name(), finding(photo.problems().getFirst())));
    }
  }

  private Finding finding(PhotoSupply.Problem problem) {
    return Finding.ofFile(
        Rule.IMAGE_DECODE,
        photos.split().imageName(photos.imageId(problem.index())),
        problem.found(),
        "a photo that decodes");
  }
}
