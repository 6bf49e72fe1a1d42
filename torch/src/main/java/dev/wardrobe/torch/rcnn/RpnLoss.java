package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.RpnConfig;
import dev.wardrobe.model.ops.AnchorMatcher;
import dev.wardrobe.model.ops.BalancedSample;
import dev.wardrobe.model.ops.BalancedSampler;
import dev.wardrobe.model.ops.BoxArrays;
import dev.wardrobe.model.ops.BoxCoder;
import dev.wardrobe.torch.layers.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * The losses of the region proposal network, as torchvision's: binary cross-entropy of the
 * objectness, averaged over the sampled anchors of the batch, and smooth L1 with a beta of 1/9 of
 * the boxes of those with an item, divided by the number of all sampled.
 */
final class RpnLoss {
  static final double BETA = 1.0 / 9;
  static final long MEAN = 1;
  static final long SUM = 2;

  private final RpnConfig config;
  private final AnchorMatcher matcher;
  private final BoxCoder coder = new BoxCoder(1, 1, 1, 1);

  /**
   * Both losses.
   *
   * @param objectness scalar
   * @param box scalar
   */
  record Parts(Tensor objectness, Tensor box) {}

  /** The sampled anchors of a batch. */
  private static final class Sample {
    final List<long[]> positives = new ArrayList<>();
    final List<long[]> negatives = new ArrayList<>();
    final List<long[]> deltas = new ArrayList<>();
    final List<float[]> targets = new ArrayList<>();
  }

  RpnLoss(RpnConfig config) {
    this.config = config;
    matcher = new AnchorMatcher(config.foreground(), config.background(), true);
  }

  /**
   * The losses of a batch.
   *
   * @param items boxes of the items of each image
   */
  Parts of(RpnOutput output, List<float[]> items, SplittableRandom random) {
    Sample sample = new Sample();
    for (int image = 0; image < items.size(); image++) {
      add(sample, output, image, items.get(image), random);
    }
    Tensor all = output.values().view(-1);
    long[] positives = sample.positives.stream().flatMapToLong(Arrays::stream).toArray();
    long[] negatives = sample.negatives.stream().flatMapToLong(Arrays::stream).toArray();
    long[] both = Arrays.copyOf(positives, positives.length + negatives.length);
    System.arraycopy(negatives, 0, both, positives.length, negatives.length);
    float[] labels = new float[both.length];
    Arrays.fill(labels, 0, positives.length, 1);
    Tensor objectness =
        torch.binary_cross_entropy_with_logits(
            all.index_select(0, Uploads.indexes(all, both)),
            Uploads.numbers(all, labels, labels.length),
            new TensorOptional(),
            new TensorOptional(),
            MEAN);
    long[] places = sample.deltas.stream().flatMapToLong(Arrays::stream).toArray();
    Tensor box =
        torch.smooth_l1_loss(
            all.index_select(0, Uploads.indexes(all, places)),
            Uploads.numbers(all, joined(sample.targets), places.length),
            SUM,
            BETA);
    return new Parts(objectness, Tensors.scaled(box, 1.0 / both.length));
  }

  private void add(
      Sample sample, RpnOutput output, int image, float[] items, SplittableRandom random) {
    int[] matches = matcher.match(items, output.anchors());
    int[] labels = new int[matches.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = matches[i] >= 0 ? 1 : matches[i] == AnchorMatcher.BELOW ? 0 : -1;
    }
    BalancedSample chosen =
        BalancedSampler.sample(labels, config.batchPerImage(), config.positiveFraction(), random);
    int[] positives = chosen.positives();
    sample.positives.add(objectness(output, image, positives));
    sample.negatives.add(objectness(output, image, chosen.negatives()));
    sample.deltas.add(deltas(output, image, positives));
    int[] itemOfEach = IntStream.of(positives).map(i -> matches[i]).toArray();
    sample.targets.add(
        coder.encode(
            BoxArrays.select(items, itemOfEach), BoxArrays.select(output.anchors(), positives)));
  }

  private static long[] objectness(RpnOutput output, int image, int[] anchors) {
    return IntStream.of(anchors).mapToLong(a -> output.objectnessAt(image, a)).toArray();
  }

  /** Where dx, dy, dw and dh of each anchor are. */
  static long[] deltas(RpnOutput output, int image, int[] anchors) {
    long[] places = new long[4 * anchors.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = output.deltasAt(image, anchors[i / 4]) + i % 4;
    }
    return places;
  }

  private static float[] joined(List<float[]> parts) {
    return Regions.of(parts).boxes();
  }
}
