package dev.wardrobe.synthesis.painting;

import dev.wardrobe.synthesis.scene.Material;

/**
 * Scattered flowers with leaves. Each cell of a grid of repeats holds one flower, moved, turned and
 * sized by the seed; no part of a flower is as much as a cell away from the middle of its own.
 */
final class FloralPattern extends Repeated {
  /** How far a flower's middle is moved at most, in repeats. */
  private static final float MOVED = .24f;

  /** How far a flower with its leaves reaches from its middle. */
  private static final float REACH = .56f;

  /** Buds on one repeat. */
  private static final float BUDS = 3.3f;

  private final int ground;
  private final int petals;
  private final int otherPetals;
  private final int heart;
  private final int leaf;
  private final float blur;
  private final int seed;

  FloralPattern(Material.Fabric fabric, float blur) {
    super(fabric);
    this.blur = blur;
    seed = Noise.seed(fabric.seed(), 2);
    ground = fabric.rgb();
    petals = fabric.second();
    otherPetals = Tone.mix(fabric.second(), Tone.brightness(petals) > .5f ? ground : 0xFFFFFF, .3f);
    heart = fabric.third();
    boolean dark = Tone.brightness(ground) < .45f;
    leaf = Tone.mix(dark ? 0x8FAE7C : 0x4F7350, ground, .22f);
  }

  @Override
  int at(float x, float y) {
    int column = Noise.floor(x - .5f);
    int row = Noise.floor(y - .5f);
    int rgb = ground;
    for (int i = 0; i < 4; i++) {
      rgb = flower(column + (i & 1), row + (i >> 1), x, y, rgb);
    }
    return rgb == ground ? bud(x, y) : rgb;
  }

  /** Small buds where there is room between the flowers. */
  private int bud(float x, float y) {
    int column = Noise.floor(x * BUDS);
    int row = Noise.floor(y * BUDS);
    int bits = Noise.bits(column, row, seed + 1);
    if ((bits >>> 20 & 7) < 3) {
      return ground;
    }
    float right = x * BUDS - column - .3f - (bits & 255) / 640f;
    float down = y * BUDS - row - .3f - (bits >> 8 & 255) / 640f;
    float size = .1f + (bits >> 16 & 15) / 160f;
    float distance = (float) Math.sqrt(right * right + down * down);
    float share = Noise.clamp((size - distance) / (blur * BUDS) + .5f);
    return share == 0 ? ground : Tone.mix(ground, (bits >>> 30) < 2 ? leaf : petals, share * .85f);
  }

  /** What a cell's flower makes of a colour at a place. */
  private int flower(int column, int row, float x, float y, int under) {
    int bits = Noise.bits(column, row, seed);
    float right = x - column - .5f - ((bits & 255) / 255f - .5f) * 2 * MOVED;
    float down = y - row - .5f - ((bits >> 8 & 255) / 255f - .5f) * 2 * MOVED;
    float size = .72f + (bits >> 16 & 15) / 15f * .28f;
    float square = (right * right + down * down) / (size * size);
    if (square > REACH * REACH) {
      return under;
    }
    // Turned by one of 64 angles: half-angle formulas need no tables.
    float half = (bits >> 20 & 63) / 32f - 1;
    float scale = 1 / ((1 + half * half) * size);
    float cosine = (1 - half * half) * scale;
    float sine = 2 * half * scale;
    boolean other = (bits >>> 28 & 3) == 0;
    return bloom(right * cosine + down * sine, down * cosine - right * sine, square, other, under);
  }

  private int bloom(float x, float y, float square, boolean other, int under) {
    int rgb = under;
    float leaves = Math.max(leaf(x - .36f, y - .12f, .5f), leaf(-x - .33f, -y - .18f, .9f));
    rgb = Tone.mix(rgb, leaf, leaves);
    float distance = (float) Math.sqrt(square);
    if (distance < .34f) {
      float edge = .225f + .085f * fiveWaves(x, y, square);
      float inPetals = Noise.clamp((edge - distance) / blur + .5f);
      int petal = other ? otherPetals : petals;
      // Petals are a little deeper in colour near the heart.
      int shaded = Tone.mix(Tone.times(petal, .8f), petal, distance * 6);
      rgb = Tone.mix(rgb, shaded, inPetals);
      rgb = Tone.mix(rgb, heart, Noise.clamp((.08f - distance) / blur + .5f));
    }
    return rgb;
  }

  /** The cosine of five times the angle of a place, whose distance squared is given. */
  private static float fiveWaves(float x, float y, float square) {
    if (square < 1e-6f) {
      return 0;
    }
    float doubleX = x * x - y * y;
    float doubleY = 2 * x * y;
    float fourX = doubleX * doubleX - doubleY * doubleY;
    float fourY = 2 * doubleX * doubleY;
    return (fourX * x - fourY * y) / (square * square * (float) Math.sqrt(square));
  }

  /** How much of a place a leaf covers, from its middle; it is .4 long, and leans. */
  private float leaf(float x, float y, float lean) {
    float scale = 1 / (1 + lean * lean * .3f);
    float along = (x + lean * y) * scale;
    float across = (y - lean * x) * scale;
    float half = .085f * (1 - along * along * 25);
    return Noise.clamp((half - Math.abs(across)) / blur + .5f);
  }

  @Override
  int mean() {
    return Tone.mix(Tone.mix(Tone.mix(ground, leaf, .08f), petals, .1f), heart, .012f);
  }
}
