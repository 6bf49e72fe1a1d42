package dev.wardrobe.synthesis.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Point;
import org.junit.jupiter.api.Test;

class PoseTest {
  private static final long SEED = 99;
  private static final double TINY = 1e-9;

  @Test
  void skeleton_of_a_mirrored_pose_is_the_mirrored_skeleton() {
    for (int i = 0; i < 600; i++) {
      Dice dice = new Dice(SEED, i);
      Measures measures = Wearer.of(dice).measures();
      Pose pose = Pose.holding(Figures.prop(i), Figures.view(i), dice);
      Skeleton skeleton = pose.skeleton(measures);
      Skeleton mirrored = pose.mirrored().skeleton(measures);
      assertMirrored(skeleton.leftArm(), mirrored.rightArm());
      assertMirrored(skeleton.rightArm(), mirrored.leftArm());
      assertMirrored(skeleton.leftLeg(), mirrored.rightLeg());
      assertMirrored(skeleton.rightLeg(), mirrored.leftLeg());
      assertMirrored(skeleton.trunk(.1, .2, .4), mirrored.trunk(-.1, .2, .4));
      assertThat(pose.mirrored().mirrored()).isEqualTo(pose);
    }
  }

  private static void assertMirrored(Limb one, Limb other) {
    for (double along = 0; along <= 2; along += .25) {
      assertMirrored(one.at(along, .02), other.at(along, .02));
    }
    assertThat(one.behind()).isEqualTo(other.behind());
  }

  private static void assertMirrored(Point one, Point other) {
    assertThat(one.x()).isCloseTo(-other.x(), within(TINY));
    assertThat(one.y()).isCloseTo(other.y(), within(TINY));
  }

  @Test
  void limbs_are_never_longer_than_they_are() {
    for (int i = 0; i < 600; i++) {
      Dice dice = new Dice(SEED, i);
      Measures m = Wearer.of(dice).measures();
      Pose pose = Pose.holding(Figures.prop(i), Figures.view(i), dice);
      Skeleton skeleton = pose.skeleton(m);
      for (Side side : Side.values()) {
        Limb arm = skeleton.arm(side);
        assertThat(upper(arm)).as("case %s", i).isLessThan(m.upperArm() * 1.03);
        assertThat(lower(arm)).as("case %s", i).isLessThan(m.foreArm() * 1.03);
        Limb leg = skeleton.leg(side);
        assertThat(upper(leg) + lower(leg)).as("case %s", i).isLessThan(1 - m.hipY() + TINY);
      }
    }
  }

  private static double upper(Limb limb) {
    return limb.middle().minus(limb.start()).length();
  }

  private static double lower(Limb limb) {
    return limb.end().minus(limb.middle()).length();
  }

  @Test
  void arms_keep_their_lengths_where_nothing_points_at_the_viewer() {
    for (int i = 0; i < 200; i++) {
      Dice dice = new Dice(SEED, i);
      Measures m = Wearer.of(dice).measures();
      for (Pose pose : new Pose[] {Pose.flatLay(dice), Pose.hanging(dice)}) {
        for (Side side : Side.values()) {
          Limb arm = pose.skeleton(m).arm(side);
          assertThat(upper(arm)).isCloseTo(m.upperArm(), within(TINY));
          assertThat(lower(arm)).isCloseTo(m.foreArm(), within(TINY));
        }
      }
    }
  }

  @Test
  void reaching_arm_ends_at_its_target_with_its_whole_length() {
    Measures m = Measures.AVERAGE;
    Gesture reach = new Gesture.Reach(1.1, .33, 0, 1, 1);
    Pose pose = front(reach);
    Limb arm = pose.skeleton(m).rightArm();
    assertThat(arm.end().x()).isCloseTo(1.1 * m.trunk(.33), within(TINY));
    assertThat(arm.end().y()).isCloseTo(.33, within(TINY));
    assertThat(upper(arm)).isCloseTo(m.upperArm(), within(TINY));
    assertThat(lower(arm)).isCloseTo(m.foreArm(), within(TINY));
    assertThat(arm.middle().x()).as("elbow outside").isGreaterThan(m.shoulder());
  }

  @Test
  void target_out_of_reach_is_pointed_at() {
    Measures m = Measures.AVERAGE;
    Limb arm = front(new Gesture.Reach(0, .9, 0, 1, 1)).skeleton(m).rightArm();
    assertThat(upper(arm)).isCloseTo(m.upperArm(), within(TINY));
    assertThat(lower(arm)).isCloseTo(m.foreArm(), within(TINY));
    Point way = new Point(0, .9).minus(arm.start()).unit();
    Point reached = arm.end().minus(arm.start()).unit();
    assertThat(reached.minus(way).length()).isCloseTo(0, within(TINY));
  }

  private static Pose front(Gesture arm) {
    Gesture leg = Poses.swing(0, 0, 0, 0);
    return new Pose(View.FRONT, 0, 0, 0, 0, arm, arm, leg, leg, Hand.RELAXED, Hand.RELAXED);
  }

  @Test
  void turn_fits_the_view() {
    for (int i = 0; i < 600; i++) {
      Pose pose = Pose.of(Figures.view(i), new Dice(SEED, i));
      assertThat(pose.view()).isEqualTo(Figures.view(i));
      double turn = Math.abs(pose.turn());
      switch (pose.view()) {
        case FRONT -> assertThat(turn).isLessThan(.2);
        case SIDE -> assertThat(turn).isBetween(.8, 1.35);
        case BACK -> assertThat(turn).isLessThan(.31);
      }
    }
  }

  @Test
  void garments_without_a_wearer_lie_symmetrically() {
    for (int i = 0; i < 100; i++) {
      Dice dice = new Dice(SEED, i);
      for (Pose pose : new Pose[] {Pose.flatLay(dice), Pose.hanging(dice), Pose.mannequin(dice)}) {
        Skeleton skeleton = pose.skeleton(Measures.AVERAGE);
        assertMirrored(skeleton.leftArm(), skeleton.rightArm());
        assertMirrored(skeleton.leftLeg(), skeleton.rightLeg());
      }
      Limb arm = Pose.flatLay(dice).skeleton(Measures.AVERAGE).rightArm();
      Point way = arm.middle().minus(arm.start());
      assertThat(StrictMath.atan2(way.x(), way.y())).isBetween(.35, 1.);
    }
  }

  @Test
  void holding_pose_has_one_closed_hand_on_an_arm_that_is_seen() {
    for (int i = 0; i < 600; i++) {
      Prop prop = Figures.prop(i);
      Pose pose = Pose.holding(prop, Figures.view(i), new Dice(SEED, i));
      int closed = 0;
      for (Side side : Side.values()) {
        if (pose.hand(side) == Hand.HOLDING) {
          closed++;
          assertThat(pose.isFar(side)).as("case %s", i).isFalse();
        }
      }
      assertThat(closed).as("case %s", i).isEqualTo(prop.held() ? 1 : 0);
    }
  }
}
