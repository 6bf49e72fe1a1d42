package dev.wardrobe.synthesis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.locationtech.jts.geom.Geometry;

class PropsTest {
  private static final long SEED = 12;

  @ParameterizedTest
  @EnumSource(Prop.class)
  void outlines_are_simple_in_every_view(Prop prop) {
    for (int i = 0; i < 120; i++) {
      Dice dice = new Dice(SEED, i);
      Wearer wearer = Wearer.of(dice);
      Pose pose = Pose.holding(prop, Figures.view(i), dice);
      List<Piece> pieces = Props.pieces(prop, wearer, pose, dice);
      Figures.assertDrawable(pieces, prop + ", case " + i);
      boolean hidden = prop == Prop.FLOWERS && pose.view() == View.BACK;
      assertThat(pieces.isEmpty()).isEqualTo(prop == Prop.NOTHING || hidden);
    }
  }

  @ParameterizedTest
  @EnumSource(Prop.class)
  void outlines_are_simple_in_poses_that_hold_nothing(Prop prop) {
    for (int i = 0; i < 60; i++) {
      Dice dice = new Dice(SEED, i);
      Wearer wearer = Wearer.of(dice);
      Pose pose = Pose.of(Figures.view(i), dice);
      Figures.assertDrawable(Props.pieces(prop, wearer, pose, dice), prop + ", case " + i);
    }
  }

  @Test
  void what_is_held_touches_the_holding_arm() {
    for (int i = 0; i < 600; i++) {
      Prop prop = Figures.prop(i);
      Dice dice = new Dice(SEED, i);
      Wearer wearer = Wearer.of(dice);
      Pose pose = Pose.holding(prop, View.FRONT, dice);
      if (prop.held()) {
        Slot slot = pose.hand(Side.LEFT) == Hand.HOLDING ? Slot.LEFT_ARM : Slot.RIGHT_ARM;
        Geometry arm = Figures.union(Body.pieces(wearer, pose), slot);
        Geometry held = Figures.union(Props.pieces(prop, wearer, pose, dice), Slot.PROP);
        assertThat(held.intersects(arm)).as("%s, case %s", prop, i).isTrue();
      }
    }
  }

  @Test
  void large_props_hide_much_more_of_the_trunk_than_small_ones() {
    assertThat(hidden(Prop.Cover.MUCH))
        .isGreaterThan(1.8 * hidden(Prop.Cover.LITTLE))
        .isLessThan(.8);
    assertThat(hidden(Prop.Cover.LITTLE)).isGreaterThan(2 * hidden(Prop.Cover.NONE));
    assertThat(hidden(Prop.Cover.NONE)).isLessThan(.02);
  }

  /** The mean share of the trunk from shoulders to thighs that props of a cover hide. */
  private static double hidden(Prop.Cover cover) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < 400; i++) {
      Prop prop = Figures.prop(i);
      if (prop.cover() == cover && prop != Prop.NOTHING) {
        Dice dice = new Dice(SEED, i);
        Wearer wearer = Wearer.of(dice);
        Measures m = wearer.measures();
        Pose pose = Pose.holding(prop, View.FRONT, dice);
        List<Piece> pieces = Props.pieces(prop, wearer, pose, dice);
        Geometry over = Figures.union(pieces, Slot.PROP);
        over = over.union(Figures.union(pieces, Slot.GARMENT));
        over = over.union(Figures.union(pieces, Slot.COLLAR));
        Geometry trunk =
            Figures.polygon(
                new double[] {-m.chest(), 0, m.chest(), 0, m.hip(), .55, -m.hip(), .55});
        sum += over.intersection(trunk).getArea() / trunk.getArea();
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void same_dice_make_the_same_pieces() {
    for (int i = 0; i < 60; i++) {
      assertThat(made(i)).isEqualTo(made(i));
    }
  }

  private static String made(int index) {
    Prop prop = Figures.prop(index);
    Dice dice = new Dice(SEED, index);
    Wearer wearer = Wearer.of(dice);
    Pose pose = Pose.holding(prop, Figures.view(index), dice);
    return Figures.text(Props.pieces(prop, wearer, pose, dice));
  }
}
