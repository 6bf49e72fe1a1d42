package dev.wardrobe.torch.rcnn;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.model.config.RoiConfig;
import dev.wardrobe.model.data.ImageTargets;
import dev.wardrobe.model.ops.BoxArrays;
import dev.wardrobe.model.ops.HeatmapDecoder;
import dev.wardrobe.model.ops.Nms;
import dev.wardrobe.model.prediction.ImageDetection;
import dev.wardrobe.structures.Box;
import dev.wardrobe.torch.tensor.TensorData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What the heads find in the proposals: torchvision's {@code postprocess_detections}, then the
 * other heads on the boxes that are kept, of all images at once.
 */
final class Detector {
  private static final double SMALLEST = 1e-2;

  private final RoiHeads heads;
  private final RoiConfig config;

  /** A kept box, before the other heads have looked at it. */
  private record Found(int image, Box box, int label, float score) {}

  /** What the other heads say of a box; of a head that is not there, nothing. */
  private static final class Closer {
    float[] mask = {};
    float[] landmarks = {};
    int landmarkCategory;
    float[] embedding = {};
  }

  Detector(RoiHeads heads) {
    this.heads = heads;
    config = heads.config().roi();
  }

  /** The detections of each image, by descending score. */
  List<List<ImageDetection>> detect(
      List<Tensor> levels, List<float[]> proposals, List<ImageTargets> images) {
    List<Found> found = found(levels, proposals, images);
    List<Closer> closer = new ArrayList<>();
    found.forEach(f -> closer.add(new Closer()));
    if (!found.isEmpty() && heads.looksCloser()) {
      lookCloser(levels, found, closer);
    }
    List<List<ImageDetection>> detections = new ArrayList<>();
    images.forEach(image -> detections.add(new ArrayList<>()));
    for (int i = 0; i < found.size(); i++) {
      detections.get(found.get(i).image()).add(detection(found.get(i), closer.get(i)));
    }
    return detections;
  }

  private ImageDetection detection(Found found, Closer closer) {
    return new ImageDetection(
        found.box(),
        heads.view(found.box()),
        heads.config().streams().category() ? found.label() : 0,
        found.score(),
        closer.mask,
        closer.landmarkCategory,
        closer.landmarks,
        closer.embedding);
  }

  private List<Found> found(
      List<Tensor> levels, List<float[]> proposals, List<ImageTargets> images) {
    Regions regions = Regions.of(proposals);
    if (regions.count() == 0) {
      return List.of();
    }
    BoxHead.Output output = heads.box().forward(heads.boxFeatures(levels, regions));
    int classes = (int) output.logits().size(1);
    float[] scores = TensorData.floats(torch.softmax(output.logits(), 1));
    float[] boxes = BoxHead.CODER.decode(TensorData.floats(output.deltas()), regions.boxes());
    List<Found> found = new ArrayList<>();
    int region = 0;
    for (int image = 0; image < images.size(); image++) {
      int end = region + proposals.get(image).length / 4;
      float[] own = Arrays.copyOfRange(boxes, 4 * region * classes, 4 * end * classes);
      float[] ownScores = Arrays.copyOfRange(scores, region * classes, end * classes);
      ImageTargets size = images.get(image);
      found.addAll(
          kept(image, BoxArrays.clip(own, size.width(), size.height()), ownScores, classes));
      region = end;
    }
    return found;
  }

  /** The boxes of an image that are likely enough, not empty, and not suppressed by better ones. */
  private List<Found> kept(int image, float[] boxes, float[] scores, int classes) {
    boolean[] large = new boolean[scores.length];
    for (int i : BoxArrays.notSmall(boxes, SMALLEST)) {
      large[i] = true;
    }
    float threshold = (float) config.scoreThreshold();
    int[] candidates =
        IntStream.range(0, scores.length)
            .filter(i -> i % classes != 0 && scores[i] > threshold && large[i])
            .toArray();
    float[] someBoxes = BoxArrays.select(boxes, candidates);
    float[] someScores = new float[candidates.length];
    int[] labels = new int[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      someScores[i] = scores[candidates[i]];
      labels[i] = candidates[i] % classes;
    }
    int[] kept = Nms.keepByGroup(someBoxes, someScores, labels, config.nmsThreshold());
    List<Found> found = new ArrayList<>();
    for (int i : Arrays.copyOf(kept, Math.min(kept.length, config.detectionsPerImage()))) {
      found.add(new Found(image, BoxArrays.get(someBoxes, i), labels[i], someScores[i]));
    }
    return found;
  }

  private void lookCloser(List<Tensor> levels, List<Found> found, List<Closer> closer) {
    float[] boxes = BoxArrays.of(found.stream().map(Found::box).toList());
    int[] images = found.stream().mapToInt(Found::image).toArray();
    Tensor features = heads.closeFeatures(levels, new Regions(boxes, images));
    heads.mask().ifPresent(head -> masks(head, features, found, closer));
    heads.landmark().ifPresent(head -> landmarks(head, features, found, closer));
    heads.match().ifPresent(head -> embeddings(head, features, closer));
  }

  private void masks(MaskHead head, Tensor features, List<Found> found, List<Closer> closer) {
    long[] maps = found.stream().mapToLong(f -> heads.maskMap(f.label())).toArray();
    float[] chances = TensorData.floats(head.forward(features, maps).sigmoid());
    int cells = chances.length / closer.size();
    for (int i = 0; i < closer.size(); i++) {
      closer.get(i).mask = Arrays.copyOfRange(chances, i * cells, (i + 1) * cells);
    }
  }

  private static void embeddings(MatchHead head, Tensor features, List<Closer> closer) {
    float[] numbers = TensorData.floats(head.embed(features));
    int length = numbers.length / closer.size();
    for (int i = 0; i < closer.size(); i++) {
      closer.get(i).embedding = Arrays.copyOfRange(numbers, i * length, (i + 1) * length);
    }
  }

  private void landmarks(
      LandmarkHead head, Tensor features, List<Found> found, List<Closer> closer) {
    Tensor hidden = head.hidden(features);
    if (heads.config().streams().category()) {
      int[] sorted =
          IntStream.range(0, found.size())
              .boxed()
              .sorted(Comparator.comparingInt(i -> found.get(i).label()))
              .mapToInt(i -> i)
              .toArray();
      List<Category> categories =
          IntStream.of(sorted).mapToObj(i -> Category.ALL.get(found.get(i).label() - 1)).toList();
      for (CategoryRun run : CategoryRun.of(categories)) {
        int[] rows = Arrays.copyOfRange(sorted, run.start(), run.start() + run.count());
        landmarks(head, hidden, run.category(), rows, found, closer);
      }
    } else {
      int[] all = IntStream.range(0, found.size()).toArray();
      for (Category category : Category.ALL) {
        landmarks(head, hidden, category, all, found, closer);
      }
    }
  }

  /** Looks for a category's landmarks in some boxes, and keeps them if they are the clearest. */
  private void landmarks(
      LandmarkHead head,
      Tensor hidden,
      Category category,
      int[] rows,
      List<Found> found,
      List<Closer> closer) {
    long[] indexes = IntStream.of(rows).asLongStream().toArray();
    Tensor some = hidden.index_select(0, Uploads.indexes(hidden, indexes));
    float[] maps = TensorData.floats(head.maps(some, category.landmarks()));
    int count = category.landmarks().count();
    for (int i = 0; i < rows.length; i++) {
      float[] own = LandmarkMaps.inRows(maps, i, count, head.size());
      float[] points =
          HeatmapDecoder.decode(own, count, head.size(), heads.view(found.get(rows[i]).box()));
      Closer target = closer.get(rows[i]);
      if (target.landmarkCategory == 0
          || ImageDetection.clarity(points) > ImageDetection.clarity(target.landmarks)) {
        target.landmarks = points;
        target.landmarkCategory = category.id();
      }
    }
  }
}
