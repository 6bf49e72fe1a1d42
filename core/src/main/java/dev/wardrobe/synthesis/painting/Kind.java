package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/** What grows together: where skin lies on skin, or hair on hair, edges are soft. */
enum Kind {
  /** The background. */
  NOTHING,
  THING,
  SKIN,
  HAIR;

  static Kind of(Material material) {
    return switch (material) {
      case Material.Skin skin -> SKIN;
      case Material.Hair hair -> HAIR;
      case Material.Fabric fabric -> THING;
      case Material.Plain plain -> THING;
    };
  }
}
