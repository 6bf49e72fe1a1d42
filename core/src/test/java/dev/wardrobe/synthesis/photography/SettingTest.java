package dev.wardrobe.synthesis.photography;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.synthesis.chance.Dice;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class SettingTest {

  @Test
  void each_staging_gets_a_setting_that_fits() {
    for (Source source : Source.values()) {
      for (long seed = 0; seed < 200; seed++) {
        var dice = new Dice(seed);
        assertThat(Setting.of(source, Viewpoint.FRONTAL, Staging.WORN, dice).standing()).isTrue();
        assertThat(Setting.of(source, Viewpoint.NO_WEAR, Staging.FLAT_LAY, dice).flatLay())
            .isTrue();
        assertThat(Setting.of(source, Viewpoint.NO_WEAR, Staging.HANGER, dice).wall()).isTrue();
        assertThat(Setting.of(source, Viewpoint.NO_WEAR, Staging.MANNEQUIN, dice).standing())
            .isTrue();
      }
    }
  }

  @Test
  void worn_garments_are_never_laid_or_hung() {
    for (long seed = 0; seed < 200; seed++) {
      for (Source source : Source.values()) {
        assertThat(Setting.of(source, Viewpoint.SIDE_OR_BACK, new Dice(seed)).standing()).isTrue();
      }
    }
  }

  @Test
  void mirrors_are_for_consumers_seen_from_the_front() {
    boolean found = false;
    for (long seed = 0; seed < 200; seed++) {
      found |= Setting.of(Source.USER, Viewpoint.FRONTAL, new Dice(seed)).mirror();
      assertThat(Setting.of(Source.SHOP, Viewpoint.FRONTAL, new Dice(seed)).mirror()).isFalse();
      assertThat(Setting.of(Source.USER, Viewpoint.NO_WEAR, new Dice(seed)).mirror()).isFalse();
      assertThat(Setting.of(Source.USER, Viewpoint.SIDE_OR_BACK, new Dice(seed)).mirror())
          .isFalse();
    }
    assertThat(found).isTrue();
  }

  @Test
  void every_kind_is_used() {
    var kinds = EnumSet.noneOf(Setting.Kind.class);
    for (long seed = 0; seed < 600; seed++) {
      for (Source source : Source.values()) {
        for (Viewpoint viewpoint : Viewpoint.values()) {
          kinds.add(Setting.of(source, viewpoint, new Dice(seed)).kind());
        }
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder(Setting.Kind.values());
  }
}
