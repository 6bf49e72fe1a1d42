package dev.wardrobe.files;

/** What the parts of a split's folder or zip are called. */
public final class SplitLayout {
  /** The folder of {@code NNNNNN.json}. */
  public static final String ANNOTATIONS = "annos";

  /** The folder of {@code NNNNNN.jpg}. */
  public static final String IMAGES = "image";

  /** Our side file with the photos' sizes, where the photos are not there. */
  public static final String SIZES = "sizes.json";

  private SplitLayout() {}
}
