package dev.wardrobe.synthesis.scene;

/** How a fabric is made: decides its grain, its gloss and how it folds. */
public enum Cloth {
  COTTON,
  KNIT,
  DENIM,
  SATIN,
  WOOL,
  LEATHER
}
