package dev.wardrobe.synthesis.garments;

import dev.wardrobe.synthesis.figures.Skeleton;
import dev.wardrobe.synthesis.scene.Piece;
import java.util.List;

/** Makes garments to measure. */
public final class Tailor {

  private Tailor() {}

  /**
   * The pieces of a garment on a figure. Each landmark of its category is on exactly one of them,
   * on a vertex of one of its polygons; the garment is the union of all pieces.
   *
   * @param design of the garment
   * @param skeleton of who wears it, or of how it hangs or lies
   * @param item that its layers are of
   * @param fit how it is worn
   * @return in figure units; for one slot and rank in the order in which they lie
   */
  public static List<Piece> pieces(GarmentDesign design, Skeleton skeleton, int item, Fit fit) {
    Bench bench = new Bench(design, new Frame(skeleton), item, fit);
    return switch (design.category()) {
      case SHORT_SLEEVE_OUTWEAR, LONG_SLEEVE_OUTWEAR -> new OutwearPattern(bench).pieces();
      case SHORTS, TROUSERS -> new LegPattern(bench).pieces();
      case SKIRT -> new SkirtPattern(bench).pieces();
      default -> new TrunkPattern(bench).pieces();
    };
  }
}
