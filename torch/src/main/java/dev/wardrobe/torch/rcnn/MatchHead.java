package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.HeadsConfig;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.torch.layers.ConvBlock;
import dev.wardrobe.torch.layers.Initial;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Linear;
import dev.wardrobe.torch.layers.Norm;
import dev.wardrobe.torch.layers.Sequence;
import dev.wardrobe.torch.layers.Tensors;
import dev.wardrobe.torch.tensor.NativeScope;
import dev.wardrobe.torch.tensor.TensorData;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * Turns a region into an item's feature, of length 1, and says of two features whether they are of
 * the same item (the paper, section 4: convolutions, pooling and a fully connected layer; then a
 * fully connected layer on the squared difference, and softmax over "other" and "same"). Names:
 * match_head.0.0 and so on, match_predictor.embedding, match_predictor.similarity.
 */
final class MatchHead extends Layer {
  /**
   * The similarity's first weights: two features are the same if their squared distance is under
   * half.
   */
  private static final float STEEPNESS = 4;

  private static final float OFFSET = 2;
  private static final double SMALLEST = 1e-12;

  private final Sequence convolutions;
  private final Linear embedding;
  private final Linear similarity;

  /**
   * A head with fresh weights. Those of the similarity begin as a plain distance: with small random
   * ones, as elsewhere, differences of features of length 1 would hardly count.
   *
   * @param channels of the pyramid
   * @param norm between the convolutions, if there is one
   */
  MatchHead(
      HeadsConfig config, int channels, Optional<IntFunction<Norm>> norm, SplittableRandom random) {
    int width = config.matchChannels();
    int length = config.embedding();
    convolutions =
        child(
            "match_head",
            ConvBlock.stack(
                channels, width, config.matchConvolutions(), norm, Initial.kaimingNormal(random)));
    embedding =
        child("match_predictor.embedding", new Linear(width, length, Initial.module(random)));
    similarity = child("match_predictor.similarity", new Linear(length, 2, Initial.zero()));
    MemorySegment weights = TensorData.memory(similarity.weight());
    for (int i = 0; i < length; i++) {
      weights.setAtIndex(ValueLayout.JAVA_FLOAT, i, STEEPNESS);
      weights.setAtIndex(ValueLayout.JAVA_FLOAT, (long) length + i, -STEEPNESS);
    }
    MemorySegment biases = TensorData.memory(similarity.bias());
    biases.setAtIndex(ValueLayout.JAVA_FLOAT, 0, -OFFSET);
    biases.setAtIndex(ValueLayout.JAVA_FLOAT, 1, OFFSET);
  }

  /**
   * Features of regions, each of length 1: regions, numbers.
   *
   * @param features regions, channels, rows, columns; at least one region
   */
  Tensor embed(Tensor features) {
    Tensor pooled =
        Tensors.wide(convolutions.forward(features))
            .mean(new long[] {2, 3}, false, new ScalarTypeOptional());
    Tensor numbers = Tensors.wide(embedding.forward(pooled));
    Tensor length = numbers.norm(new ScalarOptional(new Scalar(2)), new long[] {1}, true);
    return numbers.div(length.clamp_min(new Scalar(SMALLEST)));
  }

  /**
   * Logits of "other" and "same" for pairs of features: pairs, 2. Not as a matrix product, which
   * may be computed in 16 bits.
   */
  Tensor compare(Tensor first, Tensor second) {
    Tensor squares = first.sub(second).square().unsqueeze(1);
    return squares.mul(similarity.weight()).sum(2).add(similarity.bias());
  }

  /** The similarity as numbers, to rank galleries with. */
  Similarity similarity() {
    try (var scope = NativeScope.open()) {
      return Similarity.ofLayer(
          TensorData.floats(similarity.weight()), TensorData.floats(similarity.bias()));
    }
  }
}
