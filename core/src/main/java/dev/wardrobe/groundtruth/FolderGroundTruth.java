package dev.wardrobe.groundtruth;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.PhotoReading;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.results.ProblemList;
import dev.wardrobe.results.ResultProblem;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PackedMask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * The ground truth of a split of DeepFashion2's own files: the same numbers as from the COCO file
 * that {@code deepfashion2_to_coco.py} makes of them, with the attributes and the source of every
 * item. Photos and items that the rules for files leave out are left out.
 */
public final class FolderGroundTruth {
  private static final PackedMask NO_MASK = PackedMask.of(RleMask.empty(new ImageSize(1, 1)));

  private final GroundTruthOptions options;
  private final Consumer<Finding> findings;
  private final List<Photo> photos = new ArrayList<>();
  private final List<GroundTruthItem> items = new ArrayList<>();
  private final ProblemList problems = new ProblemList();

  private FolderGroundTruth(GroundTruthOptions options, Consumer<Finding> findings) {
    this.options = options;
    this.findings = findings;
  }

  /** A reading with its masks, rasterised on a worker thread; none where they are not needed. */
  private record RasterizedPhoto(PhotoReading reading, List<PackedMask> masks) {}

  /**
   * Reads a split. Masks need the photos' sizes, so photos without one are left out then.
   *
   * @param findings gets what is wrong with the files
   * @throws DatasetException if the split has no annotations, or no sizes at all where masks are
   *     needed
   */
  public static ReadGroundTruth read(
      DatasetSplit split, GroundTruthOptions options, Consumer<Finding> findings) {
    split.requireAnnotated();
    if (options.masks() && !split.sized()) {
      throw new DatasetException(
          "The split %s has no photos: masks need their sizes, so give them with --sizes"
              .formatted(split.name()));
    }
    FolderGroundTruth reader = new FolderGroundTruth(options, findings);
    ReadOptions reading =
        ReadOptions.defaults()
            .withThreads(options.threads())
            .withImageHeaders(options.masks())
            .withProgress(done -> options.progress().accept(done));
    split.forEachChunk(
        reading,
        chunk -> chunk.stream().map(reader::rasterized).toList(),
        chunk -> chunk.forEach(reader::add));
    return reader.result();
  }

  private RasterizedPhoto rasterized(PhotoReading reading) {
    Optional<ImageSize> size = reading.photo().flatMap(Photo::size);
    if (!options.masks() || reading.photo().filter(FolderGroundTruth::drawable).isEmpty()) {
      return new RasterizedPhoto(reading, List.of());
    }
    return new RasterizedPhoto(
        reading,
        reading.photo().map(Photo::items).orElse(List.of()).stream()
            .map(item -> PackedMask.of(item.mask().toRle(size.orElseThrow())))
            .toList());
  }

  private static boolean drawable(Photo photo) {
    return photo.size().isPresent()
        && photo.items().stream()
            .allMatch(item ->
                !(item.mask() instanceof PolygonMask polygons)
                    || RleMask.canRasterize(polygons.parts(), photo.size().get()));
  }

  private void add(RasterizedPhoto read) {
    read.reading.findings().forEach(findings);
    read.reading.photo().ifPresent(photo -> add(photo, read.masks));
  }

  private void add(Photo photo, List<PackedMask> masks) {
    if (options.masks() && photo.size().isEmpty()) {
      problems.add(
          new ResultProblem(
              photo.fileName(),
              0,
              "",
              "no size of the photo",
              "the photo, or its size in --sizes"));
      return;
    }
    if (options.masks() && !drawable(photo)) {
      problems.add(
          new ResultProblem(
              photo.fileName(),
              0,
              "segmentation",
              "polygons that cross millions of columns, or a photo of 2^31 pixels",
              "outlines of items on a photo"));
      return;
    }
    int imageIndex = photos.size();
    photos.add(
        new Photo(photo.imageId(), photo.fileName(), photo.size(), photo.source(), 0, List.of()));
    for (int i = 0; i < photo.items().size(); i++) {
      items.add(
          item(photo, imageIndex, photo.items().get(i), masks.isEmpty() ? NO_MASK : masks.get(i)));
    }
  }

  private GroundTruthItem item(Photo photo, int imageIndex, Item item, PackedMask mask) {
    Coordinates box = item.boundingBox();
    double width = box.get(2) - box.get(0);
    double height = box.get(3) - box.get(1);
    LabelledLandmarks labelled =
        labelled(
            options.visibleOnly() ? item.landmarks().visibleOnly() : item.landmarks(),
            item.category().landmarks().offset());
    return new GroundTruthItem(
        items.size() + 1L,
        imageIndex,
        item.category().id() - 1,
        box.get(0),
        box.get(1),
        width,
        height,
        width * height,
        false,
        labelled.size(),
        options.landmarks() ? labelled : LabelledLandmarks.NONE,
        mask,
        item.attributes(),
        photo.source());
  }

  private static LabelledLandmarks labelled(Landmarks landmarks, int offset) {
    int[] indices = new int[landmarks.count()];
    double[] x = new double[indices.length];
    double[] y = new double[indices.length];
    int size = 0;
    for (int i = 0; i < indices.length; i++) {
      if (landmarks.visibility(i) != Landmarks.NOT_LABELLED) {
        indices[size] = offset + i;
        x[size] = landmarks.x(i);
        y[size++] = landmarks.y(i);
      }
    }
    return new LabelledLandmarks(
        Arrays.copyOf(indices, size), Arrays.copyOf(x, size), Arrays.copyOf(y, size));
  }

  private ReadGroundTruth result() {
    GroundTruth groundTruth =
        new GroundTruth(
            photos.stream().mapToLong(Photo::imageId).toArray(),
            sides(ImageSize::width),
            sides(ImageSize::height),
            Category.ALL.stream().mapToLong(Category::id).toArray(),
            Category.ALL.stream().map(Category::cocoName).toArray(String[]::new),
            items);
    return new ReadGroundTruth(groundTruth, problems.count(), 0, problems.first());
  }

  private int[] sides(ToIntFunction<ImageSize> side) {
    return photos.stream().mapToInt(p -> p.size().map(side::applyAsInt).orElse(0)).toArray();
  }
}
