package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Material.Finish;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;

/** Draws what garments hang on where nobody wears them. */
public final class Hanger {
  /** Rank in its slot: before the inner backs of all garments. */
  private static final int RANK = 1000;

  private static final int[] WOOD = {0xc79a63, 0xa9743f, 0x7a4e2c, 0xe0c49a};
  private static final int[] PLASTIC = {0xf3f1ee, 0x2a2a2c, 0xd8c9c6, 0xb9c3c7};
  private static final Material STEEL = new Material.Plain(0xaeb4b8, Finish.METAL);

  private final Dice dice;
  private final List<Piece> pieces = new ArrayList<>();

  private Hanger(Dice dice) {
    this.dice = dice;
  }

  /**
   * A hanger with its bar from shoulder to shoulder inside a garment, and its hook above the neck.
   * Of wood, plastic or wire.
   */
  public static List<Piece> pieces(Skeleton skeleton, Dice dice) {
    Hanger hanger = new Hanger(dice);
    hanger.shoulders(skeleton);
    return List.copyOf(hanger.pieces);
  }

  /**
   * A hanger with two clips that hold a skirt, trousers or shorts by the waist.
   *
   * @param y of the upper edge of what hangs on it
   */
  public static List<Piece> clips(Skeleton skeleton, double y, Dice dice) {
    Hanger hanger = new Hanger(dice);
    hanger.clipped(skeleton, y);
    return List.copyOf(hanger.pieces);
  }

  private void shoulders(Skeleton skeleton) {
    Measures m = skeleton.measures();
    Frame frame = Frame.turned(skeleton.trunk(0, 0, 0), skeleton.lean());
    boolean wire = dice.chance(.25);
    double half = m.shoulder() * .97;
    double low = m.shoulderY() + .004;
    double thick = wire ? .004 : .013;
    double[] line =
        frame.line(-half, low, -half * .5, low * .4, 0, -.008, half * .5, low * .4, half, low);
    Material material = wire ? STEEL : solid();
    hook(frame, -.01, Slot.INSIDE);
    add(Slot.INSIDE, Outline.band(line, thick), material, frame);
    if (wire || dice.chance(.5)) {
      double[] bar = frame.at(-half * .93, low + .012, half * .93, low + .012);
      add(Slot.INSIDE, Outline.band(bar, wire ? .004 : .006), material, frame);
    }
  }

  private Material solid() {
    return dice.chance(.6)
        ? new Material.Plain(WOOD[dice.below(WOOD.length)], Finish.WOOD)
        : new Material.Plain(PLASTIC[dice.below(PLASTIC.length)], Finish.GLOSSY);
  }

  /** A hook over a place of a frame: its stem in a slot, its bend behind everything. */
  private void hook(Frame frame, double y, Slot slot) {
    double bend = y - .062;
    double[] stem = frame.at(0, y, 0, bend + .016);
    add(slot, Outline.band(stem, .0045), STEEL, frame);
    Outline curl = new Outline().add(frame.at(0, y)).add(frame.at(0, bend + .02));
    curl.add(frame.at(.012, bend + .002)).add(frame.at(.022, bend - .018));
    curl.add(frame.at(.014, bend - .036)).add(frame.at(-.004, bend - .042));
    curl.add(frame.at(-.021, bend - .032)).add(frame.at(-.025, bend - .016));
    add(Slot.BEHIND, Outline.band(curl.open(), .0045), STEEL, frame);
  }

  private void clipped(Skeleton skeleton, double y) {
    Measures m = skeleton.measures();
    Frame frame = Frame.turned(skeleton.trunk(0, y, 0), 0);
    double half = m.waist() * dice.between(.62, .78);
    double up = -.045;
    hook(frame, up, Slot.INSIDE);
    double[] bar = frame.at(-half * 1.18, up, half * 1.18, up);
    Material material = dice.chance(.4) ? STEEL : solid();
    add(Slot.INSIDE, Outline.band(bar, .008), material, frame);
    for (int side = -1; side <= 1; side += 2) {
      double x = side * half;
      double[] clip =
          frame.at(
              x - .011, up - .01, x + .011, up - .01, x + .013, .005, x + .017, .014, x - .017,
              .014, x - .013, .005);
      Detail spring = new Detail.Seam(frame.at(x - .013, -.012, x + .013, -.012), .004, false);
      Layer layer = Layer.thing(clip, material, frame.anchor()).withDetails(List.of(spring));
      pieces.add(Piece.of(Slot.PROP, 0, layer));
    }
  }

  private void add(Slot slot, double[] polygon, Material material, Frame frame) {
    int rank = slot == Slot.INSIDE ? RANK : 0;
    pieces.add(Piece.of(slot, rank, Layer.thing(polygon, material, frame.anchor())));
  }
}
