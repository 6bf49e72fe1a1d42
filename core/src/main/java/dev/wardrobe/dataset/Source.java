package dev.wardrobe.dataset;

import java.util.Optional;

/** Who took a photo. */
public enum Source {
  /** A shop: the gallery side of retrieval. */
  SHOP("shop"),
  /** A consumer: the query side of retrieval. */
  USER("user");

  private final String annotationName;

  Source(String annotationName) {
    this.annotationName = annotationName;
  }

  /** The source with this name in annotation files, exactly; empty for any other text. */
  public static Optional<Source> ofName(String name) {
    return name.equals("shop")
        ? Optional.of(SHOP)
        : name.equals("user") ? Optional.of(USER) : Optional.empty();
  }

  /** The word in annotation files: "shop" or "user". */
  public String annotationName() {
    return annotationName;
  }
}
