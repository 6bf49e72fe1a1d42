package dev.wardrobe.groundtruth;

import dev.wardrobe.dataset.Category;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.groundtruth.GroundTruthBlock.CategoryRow;
import dev.wardrobe.groundtruth.GroundTruthBlock.Image;
import dev.wardrobe.results.BadResults;
import dev.wardrobe.results.ProblemList;
import dev.wardrobe.results.RecordProblems;
import dev.wardrobe.results.ResultProblem;
import dev.wardrobe.results.ScannedMask;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.PackedMask;
import dev.wardrobe.structures.RleMask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Joins the blocks of a COCO file, in order, to a ground truth. */
final class GroundTruthJoiner {
  private static final PackedMask NO_MASK = PackedMask.of(RleMask.empty(new ImageSize(1, 1)));

  private static final long MOST_CELLS = 1 << 28;

  private final Path path;
  private final String file;
  private final GroundTruthOptions options;
  private final ConcurrentMap<Long, Image> images = new ConcurrentHashMap<>();
  private final TreeMap<Long, String> categories = new TreeMap<>();
  private final List<AnnotationRow> rows = new ArrayList<>();
  private final RecordProblems problems;
  private final RecordProblems imageProblems;
  private final RecordProblems categoryProblems;
  private boolean sawImages;
  private boolean sawCategories;

  GroundTruthJoiner(Path path, GroundTruthOptions options) {
    this.path = path;
    this.file = String.valueOf(path.getFileName());
    this.options = options;
    problems = new RecordProblems(options.bad());
    imageProblems = new RecordProblems(options.bad());
    categoryProblems = new RecordProblems(options.bad());
  }

  /** The photos listed in the blocks added so far; may be asked by other threads. */
  ConcurrentMap<Long, Image> images() {
    return images;
  }

  void add(GroundTruthBlock block) {
    sawImages |= block.sawImages;
    sawCategories |= block.sawCategories;
    long imagesBefore = imageProblems.records();
    imageProblems.append(block.imageProblems);
    block.images.forEach(image -> addImage(imagesBefore + image.record(), image));
    long categoriesBefore = categoryProblems.records();
    categoryProblems.append(block.categoryProblems);
    block.categories.forEach(row -> addCategory(categoriesBefore + row.record(), row));
    long before = problems.records();
    problems.append(block.problems);
    for (AnnotationRow row : block.annotations) {
      rows.add(before == 0 ? row : row.after(before));
    }
    if (block.broken.isPresent()) {
      throw new DatasetException(
          "Cannot read the ground truth %s: %s%s"
              .formatted(path, place(block.brokenIn), block.broken.get()));
    }
  }

  private String place(String list) {
    long before =
        switch (list) {
          case "images" -> imageProblems.records();
          case "categories" -> categoryProblems.records();
          default -> problems.records();
        };
    return list.isEmpty() ? "" : "in %s, record %d: ".formatted(list, before + 1);
  }

  private void addImage(long record, Image image) {
    Image known = images.putIfAbsent(image.id(), image);
    if (known != null) {
      // Polygons may be rasterised already, so that another size cannot count any more.
      boolean same = known.width() == image.width() && known.height() == image.height();
      String how = same ? " a second time" : " a second time, with another size";
      imageProblems.takeAt(
          record, same || !options.masks(), "id", image.id() + how, "each image once");
    }
  }

  private void addCategory(long record, CategoryRow category) {
    if (!categories.containsKey(category.id())
        || categoryProblems.takeAt(
            record, true, "id", category.id() + " a second time", "each category once")) {
      categories.put(category.id(), category.name());
    }
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
    categoryProblems.refuse("the categories of " + path, file + ", categories");
    requireAddressable();
    List<AnnotationRow> used = drawn(withoutDuplicates());
    problems.refuse("the annotations of " + path, file);
    GroundTruth groundTruth = groundTruth(used);
    List<ResultProblem> first = new ArrayList<>(imageProblems.list(file + ", images").first());
    first.addAll(categoryProblems.list(file + ", categories").first());
    first.addAll(problems.list(file).first());
    return new ReadGroundTruth(
        groundTruth,
        Stream.of(imageProblems, categoryProblems, problems).mapToLong(RecordProblems::count).sum(),
        Stream.of(imageProblems, categoryProblems, problems).mapToLong(RecordProblems::taken).sum(),
        first.subList(0, Math.min(first.size(), ProblemList.LISTED)));
  }

  private void requireAddressable() {
    if ((long) images.size() * categories.size() > MOST_CELLS) {
      throw new DatasetException(
          "Cannot use the ground truth %s: found %d images and %d categories, expected at most %d pairs of them"
              .formatted(path, images.size(), categories.size(), MOST_CELLS));
    }
  }

  /** The rows whose photo and category are listed, each id once or as the official tools do. */
  private List<AnnotationRow> withoutDuplicates() {
    // The official tools look annotations up by id, so that the last one stands for all.
    Map<Long, AnnotationRow> last = HashMap.newHashMap(rows.size());
    List<AnnotationRow> used = new ArrayList<>(rows.size());
    boolean official = options.bad() == BadResults.OFFICIAL;
    for (AnnotationRow row : rows) {
      boolean known = known(row);
      if (!known && !official) {
        continue;
      }
      boolean second = last.containsKey(row.id());
      if (second
          && !problems.takeAt(
              row.record(), true, "id", row.id() + " a second time", "unique ids")) {
        continue;
      }
      last.put(row.id(), row);
      if (known) {
        used.add(row);
      }
    }
    if (official && last.size() < rows.size()) {
      // They gather ids photo by photo, so that in its cell the last one stands in that order.
      used.sort(Comparator.comparingLong(AnnotationRow::imageId));
      used.replaceAll(row -> last.getOrDefault(row.id(), row));
      used.removeIf(row -> !listed(row));
    }
    rows.clear();
    return used;
  }

  private boolean listed(AnnotationRow row) {
    return images.containsKey(row.imageId()) && categories.containsKey(row.categoryId());
  }

  private boolean known(AnnotationRow row) {
    if (!images.containsKey(row.imageId())) {
      problems.takeAt(
          row.record(), true, "image_id", "" + row.imageId(), "the id of a listed image");
    } else if (!categories.containsKey(row.categoryId())) {
      problems.takeAt(
          row.record(), true, "category_id", "" + row.categoryId(), "the id of a listed category");
    }
    return listed(row);
  }

  /** Polygons whose photo was listed after them are rasterised only now. */
  private List<AnnotationRow> drawn(List<AnnotationRow> used) {
    return options.masks()
        ? used.parallelStream().flatMap(row -> drawn(row).stream()).toList()
        : used;
  }

  private Optional<AnnotationRow> drawn(AnnotationRow row) {
    if (row.packed().isPresent()) {
      return Optional.of(row);
    }
    Image image = image(row.imageId());
    if (!image.sized()) {
      problems.takeAt(
          row.record(),
          false,
          "segmentation",
          "polygons, but no width and height of the image that can be used",
          "both in images");
      return Optional.empty();
    }
    ImageSize size = new ImageSize(image.width(), image.height());
    if (!RleMask.canRasterize(row.polygons(), size)) {
      problems.takeAt(
          row.record(), false, "segmentation", ScannedMask.OVERLONG, "outlines of items");
      return Optional.empty();
    }
    return Optional.of(row.with(PackedMask.of(RleMask.ofPolygons(row.polygons(), size))));
  }

  private GroundTruth groundTruth(List<AnnotationRow> used) {
    long[] imageIds = images.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    long[] categoryIds = categories.keySet().stream().mapToLong(Long::longValue).toArray();
    Map<Long, Integer> imageIndices = indices(imageIds);
    Map<Long, Integer> categoryIndices = indices(categoryIds);
    List<GroundTruthItem> items = new ArrayList<>(used.size());
    for (AnnotationRow row : used) {
      items.add(
          row.item(
              Optional.ofNullable(imageIndices.get(row.imageId())).orElseThrow(),
              Optional.ofNullable(categoryIndices.get(row.categoryId())).orElseThrow(),
              row.packed().orElse(NO_MASK)));
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
    return images.getOrDefault(id, new Image(0, id, 0, 0));
  }

  private static Map<Long, Integer> indices(long[] ids) {
    Map<Long, Integer> indices = HashMap.newHashMap(ids.length);
    IntStream.range(0, ids.length).forEach(i -> indices.put(ids[i], i));
    return indices;
  }
}
