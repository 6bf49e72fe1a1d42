package dev.wardrobe.files;

import java.util.function.Supplier;

/**
 * What opening a data set may need.
 *
 * @param password asked at most once, and only if a zip is encrypted; an empty array means none.
 *     Never stored in a file nor logged; overwritten when the data set is closed
 * @param sizes sizes of photos that are not there
 */
public record DatasetOptions(Supplier<char[]> password, ImageSizes sizes) {
  /** No password and no side file. */
  public static final DatasetOptions DEFAULTS =
      new DatasetOptions(() -> new char[0], ImageSizes.NONE);
}
