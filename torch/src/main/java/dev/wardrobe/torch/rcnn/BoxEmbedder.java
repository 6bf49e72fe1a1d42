package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.data.Batch;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * The features of items whose boxes are known: what the match head sees in annotated boxes, as the
 * official lists of retrieval have them, rather than in found ones.
 */
public final class BoxEmbedder {
  private final MatchRcnn network;
  private final MatchHead match;

  /**
   * An embedder with a network's weights of the moment in which it is asked.
   *
   * @throws IllegalArgumentException if the network has no match head
   */
  public BoxEmbedder(MatchRcnn network) {
    this.network = network;
    this.match =
        network
            .heads()
            .match()
            .orElseThrow(() -> new IllegalArgumentException("Expected a match head, but got none"));
  }

  /**
   * The features of the boxes of all images, one image after the other, each of length 1; without
   * gradients, in a scope of its own.
   *
   * @param boxes of each image of the batch, x1 y1 x2 y2 in pixels of the input image; may be none
   */
  public List<float[]> embed(Batch batch, List<float[]> boxes) {
    Regions regions = Regions.of(boxes);
    if (regions.count() == 0) {
      return List.of();
    }
    try (var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      Tensor seen = network.heads().closeFeatures(network.features(batch), regions);
      float[] all = TensorData.floats(match.embed(seen));
      int length = all.length / regions.count();
      List<float[]> features = new ArrayList<>();
      for (int from = 0; from < all.length; from += length) {
        features.add(Arrays.copyOfRange(all, from, from + length));
      }
      return features;
    }
  }
}
