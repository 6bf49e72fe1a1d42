package dev.wardrobe.torch.rcnn;

import dev.wardrobe.dataset.LandmarkSchema;
import dev.wardrobe.model.config.RoiConfig;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.ops.BoxArrays;
import dev.wardrobe.model.ops.HeatmapTargets;
import dev.wardrobe.model.ops.MaskTargets;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.torch.layers.Tensors;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The losses of the heads that look at regions. */
final class RoiLosses {
  /** What the mask head should draw of an item in a region, as a grid of size x size. */
  interface MaskGrid {
    float[] of(Mask mask, Box region, int size);
  }

  private final RoiHeads heads;
  private final RoiConfig config;
  private final RegionSampler sampler;
  private final MaskGrid maskGrid;

  RoiLosses(RoiHeads heads) {
    this(heads, MaskTargets::of);
  }

  RoiLosses(RoiHeads heads, MaskGrid maskGrid) {
    this.heads = heads;
    this.maskGrid = maskGrid;
    config = heads.config().roi();
    sampler = new RegionSampler(config, heads.config().streams().category());
  }

  /** The loss of each head, by name, in a fixed order. */
  Map<String, Tensor> of(
      List<Tensor> levels,
      List<float[]> proposals,
      List<ImageTargets> images,
      SplittableRandom random) {
    TrainingRegions regions = sampler.sample(proposals, images, random);
    Map<String, Tensor> parts = new LinkedHashMap<>();
    BoxHead.Parts boxes = boxes(levels, regions, images);
    parts.put("category", boxes.category());
    parts.put("box", boxes.box());
    if (heads.looksCloser()) {
      HeadRegions chosen = HeadRegions.choose(regions, images, config.maskBatchPerImage(), random);
      addClose(parts, levels, chosen, images);
    }
    return parts;
  }

  private BoxHead.Parts boxes(
      List<Tensor> levels, TrainingRegions regions, List<ImageTargets> images) {
    if (regions.count() == 0) {
      Tensor zero = Tensors.zeroOf(heads.box());
      return new BoxHead.Parts(zero, zero);
    }
    BoxHead.Output output = heads.box().forward(heads.boxFeatures(levels, regions.regions()));
    int[] foreground = regions.foreground();
    float[] items = new float[4 * foreground.length];
    List<float[]> boxes = images.stream().map(RegionSampler::boxes).toList();
    for (int i = 0; i < foreground.length; i++) {
      int region = foreground[i];
      System.arraycopy(
          boxes.get(regions.images()[region]), 4 * regions.items()[region], items, 4 * i, 4);
    }
    float[] targets = BoxHead.CODER.encode(items, BoxArrays.select(regions.boxes(), foreground));
    return heads.box().losses(output, regions, targets);
  }

  /** All heads beside the box head see the same features, which are read once. */
  private void addClose(
      Map<String, Tensor> parts,
      List<Tensor> levels,
      HeadRegions chosen,
      List<ImageTargets> images) {
    MatchRegions matched =
        heads.match().isPresent() ? new MatchRegions(chosen, images) : MatchRegions.NONE;
    boolean matches = matched.hasPairs();
    Regions all = chosen.with(matches ? matched.own() : List.of());
    Tensor features = all.count() == 0 ? levels.getFirst() : heads.closeFeatures(levels, all);
    Tensor foreground = features.narrow(0, 0, Math.min(chosen.count(), features.size(0)));
    heads.mask().ifPresent(head -> parts.put("mask", mask(head, foreground, chosen)));
    heads
        .landmark()
        .ifPresent(head ->
            parts.put(
                "landmark",
                chosen.count() == 0 ? Tensors.zeroOf(head) : landmarks(head, foreground, chosen)));
    heads
        .match()
        .ifPresent(head ->
            parts.put("match", matches ? match(head, features, matched) : Tensors.zeroOf(head)));
  }

  /**
   * Items whose mask is not known take no part: an empty grid would teach that nothing is there.
   */
  private Tensor mask(MaskHead head, Tensor features, HeadRegions chosen) {
    long[] rows =
        LongStream.range(0, chosen.count())
            .filter(i -> chosen.regions().get((int) i).target().hasMask())
            .toArray();
    if (rows.length == 0) {
      return Tensors.zeroOf(head);
    }
    int size = heads.config().heads().maskSize();
    long[] maps = new long[rows.length];
    float[] targets = new float[rows.length * size * size];
    for (int i = 0; i < rows.length; i++) {
      HeadRegions.Region region = chosen.regions().get((int) rows[i]);
      maps[i] = heads.maskMap(region.target().category().id());
      float[] grid = maskGrid.of(region.target().mask(), heads.view(region.box()), size);
      System.arraycopy(grid, 0, targets, i * grid.length, grid.length);
    }
    Tensor some =
        rows.length == chosen.count()
            ? features
            : features.index_select(0, Uploads.indexes(features, rows));
    return MaskHead.loss(head.forward(some, maps), targets);
  }

  /** Averaged over all landmarks of the batch that are labelled and inside their region. */
  private Tensor landmarks(LandmarkHead head, Tensor features, HeadRegions chosen) {
    List<Tensor> sums = new ArrayList<>();
    long count = 0;
    Tensor hidden = head.hidden(features);
    for (CategoryRun run : CategoryRun.of(chosen.categories())) {
      LandmarkSchema schema = run.category().landmarks();
      long[] cells =
          chosen.regions().subList(run.start(), run.start() + run.count()).stream()
              .map(r -> HeatmapTargets.of(r.target().landmarks(), heads.view(r.box()), head.size()))
              .flatMapToLong(LongStream::of)
              .toArray();
      long labelled = LongStream.of(cells).filter(c -> c != LandmarkHead.NO_CELL).count();
      if (labelled > 0) {
        Tensor maps = head.maps(hidden.narrow(0, run.start(), run.count()), schema);
        sums.add(head.loss(maps, cells));
        count += labelled;
      }
    }
    return sums.isEmpty() ? Tensors.zeroOf(head) : Tensors.scaled(Tensors.sum(sums), 1.0 / count);
  }

  /** Two-way cross-entropy, averaged over the chosen pairs. */
  static Tensor match(MatchHead head, Tensor features, MatchRegions regions) {
    long[] rows = regions.entries().stream().mapToLong(MatchRegions.Entry::row).toArray();
    Tensor embedded = head.embed(features.index_select(0, Uploads.indexes(features, rows)));
    MatchPairs pairs =
        MatchPairs.choose(regions.entries(), TensorData.floats(embedded), head.similarity());
    long[] labels = new long[pairs.count()];
    Arrays.fill(labels, 0, pairs.positives(), 1);
    Tensor logits =
        head.compare(
            embedded.index_select(0, Uploads.indexes(embedded, pairs.consumers())),
            embedded.index_select(0, Uploads.indexes(embedded, pairs.shops())));
    return torch.cross_entropy_loss(
        logits,
        Uploads.indexes(logits, labels),
        new TensorOptional(),
        RpnLoss.MEAN,
        BoxHead.NO_LABEL,
        0);
  }
}
