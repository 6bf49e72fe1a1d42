package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Material;

/**
 * How a material takes light.
 *
 * @param volume how much darker the side away from the light is
 * @param rim how much darker edges are, wherever the light is
 * @param waves how much broad waves of the cloth show
 * @param folds how much creases show
 * @param outline how much darker the line around it is
 * @param gloss what shines on it
 * @param shine how strong that is
 * @param seed of its waves
 */
record Look(
    float volume,
    float rim,
    float waves,
    float folds,
    float outline,
    Gloss gloss,
    float shine,
    int seed) {

  /** What shines on a material. */
  enum Gloss {
    NONE,
    /** Not light but wear: the middle of panels is paler. */
    WASH,
    SHEEN,
    SHARP,
    STREAK,
    METAL,
    BAND
  }

  static Look of(Material material) {
    return switch (material) {
      case Material.Fabric fabric -> of(fabric.cloth(), Noise.seed(fabric.seed(), 1));
      case Material.Skin skin -> new Look(.3f, .03f, 0, .8f, .24f, Gloss.NONE, 0, 0);
      case Material.Hair hair ->
          new Look(
              .42f,
              .12f,
              0,
              1,
              .25f,
              Gloss.BAND,
              hairShine(hair.rgb()),
              Noise.seed(hair.seed(), 1));
      case Material.Plain plain -> of(plain.finish());
    };
  }

  /** Black hair that shone as fair hair does would look grey. */
  private static float hairShine(int rgb) {
    return .11f + .3f * Tone.brightness(rgb);
  }

  private static Look of(Cloth cloth, int seed) {
    return switch (cloth) {
      case COTTON -> new Look(.44f, .07f, .07f, 1, .38f, Gloss.NONE, 0, seed);
      case KNIT -> new Look(.46f, .1f, .04f, .9f, .34f, Gloss.NONE, 0, seed);
      case DENIM -> new Look(.42f, .08f, .05f, 1, .42f, Gloss.WASH, .26f, seed);
      case SATIN -> new Look(.5f, .05f, .12f, 1.25f, .34f, Gloss.SHEEN, .34f, seed);
      case WOOL -> new Look(.44f, .09f, .05f, .9f, .36f, Gloss.NONE, 0, seed);
      case LEATHER -> new Look(.5f, .08f, .07f, 1.2f, .42f, Gloss.SHARP, .4f, seed);
    };
  }

  private static Look of(Material.Finish finish) {
    return switch (finish) {
      case MATTE -> new Look(.38f, .05f, 0, 1, .32f, Gloss.NONE, 0, 0);
      case LEATHER -> new Look(.46f, .08f, .03f, 1, .4f, Gloss.SHARP, .4f, 3);
      case GLOSSY -> new Look(.44f, .05f, 0, 1, .32f, Gloss.STREAK, .5f, 0);
      case METAL -> new Look(.3f, .1f, 0, 1, .34f, Gloss.METAL, .55f, 0);
      case WOOD -> new Look(.36f, .07f, 0, 1, .36f, Gloss.NONE, 0, 0);
    };
  }
}
