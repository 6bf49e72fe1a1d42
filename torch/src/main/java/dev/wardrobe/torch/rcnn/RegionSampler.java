package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.RoiConfig;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.data.ItemTarget;
import dev.wardrobe.model.ops.AnchorMatcher;
import dev.wardrobe.model.ops.BalancedSample;
import dev.wardrobe.model.ops.BalancedSampler;
import dev.wardrobe.model.ops.BoxArrays;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Chooses what the heads are trained on: torchvision's {@code select_training_samples}. The items
 * themselves are among the candidates; what overlaps none of them enough is background.
 */
final class RegionSampler {
  private final RoiConfig config;
  private final boolean categories;
  private final AnchorMatcher matcher;

  /**
   * A sampler.
   *
   * @param categories whether labels are categories; otherwise all items have label 1
   */
  RegionSampler(RoiConfig config, boolean categories) {
    this.config = config;
    this.categories = categories;
    matcher = new AnchorMatcher(config.foreground(), config.foreground(), false);
  }

  /** The boxes of an image's items, x1 y1 x2 y2. */
  static float[] boxes(ImageTargets image) {
    return BoxArrays.of(image.items().stream().map(ItemTarget::box).toList());
  }

  /** The regions that train the box head. */
  TrainingRegions sample(
      List<float[]> proposals, List<ImageTargets> images, SplittableRandom random) {
    List<float[]> boxes = new ArrayList<>();
    List<int[]> items = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      float[] own = boxes(images.get(i));
      float[] some = proposals.get(i);
      float[] candidates = Arrays.copyOf(some, some.length + own.length);
      System.arraycopy(own, 0, candidates, some.length, own.length);
      int[] matches = matcher.match(own, candidates);
      int[] chosen = chosen(matches, random);
      boxes.add(BoxArrays.select(candidates, chosen));
      items.add(IntStream.of(chosen).map(c -> Math.max(matches[c], -1)).toArray());
    }
    Regions regions = Regions.of(boxes);
    int[] itemOfEach = items.stream().flatMapToInt(Arrays::stream).toArray();
    int[] labels = new int[itemOfEach.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = label(images.get(regions.images()[i]), itemOfEach[i]);
    }
    return new TrainingRegions(regions, itemOfEach, labels);
  }

  /** Foreground and background together, ascending. */
  private int[] chosen(int[] matches, SplittableRandom random) {
    int[] kinds = IntStream.of(matches).map(m -> m >= 0 ? 1 : m + 1).toArray();
    BalancedSample sample =
        BalancedSampler.sample(kinds, config.batchPerImage(), config.positiveFraction(), random);
    return IntStream.concat(IntStream.of(sample.positives()), IntStream.of(sample.negatives()))
        .sorted()
        .toArray();
  }

  private int label(ImageTargets image, int item) {
    if (item < 0) {
      return 0;
    }
    return categories ? image.items().get(item).category().id() : 1;
  }
}
