package dev.wardrobe.synthesis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MannequinTest {
  private static final long SEED = 5;

  @ParameterizedTest
  @EnumSource(Mannequin.Kind.class)
  void outlines_are_simple_for_all_measures(Mannequin.Kind kind) {
    for (int i = 0; i < 200; i++) {
      Dice dice = new Dice(SEED, i);
      Skeleton skeleton = Pose.mannequin(dice).skeleton(Wearer.of(dice).measures());
      Figures.assertDrawable(Mannequin.pieces(kind, skeleton, dice), kind + ", case " + i);
    }
  }

  @Test
  void only_a_whole_one_has_a_head_and_a_bust_has_no_arms() {
    Skeleton skeleton = Pose.mannequin(new Dice(SEED)).skeleton(Measures.AVERAGE);
    for (Mannequin.Kind kind : Mannequin.Kind.values()) {
      List<Piece> pieces = Mannequin.pieces(kind, skeleton, new Dice(SEED));
      assertThat(pieces.stream().anyMatch(piece -> piece.slot() == Slot.HEAD))
          .isEqualTo(kind == Mannequin.Kind.WHOLE);
      assertThat(pieces.stream().anyMatch(piece -> piece.slot() == Slot.LEFT_ARM))
          .isEqualTo(kind != Mannequin.Kind.BUST);
    }
  }

  @Test
  void same_dice_make_the_same_pieces() {
    Skeleton skeleton = Pose.mannequin(new Dice(SEED)).skeleton(Measures.AVERAGE);
    assertThat(Figures.text(Mannequin.pieces(skeleton, new Dice(SEED, 3))))
        .isEqualTo(Figures.text(Mannequin.pieces(skeleton, new Dice(SEED, 3))));
  }
}
