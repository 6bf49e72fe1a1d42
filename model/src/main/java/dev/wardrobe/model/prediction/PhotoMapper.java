package dev.wardrobe.model.prediction;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.model.data.InputImage;
import dev.wardrobe.model.ops.MaskPaster;
import dev.wardrobe.model.prediction.PendingPhoto.KnownItem;
import dev.wardrobe.predictions.Embedding;
import dev.wardrobe.predictions.PredictedItem;
import dev.wardrobe.predictions.PredictedLandmarks;
import dev.wardrobe.predictions.PredictedPhoto;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes what was found on an input image to the photo's own pixels, as torchvision's {@code
 * GeneralizedRCNNTransform.postprocess} does: boxes and landmarks by the ratio of the sides, masks
 * drawn into the photo from the grid over the box.
 */
final class PhotoMapper {
  private static final double MASK_THRESHOLD = .5;

  private PhotoMapper() {}

  static PredictedPhoto map(PendingPhoto photo, InputImage input, List<ImageDetection> detections) {
    List<PredictedItem> items =
        detections.stream().map(detection -> item(input, detection)).toList();
    return new PredictedPhoto(
        photo.imageId(), photo.name(), input.photoSize(), photo.source(), items);
  }

  /** The annotated items of a photo with the features that the network sees in them. */
  static PredictedPhoto annotated(PendingPhoto photo, InputImage input, List<float[]> features) {
    List<PredictedItem> items = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      KnownItem known = photo.annotated().get(i);
      items.add(
          new PredictedItem(
              Optional.of(known.category()),
              1,
              known.box(),
              Optional.empty(),
              Optional.empty(),
              Embedding.of(features.get(i))));
    }
    return new PredictedPhoto(
        photo.imageId(), photo.name(), input.photoSize(), photo.source(), items);
  }

  /** The boxes of a photo's annotated items in pixels of the input. */
  static float[] inputBoxes(PendingPhoto photo, InputImage input) {
    float[] boxes = new float[4 * photo.annotated().size()];
    double x = (double) input.width() / input.photoSize().width();
    double y = (double) input.height() / input.photoSize().height();
    for (int i = 0; i < photo.annotated().size(); i++) {
      Box box = photo.annotated().get(i).box();
      boxes[4 * i] = (float) (box.x1() * x);
      boxes[4 * i + 1] = (float) (box.y1() * y);
      boxes[4 * i + 2] = (float) (box.x2() * x);
      boxes[4 * i + 3] = (float) (box.y2() * y);
    }
    return boxes;
  }

  private static PredictedItem item(InputImage input, ImageDetection detection) {
    Box box = inside(input.toPhoto(detection.box()), input.photoSize());
    Optional<Category> category = category(detection);
    return new PredictedItem(
        category,
        decimal(detection.score()),
        box,
        mask(detection, input, box),
        category.flatMap(known -> landmarks(input, detection, known)),
        Embedding.of(detection.embedding()));
  }

  /** Where boxes are not told apart by category, the landmarks may still tell it. */
  private static Optional<Category> category(ImageDetection detection) {
    return Category.ofId(
        detection.category() > 0 ? detection.category() : detection.landmarkCategory());
  }

  /** Rounding may have moved an edge out of the photo by the last digit. */
  private static Box inside(Box box, ImageSize size) {
    return new Box(
        Math.clamp(box.x1(), 0, size.width()),
        Math.clamp(box.y1(), 0, size.height()),
        Math.clamp(box.x2(), 0, size.width()),
        Math.clamp(box.y2(), 0, size.height()));
  }

  private static Optional<RleMask> mask(ImageDetection found, InputImage input, Box box) {
    int side = (int) Math.round(Math.sqrt(found.mask().length));
    if (side == 0) {
      return Optional.empty();
    }
    Box covered = found.maskBox().equals(found.box()) ? box : input.toPhoto(found.maskBox());
    return Optional.of(
        MaskPaster.paste(found.mask(), side, covered, input.photoSize(), MASK_THRESHOLD));
  }

  private static Optional<PredictedLandmarks> landmarks(
      InputImage input, ImageDetection detection, Category category) {
    float[] found = detection.landmarks();
    if (found.length != 3 * category.landmarks().count()) {
      return Optional.empty();
    }
    double[] mapped = new double[found.length];
    for (int i = 0; i < found.length; i += 3) {
      mapped[i] = input.photoX(found[i]);
      mapped[i + 1] = input.photoY(found[i + 1]);
      mapped[i + 2] = Math.clamp(decimal(found[i + 2]), 0, 1);
    }
    return Optional.of(PredictedLandmarks.of(mapped));
  }

  /** The shortest decimal of a 32-bit number: fewer digits in the files, and no two become one. */
  private static double decimal(float score) {
    return Double.parseDouble(Float.toString(score));
  }
}
