package dev.wardrobe.synthesis.figures;

/** Something that a figure carries, and that may hide garments. */
public enum Prop {
  NOTHING(Cover.NONE, false),
  HANDBAG(Cover.NONE, true),
  SHOULDER_BAG(Cover.LITTLE, false),
  CROSS_BODY_BAG(Cover.LITTLE, false),
  FOREARM_BAG(Cover.LITTLE, true),
  BACKPACK(Cover.LITTLE, false),
  PHONE(Cover.LITTLE, true),
  COFFEE(Cover.LITTLE, true),
  BOOK(Cover.LITTLE, true),
  SCARF(Cover.LITTLE, false),
  FLOWERS(Cover.MUCH, true),
  SHOPPING_BAG(Cover.MUCH, true);

  /** How much of what a figure wears a prop hides, roughly. */
  public enum Cover {
    /** Nothing, or nearly nothing. */
    NONE,
    /** One to three landmarks. */
    LITTLE,
    /** Up to half a garment. */
    MUCH
  }

  private final Cover cover;
  private final boolean held;

  Prop(Cover cover, boolean held) {
    this.cover = cover;
    this.held = held;
  }

  /** How much it hides, seen from the front. */
  public Cover cover() {
    return cover;
  }

  /** Whether an arm is needed to carry it. */
  public boolean held() {
    return held;
  }
}
