package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.RpnConfig;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.ops.BoxArrays;
import dev.wardrobe.model.ops.BoxCoder;
import dev.wardrobe.model.ops.Nms;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;

/**
 * Chooses the boxes that are looked at closely: torchvision's {@code filter_proposals}. The anchors
 * with the highest objectness of each level are chosen where the numbers are; only those are
 * fetched, decoded, cut off at the image's edges, and suppressed level by level.
 */
final class Proposals {
  private static final double SMALLEST = 1e-3;

  private final RpnConfig config;
  private final BoxCoder coder = new BoxCoder(1, 1, 1, 1);

  /** The best anchors of each image; arrays hold those of one image after another. */
  private static final class Best {
    final int perImage;
    final float[] logits;
    final int[] anchors;
    final int[] levels;

    Best(int images, int perImage) {
      this.perImage = perImage;
      logits = new float[images * perImage];
      anchors = new int[images * perImage];
      levels = new int[perImage];
    }
  }

  Proposals(RpnConfig config) {
    this.config = config;
  }

  /**
   * The proposals of each image, x1 y1 x2 y2, by descending objectness.
   *
   * @param images whose sizes the boxes are cut off at
   */
  List<float[]> of(RpnOutput output, List<ImageTargets> images, boolean training) {
    Tensor values = output.values().detach();
    Best best = best(output, values, training ? config.preNmsTrain() : config.preNmsTest());
    float[] deltas = deltas(output, values, best);
    List<float[]> proposals = new ArrayList<>();
    for (int image = 0; image < images.size(); image++) {
      int from = image * best.perImage;
      int to = from + best.perImage;
      int[] anchors = Arrays.copyOfRange(best.anchors, from, to);
      float[] boxes =
          coder.decode(
              Arrays.copyOfRange(deltas, 4 * from, 4 * to),
              BoxArrays.select(output.anchors(), anchors));
      ImageTargets size = images.get(image);
      boxes = BoxArrays.clip(boxes, size.width(), size.height());
      float[] logits = Arrays.copyOfRange(best.logits, from, to);
      proposals.add(
          survivors(
              boxes, logits, best.levels, training ? config.postNmsTrain() : config.postNmsTest()));
    }
    return proposals;
  }

  private Best best(RpnOutput output, Tensor values, int most) {
    int each = output.anchorsPerPlace();
    int[] places = output.places();
    int perImage = 0;
    for (int count : places) {
      perImage += Math.min(most, count * each);
    }
    Best best = new Best(output.images(), perImage);
    int first = 0;
    int column = 0;
    for (int level = 0; level < places.length; level++) {
      int kept = Math.min(most, places[level] * each);
      Tensor objectness = values.narrow(1, first, places[level]).narrow(2, 0, each);
      T_TensorTensor_T top = objectness.reshape(output.images(), -1).topk(kept, 1, true, true);
      float[] logits = TensorData.floats(top.get0());
      long[] indexes = TensorData.longs(top.get1());
      for (int i = 0; i < logits.length; i++) {
        int at = i / kept * perImage + column + i % kept;
        best.logits[at] = logits[i];
        best.anchors[at] = first * each + (int) indexes[i];
      }
      Arrays.fill(best.levels, column, column + kept, level);
      first += places[level];
      column += kept;
    }
    return best;
  }

  private static float[] deltas(RpnOutput output, Tensor values, Best best) {
    long[] places = new long[4 * best.anchors.length];
    for (int i = 0; i < best.anchors.length; i++) {
      long at = output.deltasAt(i / best.perImage, best.anchors[i]);
      for (int j = 0; j < 4; j++) {
        places[4 * i + j] = at + j;
      }
    }
    return TensorData.floats(values.view(-1).index_select(0, Uploads.indexes(values, places)));
  }

  private float[] survivors(float[] boxes, float[] logits, int[] levels, int most) {
    int[] large = BoxArrays.notSmall(boxes, SMALLEST);
    float[] largeBoxes = BoxArrays.select(boxes, large);
    float[] scores = new float[large.length];
    int[] groups = new int[large.length];
    for (int i = 0; i < large.length; i++) {
      scores[i] = logits[large[i]];
      groups[i] = levels[large[i]];
    }
    int[] kept = Nms.keepByGroup(largeBoxes, scores, groups, config.nmsThreshold());
    return BoxArrays.select(largeBoxes, Arrays.copyOf(kept, Math.min(most, kept.length)));
  }
}
