package dev.wardrobe.synthesis.scene;

/** What is on a fabric. */
public enum Print {
  PLAIN,
  STRIPES,
  CHECKS,
  DOTS,
  FLORAL,
  GRADIENT
}
