package dev.wardrobe.groundtruth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.SharedData;
import dev.wardrobe.SplitFolder;
import dev.wardrobe.TarFiles;
import dev.wardrobe.coco.CocoOptions;
import dev.wardrobe.coco.CocoWriter;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@link FolderGroundTruth} against {@link GroundTruthReader} on the COCO file made of the folder.
 */
class FolderGroundTruthTest {
  private static final String ITEM =
      "{\"source\": \"shop\", \"pair_id\": 1, \"item1\": {\"category_id\": 9,"
          + " \"category_name\": \"skirt\", \"style\": 0, \"bounding_box\": [1, 1, 9, 9],"
          + " \"landmarks\": [2, 2, 2, 3, 2, 2, 4, 2, 2, 5, 2, 2, 6, 2, 2, 7, 2, 2, 8, 2, 2, 9,"
          + " 2, 2], \"segmentation\": [[1, 1, 9, 1, 9, 9]], \"scale\": 1, \"occlusion\": 1,"
          + " \"zoom_in\": 1, \"viewpoint\": 2}}";

  @TempDir private Path folder;

  private static GroundTruthOptions options(boolean masks, boolean landmarks, boolean visible) {
    return GroundTruthOptions.boxes()
        .withMasks(masks)
        .withLandmarks(landmarks)
        .withVisibleOnly(visible)
        .withThreads(2);
  }

  private static ReadGroundTruth read(DatasetSplit split, GroundTruthOptions options) {
    List<Finding> findings = new ArrayList<>();
    ReadGroundTruth read = FolderGroundTruth.read(split, options, findings::add);
    assertThat(findings).isEmpty();
    return read;
  }

  private Path coco(DatasetSplit split) {
    Path file = folder.resolve("gt.json");
    CocoOptions withAttributes =
        new CocoOptions(true, CocoOptions.LandmarkChoice.VISIBLE_AND_OCCLUDED, true);
    CocoWriter.write(split, ReadOptions.defaults(), withAttributes, finding -> {}, file);
    return file;
  }

  private static void assertEqual(GroundTruth found, GroundTruth expected) {
    assertThat(found.imageCount()).isEqualTo(expected.imageCount());
    for (int i = 0; i < found.imageCount(); i++) {
      assertThat(found.imageId(i)).isEqualTo(expected.imageId(i));
    }
    assertThat(found.categoryCount()).isEqualTo(expected.categoryCount());
    for (int i = 0; i < found.categoryCount(); i++) {
      assertThat(found.categoryId(i)).isEqualTo(expected.categoryId(i));
      assertThat(found.categoryName(i)).isEqualTo(expected.categoryName(i));
    }
    assertThat(found.items()).hasSameSizeAs(expected.items());
    for (int i = 0; i < found.items().size(); i++) {
      assertEqual(found.items().get(i), expected.items().get(i));
    }
  }

  private static void assertEqual(GroundTruthItem found, GroundTruthItem expected) {
    assertThat(found)
        .usingRecursiveComparison()
        .ignoringFields("landmarks", "mask")
        .isEqualTo(expected);
    assertThat(found.landmarks().indices()).isEqualTo(expected.landmarks().indices());
    assertThat(found.landmarks().x()).isEqualTo(expected.landmarks().x());
    assertThat(found.landmarks().y()).isEqualTo(expected.landmarks().y());
    assertThat(found.mask().get()).isEqualTo(expected.mask().get());
  }

  @ParameterizedTest
  @CsvSource({"false, false, false", "true, true, false", "false, true, true"})
  void made_up_split_gives_what_its_coco_file_gives(
      boolean masks, boolean landmarks, boolean visible) {
    Path split = folder.resolve("validation");
    SplitFolderWriter.write(
        new PhotoGenerator(SynthesisOptions.of(Split.VALIDATION, 60, 5).withSides(160, 200)),
        split,
        true,
        2,
        done -> {});
    try (Dataset dataset = Dataset.open(split, DatasetOptions.DEFAULTS)) {
      DatasetSplit only = dataset.onlyAnnotatedSplit("a ground truth");
      GroundTruthOptions options = options(masks, landmarks, visible);
      ReadGroundTruth fromFolder = read(only, options);
      assertThat(fromFolder.leftOut()).isZero();
      assertThat(fromFolder.groundTruth().items()).hasSizeGreaterThan(60);
      assertThat(fromFolder.groundTruth().items().getFirst().attributes().scale()).isPresent();
      assertEqual(
          fromFolder.groundTruth(), GroundTruthReader.read(coco(only), options).groundTruth());
    }
  }

  @Test
  void two_hundred_photos_give_what_the_official_coco_file_gives() throws IOException {
    TarFiles.unpack(
        SharedData.require("golden/val200.tgz"),
        folder,
        file ->
            file.startsWith("val200/annos/")
                || file.equals("val200/sizes.json")
                || file.equals("val200/gt_coco.json"));
    Path data = folder.resolve("val200");
    ImageSizes sizes = ImageSizes.read(data.resolve("sizes.json"));
    try (Dataset dataset = Dataset.open(data, new DatasetOptions(() -> new char[0], sizes))) {
      GroundTruthOptions options = options(true, true, false);
      GroundTruth official =
          GroundTruthReader.read(data.resolve("gt_coco.json"), options).groundTruth();
      GroundTruth found = read(dataset.onlyAnnotatedSplit("a ground truth"), options).groundTruth();
      assertThat(found.items()).hasSize(335).hasSameSizeAs(official.items());
      for (int i = 0; i < 335; i++) {
        GroundTruthItem item = found.items().get(i);
        GroundTruthItem other = official.items().get(i);
        assertThat(item.id()).isEqualTo(other.id());
        assertThat(item.imageIndex()).isEqualTo(other.imageIndex());
        assertThat(item.area()).isEqualTo(other.area());
        assertThat(item.keypointCount()).isEqualTo(other.keypointCount());
        assertThat(item.landmarks().x()).isEqualTo(other.landmarks().x());
        assertThat(item.mask().get()).isEqualTo(other.mask().get());
      }
    }
  }

  @Test
  void photo_without_size_is_left_out_where_masks_are_needed() {
    SplitFolder split =
        new SplitFolder(folder.resolve("train"))
            .annotation(1, ITEM)
            .annotation(2, ITEM)
            .size(2, 20, 30);
    try (Dataset dataset = split.open()) {
      DatasetSplit only = dataset.onlyAnnotatedSplit("a ground truth");
      ReadGroundTruth withMasks =
          FolderGroundTruth.read(only, options(true, false, false), finding -> {});
      assertThat(withMasks.groundTruth().imageCount()).isOne();
      assertThat(withMasks.groundTruth().imageId(0)).isEqualTo(2);
      assertThat(withMasks.groundTruth().width(0)).isEqualTo(20);
      assertThat(withMasks.groundTruth().height(0)).isEqualTo(30);
      assertThat(withMasks.leftOut()).isOne();
      assertThat(withMasks.problems())
          .singleElement()
          .hasToString(
              "000001.jpg: found no size of the photo, expected the photo, or its size in --sizes");
      assertThat(
              FolderGroundTruth.read(only, options(false, true, false), finding -> {})
                  .groundTruth()
                  .imageCount())
          .isEqualTo(2);
    }
  }

  @Test
  void photo_too_large_for_masks_is_left_out_where_they_are_needed() {
    SplitFolder split =
        new SplitFolder(folder.resolve("train"))
            .annotation(1, ITEM)
            .annotation(2, ITEM)
            .size(1, 65_535, 65_535)
            .size(2, 20, 30);
    try (Dataset dataset = split.open()) {
      DatasetSplit only = dataset.onlyAnnotatedSplit("a ground truth");
      ReadGroundTruth read =
          FolderGroundTruth.read(only, options(true, false, false), finding -> {});
      assertThat(read.groundTruth().imageCount()).isOne();
      assertThat(read.groundTruth().imageId(0)).isEqualTo(2);
      assertThat(read.problems().getFirst().field()).isEqualTo("segmentation");
    }
  }

  @Test
  void split_without_any_size_is_refused_where_masks_are_needed() {
    SplitFolder split =
        new SplitFolder(folder.resolve("train"))
            .annotation(1, "{\"source\": \"shop\", \"pair_id\": 1}");
    try (Dataset dataset = split.open()) {
      DatasetSplit only = dataset.onlyAnnotatedSplit("a ground truth");
      assertThatThrownBy(
              () -> FolderGroundTruth.read(only, options(true, false, false), finding -> {}))
          .isInstanceOf(DatasetException.class)
          .hasMessageContaining("--sizes");
    }
  }
}
