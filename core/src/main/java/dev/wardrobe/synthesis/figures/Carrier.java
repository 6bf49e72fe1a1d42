package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Material.Finish;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Point;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.ArrayList;
import java.util.List;

/** Who carries a prop and with which arm; collects the pieces of it. */
final class Carrier {
  /** Rank of what lies over all garments of a slot. */
  static final int OVER = 1000;

  private static final int[] COLOURS = {
    0x26211f, 0x5b3a26, 0x9a6a42, 0xc8a47c, 0xe7dfd2, 0x7b2d33, 0x2f4a5c, 0x55614a, 0xd0a3a0,
    0xbf8b3a
  };

  final Wearer wearer;
  final Skeleton skeleton;
  final Dice dice;

  /** The arm that holds what is held, and the shoulder for the rest. */
  final Limb arm;

  /** At the wrist of that arm, with a hand's length as unit. */
  final Frame hand;

  private final List<Piece> pieces = new ArrayList<>();

  Carrier(Wearer wearer, Pose pose, Dice dice) {
    this.wearer = wearer;
    this.skeleton = pose.skeleton(wearer.measures());
    this.dice = dice;
    Side side = side(pose, dice);
    this.arm = skeleton.arm(side);
    this.hand = Fingers.frame(arm, wearer.measures());
  }

  private static Side side(Pose pose, Dice dice) {
    Side any = dice.chance(.5) ? Side.LEFT : Side.RIGHT;
    for (Side side : Side.values()) {
      if (pose.hand(side) == Hand.HOLDING) {
        return side;
      }
    }
    if (pose.view() == View.SIDE) {
      return pose.isFar(Side.LEFT) ? Side.RIGHT : Side.LEFT;
    }
    return any;
  }

  List<Piece> pieces() {
    return List.copyOf(pieces);
  }

  Measures measures() {
    return wearer.measures();
  }

  /** -1 if the carrying arm is on the left of the photo, else 1. */
  int sign() {
    return arm.side().sign() * (skeleton.view() == View.BACK ? -1 : 1);
  }

  /**
   * 1 for the side of the trunk that is seen, -1 for its back, as {@link Skeleton#trunk} has it.
   */
  double seen(double front) {
    return skeleton.view() == View.BACK ? -front : front;
  }

  /** An upright frame in figure units at the middle of the closed hand. */
  Frame grip() {
    return Frame.turned(hand.at(0, .46), 0);
  }

  int colour() {
    return COLOURS[dice.below(COLOURS.length)];
  }

  static Material leather(int rgb) {
    return new Material.Plain(rgb, Finish.LEATHER);
  }

  static Material matte(int rgb) {
    return new Material.Plain(rgb, Finish.MATTE);
  }

  static Detail patch(double[] polygon, Material material, Frame frame) {
    return new Detail.Patch(polygon, material, 1, false, frame.anchor());
  }

  void add(Slot slot, double[] polygon, Material material, Frame frame, Detail... details) {
    int rank = slot == Slot.PROP || slot == Slot.BEHIND ? 0 : OVER;
    Layer layer =
        new Layer(Layer.NO_ITEM, List.of(polygon), material, 1, frame.anchor(), List.of(details));
    pieces.add(Piece.of(slot, rank, layer));
  }

  /** The fingers of the closed hand, over the handle in it. */
  void fist() {
    fingers(
        hand.smooth(-.26, .3, 0, .27, .26, .3, .29, .44, .22, .58, 0, .63, -.22, .57, -.29, .44),
        new Detail.Seam(hand.line(.13, .3, .14, .44, .12, .6), heads(), false),
        new Detail.Seam(hand.line(0, .29, .01, .44, 0, .62), heads(), false),
        new Detail.Seam(hand.line(-.13, .3, -.12, .44, -.12, .58), heads(), false));
  }

  private double heads() {
    return .014 * hand.down().length();
  }

  /**
   * Fingers that come around an edge of something upright.
   *
   * @param frame of the thing, in figure units
   * @param x of the edge; the fingers reach from there towards 0 and beyond
   * @param y of the middle of the fingers
   */
  void fingersAround(Frame frame, double x, double y, double reach) {
    double inward = x > 0 ? -1 : 1;
    for (int i = 0; i < 4; i++) {
      double at = y + (i - 1.5) * .0135;
      double tip = x + inward * reach * (i == 0 || i == 3 ? .82 : 1);
      Point from = frame.at(x - inward * .006, at);
      Point to = frame.at(tip, at - .002);
      double half = .0074;
      fingers(Hull.around(from.x(), from.y(), half, half, to.x(), to.y(), half * .9, half * .9));
    }
  }

  private void fingers(double[] polygon, Detail... details) {
    add(Slot.PROP, polygon, new Material.Skin(wearer.skin()), hand, details);
  }
}
