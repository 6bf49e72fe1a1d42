package dev.wardrobe.synthesis.photography;

/** How garments are shown. */
public enum Staging {
  /** Somebody wears them and stands on the ground. */
  WORN,
  /** They lie on a surface seen from above. */
  FLAT_LAY,
  /** They hang on a hanger before a wall, a door or in a wardrobe. */
  HANGER,
  /** A stand or mannequin wears them. */
  MANNEQUIN
}
