package dev.wardrobe.synthesis.painting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.synthesis.scene.Anchor;
import dev.wardrobe.synthesis.scene.Cloth;
import dev.wardrobe.synthesis.scene.Detail;
import dev.wardrobe.synthesis.scene.Material;
import dev.wardrobe.synthesis.scene.Print;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MotifShapesTest {
  private static final double[] SQUARE = Scenes.box(20, 20, 180, 180);
  private static final Material FABRIC = Scenes.fabric(Cloth.COTTON, Print.PLAIN);
  private static final Anchor ANCHOR = Scenes.anchor(100, 100);

  @Test
  void emblems_fill_their_square_and_stay_in_it() {
    for (long seed = 0; seed < 300; seed++) {
      double most = 0;
      for (MotifShapes.Part part : MotifShapes.of(seed, 0, 0xFFFFFF)) {
        for (double place : part.polygon()) {
          most = Math.max(most, Math.abs(place));
        }
      }
      assertThat(most).as("seed %d", seed).isBetween(.4, .58);
    }
  }

  @Test
  void emblems_differ_by_seed() {
    Set<Integer> seen = new HashSet<>();
    for (long seed = 0; seed < 40; seed++) {
      seen.add(Arrays.hashCode(emblem(seed)));
    }
    assertThat(seen).hasSizeGreaterThan(38);
  }

  @Test
  void emblem_can_be_seen() {
    for (long seed = 0; seed < 40; seed++) {
      int changed = 0;
      int[] blank = Scenes.pixels(Scenes.paint(Scenes.layer(SQUARE, FABRIC, ANCHOR)));
      int[] printed = emblem(seed);
      for (int i = 0; i < blank.length; i++) {
        changed += Scenes.difference(blank[i], printed[i]) > 30 ? 1 : 0;
      }
      assertThat(changed).as("seed %d", seed).isGreaterThan(400);
    }
  }

  private static int[] emblem(long seed) {
    Detail motif = new Detail.Motif(ANCHOR, .25, seed, 0xF8F0D0, 0xB02020);
    return Scenes.pixels(Scenes.paint(Scenes.layer(SQUARE, FABRIC, ANCHOR, motif)));
  }
}
