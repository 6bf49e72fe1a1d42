package dev.wardrobe.evaluation;

import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.groundtruth.GroundTruth;
import dev.wardrobe.groundtruth.GroundTruthItem;
import dev.wardrobe.groundtruth.LabelledLandmarks;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A small random ground truth with detections, full of what is rare: equal scores and overlaps,
 * values at the limits, not-a-numbers, crowds, an item with id 0, cells with too many detections.
 */
final class RandomCase {
  private static final double[] SCORES = {
    .9,
    .8,
    .5,
    .5,
    .1,
    0,
    -0.0,
    -1,
    -2.5,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MIN_VALUE,
    1e300
  };
  private static final double[] AREAS = {
    500,
    500,
    1024,
    1024,
    1025,
    5000,
    5000,
    9216,
    9216,
    20000,
    20000,
    0,
    -1,
    1e10,
    2e10,
    Double.NaN,
    Math.nextDown(1024.0),
    Math.nextUp(9216.0)
  };
  private static final double[] OVERLAPS = {
    0,
    0,
    .3,
    .5,
    .5,
    .5,
    .6,
    .75,
    .75,
    .9,
    0.8999999999999999,
    .95,
    1,
    1,
    Double.NaN,
    -1,
    Math.nextDown(.5),
    Math.nextUp(.75),
    Math.nextDown(.95),
    1 - 1e-10
  };

  final GroundTruth groundTruth;
  final Detections detections;
  final Set<Integer> subset = new HashSet<>();
  final Set<Integer> photos = new HashSet<>();

  RandomCase(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int images = 1 + random.nextInt(5);
    int categories = 1 + random.nextInt(3);
    List<GroundTruthItem> items = new ArrayList<>();
    int itemCount = random.nextInt(random.nextInt(8) == 0 ? 150 : 14);
    int firstId = random.nextInt(4) == 0 ? 0 : 1;
    for (int i = 0; i < itemCount; i++) {
      items.add(item(random, firstId + i, random.nextInt(images), random.nextInt(categories)));
      if (random.nextBoolean()) {
        subset.add(i);
      }
    }
    for (int i = 0; i < images; i++) {
      if (random.nextInt(5) > 0) {
        photos.add(i);
      }
    }
    groundTruth = new GroundTruth(ids(images), ids(categories), names(categories), items);
    detections = detections(random);
  }

  private static long[] ids(int count) {
    long[] ids = new long[count];
    for (int i = 0; i < count; i++) {
      ids[i] = 3L * i + 2;
    }
    return ids;
  }

  private static String[] names(int count) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = "category " + i;
    }
    return names;
  }

  private static GroundTruthItem item(SplittableRandom random, long id, int image, int category) {
    return new GroundTruthItem(
        id,
        image,
        category,
        0,
        0,
        1,
        1,
        oneOf(random, AREAS),
        random.nextInt(8) == 0,
        random.nextInt(8),
        LabelledLandmarks.NONE,
        () -> RleMask.empty(new ImageSize(1, 1)),
        Attributes.UNKNOWN,
        Optional.empty());
  }

  private static double oneOf(SplittableRandom random, double[] values) {
    return random.nextInt(4) == 0 ? random.nextDouble() : values[random.nextInt(values.length)];
  }

  private Detections detections(SplittableRandom random) {
    Detections.Builder builder = new Detections.Builder();
    boolean crowded = random.nextInt(10) == 0; // everything in one cell
    int count = crowded ? 90 + random.nextInt(60) : random.nextInt(60);
    for (int i = 0; i < count; i++) {
      int image = crowded ? 0 : random.nextInt(groundTruth.imageCount());
      int category = crowded ? 0 : random.nextInt(groundTruth.categoryCount());
      builder.add(i + 1, image, category, oneOf(random, SCORES), oneOf(random, AREAS), 0, 0, 1, 1);
      for (int at = 0; at < groundTruth.cellSize(image, category); at++) {
        builder.overlap(oneOf(random, OVERLAPS));
      }
    }
    return builder.build();
  }
}
