package dev.wardrobe.synthesis.scene;

/** Where on a figure a piece lies, from back to front. */
public enum Slot {
  /** Hair down the back of a figure seen from the front; the hook of a hanger. */
  BEHIND,
  /** An arm behind the body: first its skin, then its sleeves. */
  FAR_ARM,
  /** The inner back of garments, as seen through a neckline, under a hem or in an open front. */
  INSIDE,
  /** Neck, trunk, legs and shoes. */
  BODY,
  /** Trunk and legs of garments. */
  GARMENT,
  /** An arm before the body: first its skin, then its sleeves. */
  LEFT_ARM,
  /** As {@link #LEFT_ARM}, and before it. */
  RIGHT_ARM,
  /** Collars and hoods that lie over everything at the neck. */
  COLLAR,
  /** Head and face. */
  HEAD,
  /** Hair before head and shoulders. */
  HAIR,
  /** What the figure carries, with the fingers around it. */
  PROP
}
