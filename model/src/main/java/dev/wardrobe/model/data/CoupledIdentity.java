package dev.wardrobe.model.data;

import dev.wardrobe.synthesis.chance.Dice;
import java.util.Arrays;

/** The photos of one pair id, of consumers and of shops, at least one each. */
final class CoupledIdentity {
  /** How many couples are to be hard negatives, where there is a choice. */
  private static final double HARD_SHARE = .25;

  /**
   * Only so many photos are looked through for a partner: enough, and bounded whatever the data.
   */
  private static final int LOOKED_AT = 200;

  private final PhotoIndex photos;
  private final int[] many;
  private final int[] few;
  private final boolean manyAreConsumers;

  CoupledIdentity(PhotoIndex photos, int[] consumers, int[] shops) {
    this.photos = photos;
    this.manyAreConsumers = consumers.length >= shops.length;
    this.many = manyAreConsumers ? consumers : shops;
    this.few = manyAreConsumers ? shops : consumers;
  }

  /** How many couples there are: as many as the larger side has photos. */
  int count() {
    return many.length;
  }

  /**
   * Gives each photo of the larger side a partner. First each of the smaller side chooses one, so
   * that none is left out; then those without choose. Whoever finds none of the wanted kind waits,
   * so as not to take another's.
   *
   * @return consumer, shop, consumer, shop, ...
   */
  int[] couples(Dice dice) {
    int[] partners = new int[many.length];
    Arrays.fill(partners, -1);
    int[] manyOrder = dice.permutation(many.length);
    int[] fewOrder = dice.permutation(few.length);
    boolean[] placed = new boolean[few.length];
    for (int mine : fewOrder) {
      placed[mine] = place(mine, dice.chance(HARD_SHARE), manyOrder, partners, dice);
    }
    for (int mine : fewOrder) {
      placed[mine] = placed[mine] || place(mine, false, manyOrder, partners, dice);
    }
    int free = 0;
    for (int mine : fewOrder) {
      if (!placed[mine]) {
        while (partners[manyOrder[free]] >= 0) {
          free++;
        }
        partners[manyOrder[free]] = mine;
      }
    }
    int[] uses = new int[few.length];
    for (int other : manyOrder) {
      if (partners[other] < 0) {
        partners[other] = leastUsed(other, dice.chance(HARD_SHARE), fewOrder, uses, dice);
        uses[partners[other]]++;
      }
    }
    return couples(partners);
  }

  /** Finds one of the smaller side a free partner of the wanted kind, and tells whether it did. */
  private boolean place(int mine, boolean hard, int[] order, int[] partners, Dice dice) {
    int start = dice.below(order.length);
    for (int i = 0; i < Math.min(LOOKED_AT, order.length); i++) {
      int other = order[(start + i) % order.length];
      if (partners[other] < 0 && fits(other, mine, hard)) {
        partners[other] = mine;
        return true;
      }
    }
    return false;
  }

  /** Of the partners of the wanted kind, or else of all, the one that was chosen least often. */
  private int leastUsed(int other, boolean hard, int[] order, int[] uses, Dice dice) {
    int best = -1;
    boolean bestFits = false;
    int start = dice.below(order.length);
    for (int i = 0; i < Math.min(LOOKED_AT, order.length); i++) {
      int mine = order[(start + i) % order.length];
      boolean fits = fits(other, mine, hard);
      if (best < 0 || (fits && !bestFits) || (fits == bestFits && uses[mine] < uses[best])) {
        best = mine;
        bestFits = fits;
      }
    }
    return best;
  }

  private boolean fits(int other, int mine, boolean hard) {
    return photos.shareStyle(many[other], few[mine]) != hard;
  }

  private int[] couples(int[] partners) {
    int[] couples = new int[2 * many.length];
    for (int i = 0; i < many.length; i++) {
      couples[2 * i] = manyAreConsumers ? many[i] : few[partners[i]];
      couples[2 * i + 1] = manyAreConsumers ? few[partners[i]] : many[i];
    }
    return couples;
  }
}
