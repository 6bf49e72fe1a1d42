package dev.wardrobe.synthesis.scene;

/** What a layer is made of. Colours are 0xRRGGBB. */
public sealed interface Material {

  /** Its main colour. */
  int rgb();

  /**
   * A garment's fabric.
   *
   * @param cloth how it is made
   * @param print what is on it
   * @param rgb its ground
   * @param second colour of the print; unused when plain
   * @param third colour of the print; unused by prints of one colour
   * @param repeat of the print in units of the material, such as the distance of two stripes
   * @param angle of the print, radians clockwise: stripes at 0 run from left to right
   * @param seed of where flowers and other irregular things lie
   */
  record Fabric(
      Cloth cloth,
      Print print,
      int rgb,
      int second,
      int third,
      double repeat,
      double angle,
      long seed)
      implements Material {}

  /** Skin of a person. */
  record Skin(int rgb) implements Material {}

  /**
   * Hair.
   *
   * @param rgb its colour
   * @param seed of its strands
   */
  record Hair(int rgb, long seed) implements Material {}

  /**
   * Anything else: a bag, a phone, a button, a mannequin.
   *
   * @param rgb its colour
   * @param finish how it reflects light
   */
  record Plain(int rgb, Finish finish) implements Material {}

  /** How a plain thing reflects light. */
  enum Finish {
    MATTE,
    LEATHER,
    GLOSSY,
    METAL,
    WOOD
  }
}
