package dev.wardrobe.synthesis.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.synthesis.chance.Dice;
import dev.wardrobe.synthesis.scene.Piece;
import dev.wardrobe.synthesis.scene.Slot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

class HangerTest {
  private static final long SEED = 8;

  @Test
  void bar_ends_inside_the_shoulders_and_the_hook_is_above() {
    for (int i = 0; i < 200; i++) {
      Dice dice = new Dice(SEED, i);
      Measures m = Wearer.of(dice).measures();
      List<Piece> pieces = Hanger.pieces(Pose.hanging(dice).skeleton(m), dice);
      Figures.assertDrawable(pieces, "case " + i);
      Envelope bar = Figures.union(pieces, Slot.INSIDE).getEnvelopeInternal();
      assertThat(bar.getMaxX()).as("case %s", i).isBetween(m.shoulder() * .8, m.shoulder() * 1.1);
      assertThat(bar.getMaxY()).as("case %s", i).isLessThan(m.armpitY());
      Envelope hook = Figures.union(pieces, Slot.BEHIND).getEnvelopeInternal();
      assertThat(hook.getMinY()).as("case %s", i).isLessThan(-.09);
    }
  }

  @Test
  void two_clips_hold_the_waist() {
    for (int i = 0; i < 200; i++) {
      Dice dice = new Dice(SEED, i);
      Measures m = Wearer.of(dice).measures();
      Skeleton skeleton = Pose.hanging(dice).skeleton(m);
      List<Piece> pieces = Hanger.clips(skeleton, m.waistY(), dice);
      Figures.assertDrawable(pieces, "case " + i);
      List<Piece> clips = pieces.stream().filter(piece -> piece.slot() == Slot.PROP).toList();
      assertThat(clips).hasSize(2);
      for (Piece clip : clips) {
        Envelope box = Figures.union(clip.layer()).getEnvelopeInternal();
        assertThat(box.getMinY()).isLessThan(m.waistY());
        assertThat(box.getMaxY()).isGreaterThan(m.waistY());
        assertThat(Math.abs(box.centre().x)).isLessThan(m.waist());
      }
    }
  }
}
