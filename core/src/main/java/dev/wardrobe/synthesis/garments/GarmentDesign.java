package dev.wardrobe.synthesis.garments;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Material;

/**
 * A garment before anybody wears it.
 *
 * @param category what it is
 * @param style identity inside a pair id: the styles of one pair id share cut, trim and cloth and
 *     differ in looks
 * @param cut its shape
 * @param trim what is sewn on
 * @param fabric what it is made of
 * @param trimming what collars, ribs, bands and belts are made of
 * @param fastening what buttons, zips and buckles are made of
 * @param emblem of its printed emblem; unused if its trim has none
 */
public record GarmentDesign(
    Category category,
    int style,
    Cut cut,
    Trim trim,
    Material.Fabric fabric,
    Material trimming,
    Material.Plain fastening,
    Emblem emblem) {

  /**
   * What a printed emblem shows.
   *
   * @param seed of its shapes
   * @param first colour, 0xRRGGBB
   * @param second colour
   */
  public record Emblem(long seed, int first, int second) {}

  /**
   * A design made by chance.
   *
   * @param shape decides everything about geometry and cloth: the same for all styles of a pair id
   * @param looks decides colours and print
   */
  public static GarmentDesign of(Category category, int style, Dice shape, Dice looks) {
    Draft draft =
        switch (category) {
          case SHORT_SLEEVE_TOP, LONG_SLEEVE_TOP -> new TopDrafts(shape).top(category);
          case SHORT_SLEEVE_OUTWEAR, LONG_SLEEVE_OUTWEAR ->
              new OutwearDrafts(shape).outwear(category == Category.LONG_SLEEVE_OUTWEAR);
          case VEST -> new SleevelessDrafts(shape).vest();
          case SLING -> new SleevelessDrafts(shape).sling();
          case SHORTS -> new BottomDrafts(shape).shorts();
          case TROUSERS -> new BottomDrafts(shape).trousers();
          case SKIRT -> new BottomDrafts(shape).skirt();
          case SHORT_SLEEVE_DRESS, LONG_SLEEVE_DRESS, VEST_DRESS, SLING_DRESS ->
              new DressDrafts(shape).dress(category);
        };
    FabricChooser chooser = new FabricChooser(looks, draft);
    return new GarmentDesign(
        category,
        style,
        draft.cut(),
        draft.trim(),
        chooser.fabric(),
        chooser.trimming(),
        chooser.fastening(),
        chooser.emblem());
  }
}
