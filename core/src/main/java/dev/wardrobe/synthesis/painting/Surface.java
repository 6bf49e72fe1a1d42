package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/**
 * A material in the scale of a photo.
 *
 * @param pattern its colours
 * @param weave its fine relief
 */
record Surface(Pattern pattern, Weave weave) {

  /** A material of which a unit is a number of pixels long. */
  static Surface of(Material material, double unit) {
    return switch (material) {
      case Material.Fabric fabric ->
          new Surface(FabricPattern.of(fabric, unit), ClothWeave.of(fabric, unit));
      case Material.Skin skin -> new Surface(Pattern.plain(skin.rgb()), Weave.SMOOTH);
      case Material.Hair hair ->
          new Surface(Pattern.plain(hair.rgb()), new HairWeave(Noise.seed(hair.seed(), 2), unit));
      case Material.Plain plain ->
          new Surface(
              Pattern.plain(plain.rgb()),
              plain.finish() == Material.Finish.WOOD ? Surface::wood : Weave.SMOOTH);
    };
  }

  /** Long grain that runs down and sways. */
  private static float wood(float u, float v, float tilt) {
    float sway = Noise.smooth(u * 4, v * 3, 11);
    return .16f * ClothWeave.wave((u + sway * .06f) * 42)
        + .1f * (Noise.smooth(u * 180, v * 12, 12) - .5f);
  }
}
