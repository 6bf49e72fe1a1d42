package dev.wardrobe.synthesis.figures;

/** From where a figure is seen. */
public enum View {
  FRONT,
  SIDE,
  BACK
}
