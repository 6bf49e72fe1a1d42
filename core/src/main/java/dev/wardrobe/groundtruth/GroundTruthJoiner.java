package dev.wardrobe.groundtruth;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.groundtruth.GroundTruthBlock.CategoryRow;
import dev.wardrobe.groundtruth.GroundTruthBlock.Image;
import dev.wardrobe.results.RecordProblems;
import dev.wardrobe.results.ResultProblem;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.PackedMask;
import dev.wardrobe.structures.RleMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Joins the blocks of a COCO file, in order, to a ground truth. */
final class GroundTruthJoiner {
  private static final PackedMask NO_MASK = PackedMask.of(RleMask.empty(new ImageSize(1, 1)));

  private final Path path;
  private final String file;
  private final GroundTruthOptions options;
  private final ConcurrentMap<Long, Image> images = new ConcurrentHashMap<>();
  private final TreeMap<Long, String> categories = new TreeMap<>();
  private final List<AnnotationRow> rows = new ArrayList<>();
  private final RecordProblems problems;
  private final RecordProblems imageProblems;
  private boolean sawImages;
  private boolean sawCategories;

  GroundTruthJoiner(Path path, GroundTruthOptions options) {
    this.path = path;
    this.file = String.valueOf(path.getFileName());
    this.options = options;
    problems = new RecordProblems(options.bad());
    imageProblems = new RecordProblems(options.bad());
  }

  /** The photos listed in the blocks added so far; may be asked by other threads. */
  ConcurrentMap<Long, Image> images() {
    return images;
  }

  void add(GroundTruthBlock block) {
    if (block.broken.isPresent()) {
      throw new DatasetException(
          "Cannot read the ground truth %s: %s".formatted(path, block.broken.get()));
    }
    sawImages |= block.sawImages;
    sawCategories |= block.sawCategories;
    imageProblems.append(block.imageProblems);
    for (Image image : block.images) {
      addImage(image);
    }
    for (CategoryRow category : block.categories) {
      categories.put(category.id(), category.name());
    }
    long before = problems.records();
    problems.append(block.problems);
    for (AnnotationRow row : block.annotations) {
      rows.add(before == 0 ? row : row.after(before));
    }
  }

  private void addImage(Image image) {
    if (images.containsKey(image.id())
        && !imageProblems.take(true, "id", image.id() + " a second time", "each image once")) {
      return;
    }
    images.put(image.id(), image);
  }

  ReadGroundTruth join() {
    if (!sawImages) {
      throw new DatasetException(
          "%s is no COCO ground truth: found no \"images\" in it".formatted(path));
    }
    if (!sawCategories) {
      for (Category category : Category.ALL) {
        categories.put((long) category.id(), category.cocoName());
      }
    }
    imageProblems.refuse("the images of " + path, file + ", images");
    List<AnnotationRow> used = withoutDuplicates(known());
    List<PackedMask> masks = masks(used);
    problems.refuse("the annotations of " + path, file);
    List<ResultProblem> first = new ArrayList<>(imageProblems.list(file + ", images").first());
    first.addAll(problems.list(file).first());
    return new ReadGroundTruth(
        groundTruth(used, masks),
        imageProblems.count() + problems.count() + imageProblems.taken() + problems.taken(),
        first);
  }

  /** The rows whose photo and category are listed. */
  private List<AnnotationRow> known() {
    List<AnnotationRow> known = new ArrayList<>(rows.size());
    for (AnnotationRow row : rows) {
      if (!images.containsKey(row.imageId())) {
        problems.takeAt(row.record(), true, "image_id", "" + row.imageId(), "a listed image");
      } else if (!categories.containsKey(row.categoryId())) {
        problems.takeAt(
            row.record(), true, "category_id", "" + row.categoryId(), "a listed category");
      } else {
        known.add(row);
      }
    }
    rows.clear();
    return known;
  }

  /** The official tools look annotations up by id, so that the last one stands for all. */
  private List<AnnotationRow> withoutDuplicates(List<AnnotationRow> known) {
    Map<Long, AnnotationRow> last = HashMap.newHashMap(known.size());
    Set<AnnotationRow> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Long> twice = new HashSet<>();
    for (AnnotationRow row : known) {
      if (last.put(row.id(), row) != null) {
        twice.add(row.id());
        if (!problems.takeAt(row.record(), true, "id", row.id() + " a second time", "unique ids")) {
          refused.add(row);
        }
      }
    }
    if (twice.isEmpty()) {
      return known;
    }
    return known.stream()
        .filter(row -> !refused.contains(row))
        .map(row -> refused.isEmpty() ? last.getOrDefault(row.id(), row) : row)
        .toList();
  }

  /** Polygons whose photo was listed after them are rasterised only now. */
  private List<PackedMask> masks(List<AnnotationRow> used) {
    if (!options.masks()) {
      return Collections.nCopies(used.size(), NO_MASK);
    }
    return used.parallelStream().map(this::mask).toList();
  }

  private PackedMask mask(AnnotationRow row) {
    if (row.packed().isPresent()) {
      return row.packed().get();
    }
    Image image = image(row.imageId());
    if (image.width() == 0 || image.height() == 0) {
      problems.takeAt(
          row.record(), false, "segmentation", "polygons, but no size of the image", "its size");
      return NO_MASK;
    }
    return PackedMask.of(
        RleMask.ofPolygons(row.polygons(), new ImageSize(image.width(), image.height())));
  }

  private GroundTruth groundTruth(List<AnnotationRow> used, List<PackedMask> masks) {
    long[] imageIds = images.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    long[] categoryIds = categories.keySet().stream().mapToLong(Long::longValue).toArray();
    Map<Long, Integer> imageIndices = indices(imageIds);
    Map<Long, Integer> categoryIndices = indices(categoryIds);
    List<GroundTruthItem> items = new ArrayList<>(used.size());
    for (int i = 0; i < used.size(); i++) {
      AnnotationRow row = used.get(i);
      items.add(
          row.item(
              Optional.ofNullable(imageIndices.get(row.imageId())).orElseThrow(),
              Optional.ofNullable(categoryIndices.get(row.categoryId())).orElseThrow(),
              masks.get(i)));
    }
    return new GroundTruth(
        imageIds,
        sizes(imageIds, Image::width),
        sizes(imageIds, Image::height),
        categoryIds,
        categories.values().toArray(String[]::new),
        items);
  }

  private int[] sizes(long[] imageIds, ToIntFunction<Image> side) {
    return Arrays.stream(imageIds).mapToInt(id -> side.applyAsInt(image(id))).toArray();
  }

  private Image image(long id) {
    return images.getOrDefault(id, new Image(id, 0, 0));
  }

  private static Map<Long, Integer> indices(long[] ids) {
    Map<Long, Integer> indices = HashMap.newHashMap(ids.length);
    IntStream.range(0, ids.length).forEach(i -> indices.put(ids[i], i));
    return indices;
  }
}
