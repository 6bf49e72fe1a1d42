package dev.wardrobe.synthesis.figures;

/** What a hand does. */
public enum Hand {
  /** Hangs, fingers a little bent. */
  RELAXED,
  /** Lies on the body. */
  FLAT,
  /** On the hip, with the fingers around it. */
  ON_HIP,
  /** In a pocket: what is worn over the body hides it. */
  POCKET,
  /** Closed around something: carries a {@link Prop}. */
  HOLDING
}
