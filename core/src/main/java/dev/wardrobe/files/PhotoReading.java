package dev.wardrobe.files;

import dev.wardrobe.dataset.Photo;
import java.util.List;
import java.util.Optional;

/**
 * What reading one photo's files gave.
 *
 * @param imageId the number in the file names
 * @param photo empty if it is lost; then a finding says why
 * @param findings what is wrong with it, at most 200
 */
public record PhotoReading(int imageId, Optional<Photo> photo, List<Finding> findings) {

  /** Copies the findings. */
  public PhotoReading {
    findings = List.copyOf(findings);
  }
}
