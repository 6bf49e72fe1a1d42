package dev.wardrobe.synthesis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Layer;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

class BodyTest {
  private static final long SEED = 4711;

  @Test
  void outlines_are_simple_for_everybody_in_every_pose() {
    for (int i = 0; i < 900; i++) {
      Dice dice = new Dice(SEED, i);
      Wearer wearer = Wearer.of(dice);
      Pose pose = Pose.of(Figures.view(i), dice);
      Figures.assertDrawable(Body.pieces(wearer, pose), "case " + i);
    }
  }

  @Test
  void pieces_lie_in_the_slots_of_their_view() {
    for (int i = 0; i < 300; i++) {
      Dice dice = new Dice(SEED, i);
      Pose pose = Pose.of(Figures.view(i), dice);
      List<Piece> pieces = Body.pieces(Wearer.of(dice), pose);
      assertThat(pieces).as("case %s", i).allMatch(piece -> piece.rank() == 0);
      Set<Slot> slots = pieces.stream().map(Piece::slot).collect(Collectors.toSet());
      assertThat(slots).as("case %s", i).contains(Slot.BODY, Slot.HEAD);
      assertThat(slots).as("case %s", i).doesNotContain(Slot.INSIDE, Slot.GARMENT, Slot.PROP);
      if (pose.view() == View.SIDE) {
        Slot near = pose.turn() > 0 ? Slot.LEFT_ARM : Slot.RIGHT_ARM;
        Slot far = pose.turn() > 0 ? Slot.RIGHT_ARM : Slot.LEFT_ARM;
        assertThat(slots).as("case %s", i).contains(near, Slot.FAR_ARM).doesNotContain(far);
      } else {
        assertThat(slots).contains(Slot.LEFT_ARM, Slot.RIGHT_ARM).doesNotContain(Slot.FAR_ARM);
      }
    }
  }

  @Test
  void head_joins_the_neck_at_the_usual_height() {
    for (int i = 0; i < 300; i++) {
      Dice dice = new Dice(SEED, i);
      List<Piece> pieces = Body.pieces(Wearer.of(dice), Pose.of(Figures.view(i), dice));
      Geometry head = Figures.union(pieces, Slot.HEAD);
      Geometry body = Figures.union(pieces, Slot.BODY);
      assertThat(head.intersection(body).getArea()).as("case %s", i).isGreaterThan(.001);
      Envelope box = head.getEnvelopeInternal();
      assertThat(box.getMinY()).as("case %s", i).isBetween(-.28, -.24);
      assertThat(box.getMaxY()).as("case %s", i).isBetween(-.1, -.045);
    }
  }

  @Test
  void hands_are_at_the_ends_of_arms_and_shoes_on_the_ground() {
    for (int i = 0; i < 300; i++) {
      Dice dice = new Dice(SEED, i);
      Wearer wearer = Wearer.of(dice);
      Pose pose = Pose.of(Figures.view(i), dice);
      List<Piece> pieces = Body.pieces(wearer, pose);
      Skeleton skeleton = pose.skeleton(wearer.measures());
      for (Side side : Side.values()) {
        Limb arm = skeleton.arm(side);
        Geometry drawn =
            pose.hand(side) == Hand.POCKET
                ? Figures.union(pieces, Slot.BODY)
                : Figures.union(pieces, slot(arm));
        Frame hand = Fingers.frame(arm, wearer.measures());
        assertThat(drawn.covers(Figures.at(hand.at(0, .02)))).as("case %s", i).isTrue();
        assertThat(drawn.covers(Figures.at(hand.at(0, .5)))).as("case %s", i).isTrue();
      }
      double ground = Figures.union(pieces, Slot.BODY).getEnvelopeInternal().getMaxY();
      assertThat(ground).as("case %s", i).isBetween(1.02, 1.1);
    }
  }

  private static Slot slot(Limb arm) {
    if (arm.behind()) {
      return Slot.FAR_ARM;
    }
    return arm.side() == Side.LEFT ? Slot.LEFT_ARM : Slot.RIGHT_ARM;
  }

  @Test
  void arms_join_the_trunk_without_a_gap() {
    for (int i = 0; i < 300; i++) {
      Dice dice = new Dice(SEED, i);
      Wearer wearer = Wearer.of(dice);
      Pose pose = Pose.of(Figures.view(i), dice);
      List<Piece> pieces = Body.pieces(wearer, pose);
      Geometry body = Figures.union(pieces, Slot.BODY);
      for (Side side : Side.values()) {
        Limb arm = pose.skeleton(wearer.measures()).arm(side);
        Geometry both = body.union(Figures.union(pieces, slot(arm)));
        for (double along = 0; along < 1; along += .1) {
          assertThat(both.covers(Figures.at(arm.at(along, 0))))
              .as("case %s, %s arm at %s", i, side, along)
              .isTrue();
        }
      }
    }
  }

  @Test
  void arm_in_front_leaves_the_shoulder_of_a_garment_free() {
    Figures.dice(SEED, 100)
        .forEach(dice -> {
          Wearer wearer = Wearer.of(dice);
          Pose pose = Pose.mannequin(dice);
          List<Piece> pieces = Body.pieces(wearer, pose);
          Measures m = wearer.measures();
          Geometry arms =
              Figures.union(pieces, Slot.LEFT_ARM).union(Figures.union(pieces, Slot.RIGHT_ARM));
          for (int sign = -1; sign <= 1; sign += 2) {
            var strap =
                pose.skeleton(m).trunk(sign * m.shoulder() * .9, m.shoulderY() - m.arm(), 0);
            assertThat(arms.covers(Figures.at(strap))).isFalse();
          }
        });
  }

  @Test
  void face_is_seen_from_the_front_and_not_from_the_back() {
    for (int i = 0; i < 200; i++) {
      Dice dice = new Dice(SEED, i);
      Wearer wearer = Wearer.of(dice);
      assertThat(lips(wearer, Pose.of(View.FRONT, dice))).as("case %s", i).isTrue();
      assertThat(lips(wearer, Pose.of(View.SIDE, dice))).as("case %s", i).isTrue();
      assertThat(lips(wearer, Pose.of(View.BACK, dice))).as("case %s", i).isFalse();
    }
  }

  private static boolean lips(Wearer wearer, Pose pose) {
    return Body.pieces(wearer, pose).stream()
        .filter(piece -> piece.slot() == Slot.HEAD)
        .map(Piece::layer)
        .map(Layer::details)
        .flatMap(List::stream)
        .anyMatch(detail ->
            detail instanceof Detail.Patch patch
                && patch.material() instanceof Material.Plain plain
                && plain.rgb() == wearer.face().lipRgb());
  }

  @Test
  void same_dice_make_the_same_pieces() {
    for (int i = 0; i < 60; i++) {
      assertThat(made(i)).isEqualTo(made(i));
    }
    assertThat(made(1)).isNotEqualTo(made(4));
  }

  private static String made(int index) {
    Dice dice = new Dice(SEED, index);
    Wearer wearer = Wearer.of(dice);
    return Figures.text(Body.pieces(wearer, Pose.of(Figures.view(index), dice)));
  }
}
