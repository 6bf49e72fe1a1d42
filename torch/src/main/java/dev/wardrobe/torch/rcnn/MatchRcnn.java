package dev.wardrobe.torch.rcnn;

import dev.wardrobe.model.config.Config;
import dev.wardrobe.model.data.Batch;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.ops.Similarity;
import dev.wardrobe.model.prediction.ImageDetection;
import dev.wardrobe.torch.layers.Layer;
import dev.wardrobe.torch.layers.Tensors;
import dev.wardrobe.torch.tensor.NativeScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.MemoryFormat;

/**
 * Match R-CNN (CVPR 2019, section 4): finds garments, and what pairs of them have in common.
 *
 * <p>Parameters have the names of torchvision's {@code maskrcnn_resnet50_fpn} where it has such
 * layers: {@code backbone.body}, {@code backbone.fpn}, {@code rpn.head}, {@code
 * roi_heads.box_head}, {@code roi_heads.box_predictor}, {@code roi_heads.mask_head}, {@code
 * roi_heads.mask_predictor}; and besides {@code roi_heads.landmark_head}, {@code
 * roi_heads.landmark_predictor}, {@code roi_heads.match_head}, {@code roi_heads.match_predictor}.
 * With frozen batch norms the layout is torchvision's exactly. With group norms there is one after
 * every output convolution of the pyramid and every 3x3 convolution of the mask, landmark and match
 * heads, too.
 */
public final class MatchRcnn extends Layer {
  private static final List<String> ENDS =
      List.of(
          "backbone.body.conv1.",
          "rpn.head.cls_logits.",
          "rpn.head.bbox_pred.",
          "roi_heads.box_predictor.",
          "roi_heads.mask_predictor.mask_fcn_logits.",
          "roi_heads.landmark_predictor.",
          "roi_heads.match_predictor.similarity.");

  private final Config config;
  private final Backbone backbone;
  private final Rpn rpn;
  private final RoiHeads heads;
  private final RoiLosses losses;
  private final Detector detector;

  /**
   * A network with fresh weights.
   *
   * @param seed of the weights; equal seeds give equal weights on every machine, and the weights of
   *     one head do not depend on which others there are
   */
  public MatchRcnn(Config config, long seed) {
    this.config = config;
    SplittableRandom random = new SplittableRandom(seed);
    int channels = config.backbone().pyramidChannels();
    int levels = config.rpn().anchorSizes().size();
    backbone = child("backbone", new Backbone(config.backbone(), levels, random.split()));
    rpn = child("rpn", new Rpn(config.rpn(), channels, random.split()));
    heads = child("roi_heads", new RoiHeads(config, random.split()));
    losses = new RoiLosses(heads);
    detector = new Detector(heads);
  }

  /** What it was made from. */
  public Config config() {
    return config;
  }

  /**
   * The losses of a batch, with gradients recorded. They are computed in 32 bits, also where the
   * layers are not. The loss of a head that has nothing to learn from the batch is 0.
   *
   * @param seed of the choice of anchors and regions
   */
  public Losses losses(Batch batch, long seed) {
    return losses(batch, seed, losses);
  }

  /** The losses, with regions' masks made in another way. */
  Losses losses(Batch batch, long seed, RoiLosses roiLosses) {
    SplittableRandom random = new SplittableRandom(seed);
    List<ImageTargets> images = batch.targets();
    List<Tensor> levels = features(batch);
    RpnOutput output = rpn.forward(levels, batch.height(), batch.width());
    List<float[]> items = images.stream().map(RegionSampler::boxes).toList();
    RpnLoss.Parts first = rpn.losses(output, items, random.split());
    List<float[]> proposals = rpn.proposals(output, images, true);
    Map<String, Tensor> parts = new LinkedHashMap<>();
    parts.put("objectness", first.objectness());
    parts.put("rpn_box", first.box());
    parts.putAll(roiLosses.of(levels, proposals, images, random.split()));
    return new Losses(weighted(parts), Collections.unmodifiableMap(parts));
  }

  private Tensor weighted(Map<String, Tensor> parts) {
    List<Tensor> weighted = new ArrayList<>();
    parts.forEach((name, part) -> {
      double weight = config.training().lossWeights().of(name);
      weighted.add(weight == 1 ? part : Tensors.scaled(part, weight));
    });
    return Tensors.sum(weighted);
  }

  /**
   * What is found on each image, by descending score; without gradients, in a scope of its own.
   * Boxes and landmarks are in pixels of the input images.
   */
  public List<List<ImageDetection>> detect(Batch batch) {
    if (batch.size() == 0) {
      return List.of();
    }
    try (var scope = NativeScope.open();
        var guard = new NoGradGuard()) {
      List<Tensor> levels = features(batch);
      RpnOutput output = rpn.forward(levels, batch.height(), batch.width());
      List<float[]> proposals = rpn.proposals(output, batch.targets(), false);
      return detector.detect(levels, proposals, batch.targets());
    }
  }

  /**
   * How alike the features of two items are, with the weights of this moment; empty without a match
   * head.
   */
  public Optional<Similarity> similarity() {
    return heads.match().map(MatchHead::similarity);
  }

  /**
   * The levels of the pyramid, finest first: images, channels, rows, columns; belong to the open
   * scope.
   */
  public List<Tensor> features(Batch batch) {
    Tensor like = parameters().values().iterator().next();
    // The layers keep this order of numbers; on processors most of them are faster in it.
    Tensor images =
        Uploads.numbers(like, batch.pixels(), batch.size(), 3, batch.height(), batch.width());
    return backbone.forward(
        images.is_cuda() ? images : images.contiguous(MemoryFormat.ChannelsLast));
  }

  /**
   * Whether a parameter is inside of the network: neither of the first convolution, which sees
   * colours, nor of the last layer of a head, whose outputs are scores and distances.
   */
  public static boolean isHidden(String parameter) {
    return ENDS.stream().noneMatch(parameter::startsWith);
  }

  Rpn rpn() {
    return rpn;
  }

  RoiHeads heads() {
    return heads;
  }
}
