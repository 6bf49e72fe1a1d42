package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/** Dots in rows, each row shifted by half a repeat. */
final class DotPattern extends Repeated {
  /** From row to row, in repeats: dots have the same distance in all directions. */
  private static final float ROW = .866f;

  private final int ground;
  private final int second;
  private final int third;
  private final boolean mixed;
  private final float radius;
  private final float blur;
  private final int seed;

  DotPattern(Material.Fabric fabric, float blur) {
    super(fabric);
    this.blur = blur;
    seed = Noise.seed(fabric.seed(), 2);
    ground = fabric.rgb();
    second = fabric.second();
    third = fabric.third();
    mixed = (seed & 3) == 0;
    radius = .2f + .1f * Noise.cell(0, 0, seed);
  }

  @Override
  int at(float x, float y) {
    int row = Noise.floor(y / ROW + .5f);
    float shift = (row & 1) == 0 ? 0 : .5f;
    int column = Noise.floor(x - shift + .5f);
    float offX = x - shift - column;
    float offY = y - row * ROW;
    float square = offX * offX + offY * offY;
    if (square > .25f) {
      return ground;
    }
    float share = Noise.clamp((radius - (float) Math.sqrt(square)) / blur + .5f);
    boolean other = mixed && (Noise.bits(column, row, seed) & 1) == 0;
    return Tone.mix(ground, other ? third : second, share);
  }

  @Override
  int mean() {
    float share = (float) Math.PI * radius * radius / ROW;
    return Tone.mix(ground, mixed ? Tone.mix(second, third, .5f) : second, share);
  }
}
