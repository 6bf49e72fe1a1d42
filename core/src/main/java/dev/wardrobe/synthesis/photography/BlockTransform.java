package dev.wardrobe.synthesis.photography;

/**
 * The discrete cosine transform of 8x8 blocks in whole numbers, after Loeffler, Ligtenberg and
 * Moschytz (1989), with the constants and roundings of the Independent JPEG Group's accurate
 * transforms, so that it is the same on every machine.
 */
final class BlockTransform {
  private static final int BITS = 13;
  private static final int EXTRA = 2;
  private static final int C_0_298 = 2446;
  private static final int C_0_390 = 3196;
  private static final int C_0_541 = 4433;
  private static final int C_0_765 = 6270;
  private static final int C_0_899 = 7373;
  private static final int C_1_175 = 9633;
  private static final int C_1_501 = 12299;
  private static final int C_1_847 = 15137;
  private static final int C_1_961 = 16069;
  private static final int C_2_053 = 16819;
  private static final int C_2_562 = 20995;
  private static final int C_3_072 = 25172;

  private BlockTransform() {}

  /** Replaces samples (-128 to 127, row by row) by their coefficients times 8. */
  static void forward(int[] block) {
    for (int i = 0; i < 64; i += 8) {
      forward(block, i, 1, -EXTRA, BITS - EXTRA);
    }
    for (int i = 0; i < 8; i++) {
      forward(block, i, 8, EXTRA, BITS + EXTRA);
    }
  }

  private static void forward(int[] d, int at, int step, int evenShift, int shift) {
    int s0 = d[at] + d[at + 7 * step];
    int s7 = d[at] - d[at + 7 * step];
    int s1 = d[at + step] + d[at + 6 * step];
    int s6 = d[at + step] - d[at + 6 * step];
    int s2 = d[at + 2 * step] + d[at + 5 * step];
    int s5 = d[at + 2 * step] - d[at + 5 * step];
    int s3 = d[at + 3 * step] + d[at + 4 * step];
    int s4 = d[at + 3 * step] - d[at + 4 * step];
    int e0 = s0 + s3;
    int e3 = s0 - s3;
    int e1 = s1 + s2;
    int e2 = s1 - s2;
    int half = 1 << (shift - 1);
    if (evenShift < 0) {
      d[at] = (e0 + e1) << -evenShift;
      d[at + 4 * step] = (e0 - e1) << -evenShift;
    } else {
      int round = 1 << (evenShift - 1);
      d[at] = (e0 + e1 + round) >> evenShift;
      d[at + 4 * step] = (e0 - e1 + round) >> evenShift;
    }
    int z1 = (e2 + e3) * C_0_541 + half;
    d[at + 2 * step] = (z1 + e3 * C_0_765) >> shift;
    d[at + 6 * step] = (z1 - e2 * C_1_847) >> shift;
    int z3 = s4 + s6;
    int z4 = s5 + s7;
    int z5 = (z3 + z4) * C_1_175 + half;
    int a = -(s4 + s7) * C_0_899;
    int b = -(s5 + s6) * C_2_562;
    z3 = z5 - z3 * C_1_961;
    z4 = z5 - z4 * C_0_390;
    d[at + 7 * step] = (s4 * C_0_298 + a + z3) >> shift;
    d[at + 5 * step] = (s5 * C_2_053 + b + z4) >> shift;
    d[at + 3 * step] = (s6 * C_3_072 + b + z3) >> shift;
    d[at + step] = (s7 * C_1_501 + a + z4) >> shift;
  }

  /** Replaces coefficients by samples, row by row; they may be a little beyond -128 to 127. */
  static void inverse(int[] block) {
    for (int i = 0; i < 8; i++) {
      inverse(block, i, 8, BITS - EXTRA);
    }
    for (int i = 0; i < 64; i += 8) {
      inverse(block, i, 1, BITS + EXTRA + 3);
    }
  }

  private static void inverse(int[] d, int at, int step, int shift) {
    int half = 1 << (shift - 1);
    int z1 = (d[at + 2 * step] + d[at + 6 * step]) * C_0_541;
    int t2 = z1 - d[at + 6 * step] * C_1_847;
    int t3 = z1 + d[at + 2 * step] * C_0_765;
    int t0 = ((d[at] + d[at + 4 * step]) << BITS) + half;
    int t1 = ((d[at] - d[at + 4 * step]) << BITS) + half;
    int e0 = t0 + t3;
    int e3 = t0 - t3;
    int e1 = t1 + t2;
    int e2 = t1 - t2;
    int s7 = d[at + 7 * step];
    int s5 = d[at + 5 * step];
    int s3 = d[at + 3 * step];
    int s1 = d[at + step];
    int z3 = s7 + s3;
    int z4 = s5 + s1;
    int z5 = (z3 + z4) * C_1_175;
    int a = -(s7 + s1) * C_0_899;
    int b = -(s5 + s3) * C_2_562;
    z3 = z5 - z3 * C_1_961;
    z4 = z5 - z4 * C_0_390;
    int o0 = s7 * C_0_298 + a + z3;
    int o1 = s5 * C_2_053 + b + z4;
    int o2 = s3 * C_3_072 + b + z3;
    int o3 = s1 * C_1_501 + a + z4;
    d[at] = (e0 + o3) >> shift;
    d[at + 7 * step] = (e0 - o3) >> shift;
    d[at + step] = (e1 + o2) >> shift;
    d[at + 6 * step] = (e1 - o2) >> shift;
    d[at + 2 * step] = (e2 + o1) >> shift;
    d[at + 5 * step] = (e2 - o1) >> shift;
    d[at + 3 * step] = (e3 + o0) >> shift;
    d[at + 4 * step] = (e3 - o0) >> shift;
  }
}
