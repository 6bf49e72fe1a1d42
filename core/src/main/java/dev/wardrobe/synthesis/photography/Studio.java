package dev.wardrobe.synthesis.photography;

import dev.wardrobe.synthesis.chance.Dice;
import java.util.Arrays;

/** Clean seamless backgrounds of shops. */
final class Studio {
  private static final int[] PAPERS = {
    0xFFFFFF, 0xFCFCFB, 0xF7F7F6, 0xF1F0EE, 0xE9E9E8, 0xE1E2E3, 0xF5F0E8, 0xF2E7DF, 0xE6ECEA,
    0xE4EAF0, 0xF3E3E1, 0xEDE8F0, 0xEFEBDD, 0xDDE3DC, 0xD9D4CC, 0xC9CED2
  };

  private Studio() {}

  static void paint(Setting setting, Stage stage, Dice dice) {
    Canvas canvas = stage.canvas;
    int paper = PAPERS[dice.chance(.5) ? dice.below(5) : dice.below(PAPERS.length)];
    double depth = dice.chance(.35) ? 0 : dice.between(.01, .07);
    double bright = dice.between(0, .05);
    double bend = stage.row(0, dice.between(.5, 1.2));
    double fade = Math.max(1, dice.between(.1, .25) * stage.unit);
    boolean sweep = dice.chance(.6);
    for (int y = 0; y < canvas.height; y++) {
      double below = Math.max(0, Math.min(1, (y - bend) / fade));
      double smooth = below * below * (3 - 2 * below);
      double height = (double) y / canvas.height;
      double light = -depth * (sweep ? height * (1 - smooth) * 1.1 : .5 * height) + bright * smooth;
      int tone = Ink.lit(paper, light);
      Arrays.fill(canvas.pixels, y * canvas.width, (y + 1) * canvas.width, tone);
    }
    if (depth > 0) {
      Daylight.even(canvas, depth, setting.seed());
    }
  }
}
