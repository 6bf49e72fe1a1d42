package dev.wardrobe.synthesis.figures;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Piece;
import java.util.List;

/** Draws what figures carry. */
public final class Props {
  private Props() {}

  /**
   * The pieces of something carried, with the fingers around it. What is held is in the hand of a
   * pose of {@link Pose#holding}; in other poses it is put into a hand where that hand happens to
   * be. None for {@link Prop#NOTHING}, nor for flowers seen from behind.
   */
  public static List<Piece> pieces(Prop prop, Wearer wearer, Pose pose, Dice dice) {
    Carrier carrier = new Carrier(wearer, pose, dice);
    switch (prop) {
      case NOTHING -> {}
      case HANDBAG -> Bags.handbag(carrier);
      case SHOULDER_BAG -> Bags.shoulderBag(carrier);
      case CROSS_BODY_BAG -> Bags.crossBodyBag(carrier);
      case FOREARM_BAG -> Bags.forearmBag(carrier);
      case BACKPACK -> Bags.backpack(carrier);
      case SHOPPING_BAG -> Bags.shoppingBag(carrier);
      case PHONE -> Held.phone(carrier);
      case COFFEE -> Held.coffee(carrier);
      case BOOK -> Held.book(carrier);
      case FLOWERS -> {
        // From behind, a bunch held before the body is hidden by it.
        if (pose.view() != View.BACK) {
          Held.flowers(carrier);
        }
      }
      case SCARF -> Draped.scarf(carrier);
    }
    return carrier.pieces();
  }
}
