package dev.wardrobe.coco;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.SharedData;
import dev.wardrobe.SplitFolder;
import dev.wardrobe.coco.CocoOptions.LandmarkChoice;
import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.dataset.Viewpoint;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.files.AnnotationFolder;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ImageSizes;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CocoRoundTripTest {
  @TempDir private Path folder;

  private final List<Finding> findings = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void photos_come_back_from_folder_and_coco_file_as_they_were(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Photo> photos = new ArrayList<>();
    for (int id = 1; id <= 90; id++) {
      photos.add(photo(id, random));
    }
    Path split = folder.resolve("train");
    AnnotationFolder.write(photos, split, Optional.empty(), findings::add);
    Path coco = folder.resolve("train.json");
    ImageSizes sizes = ImageSizes.read(split.resolve("sizes.json"));
    try (Dataset dataset = Dataset.open(split, new DatasetOptions(() -> new char[0], sizes))) {
      CocoOptions options = new CocoOptions(true, LandmarkChoice.VISIBLE_AND_OCCLUDED, true);
      write(dataset, options, coco);
    }
    assertThat(CocoReader.read(coco, findings::add).photos()).isEqualTo(photos);
    assertThat(findings).isEmpty();
  }

  @Test
  void real_photo_survives_coco_and_back() throws IOException {
    Path golden = SharedData.require("golden/coco_train_000001.json");
    List<Photo> photos = CocoReader.read(golden, findings::add).photos();
    AnnotationFolder.write(
        photos, folder.resolve("train"), Optional.of(Source.USER), findings::add);
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    photos.forEach(photo ->
        photo.size().ifPresent(size -> split.size(photo.imageId(), size.width(), size.height())));
    Path again = folder.resolve("again.json");
    try (Dataset dataset = split.open()) {
      write(dataset, CocoOptions.OFFICIAL, again);
    }
    assertThat(again).hasSameBinaryContentAs(golden);
  }

  @Test
  void unknown_attributes_stay_unknown() throws IOException {
    Path file = Files.writeString(folder.resolve("val.json"), CocoText.file(CocoText.SKIRT));
    List<Photo> photos = CocoReader.read(file, findings::add).photos();
    AnnotationFolder.write(photos, folder.resolve("a"), Optional.of(Source.SHOP), findings::add);
    SplitFolder split = new SplitFolder(folder.resolve("a")).size(1, 400, 300);
    Path again = folder.resolve("again.json");
    try (Dataset dataset = split.open()) {
      write(dataset, new CocoOptions(true, LandmarkChoice.VISIBLE_AND_OCCLUDED, true), again);
    }
    Photo photo = CocoReader.read(again, findings::add).photos().getFirst();
    assertThat(photo.source()).contains(Source.SHOP);
    assertThat(photo.items()).isEqualTo(photos.getFirst().items());
    assertThat(photo.items().getFirst().attributes()).isEqualTo(Attributes.UNKNOWN);
  }

  private void write(Dataset dataset, CocoOptions options, Path target) {
    CocoWriter.write(
        dataset.splits().getFirst(),
        ReadOptions.defaults().withThreads(2),
        options,
        finding -> {},
        target);
  }

  private static Photo photo(int id, SplittableRandom random) {
    List<Item> items = new ArrayList<>();
    for (int number = 1; number <= random.nextInt(1, 4); number++) {
      items.add(item(number, random));
    }
    return new Photo(
        id,
        Photo.fileNameOf(id),
        Optional.of(new ImageSize(random.nextInt(1, 900), random.nextInt(1, 900))),
        Optional.of(random.nextBoolean() ? Source.SHOP : Source.USER),
        random.nextInt(1, 99),
        items);
  }

  private static Item item(int number, SplittableRandom random) {
    Category category = Category.ALL.get(random.nextInt(13));
    double[] landmarks = new double[3 * category.landmarks().count()];
    for (int i = 0; i < landmarks.length; i += 3) {
      landmarks[i + 2] = random.nextInt(3);
      if (landmarks[i + 2] > 0) {
        landmarks[i] = random.nextDouble(500);
        landmarks[i + 1] = random.nextInt(500);
      }
    }
    List<Coordinates> parts = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      parts.add(coordinates(2 * random.nextInt(3, 9), random));
    }
    return new Item(
        number,
        category,
        random.nextInt(5),
        box(random),
        Landmarks.of(landmarks),
        new PolygonMask(parts),
        Attributes.of(
            Scale.ALL.get(random.nextInt(3)),
            Occlusion.ALL.get(random.nextInt(3)),
            ZoomIn.ALL.get(random.nextInt(3)),
            Viewpoint.ALL.get(random.nextInt(3))));
  }

  /** Whole and quarter pixels, so that corner plus size is the other corner to the last bit. */
  private static Coordinates box(SplittableRandom random) {
    int x = random.nextInt(200);
    int y = random.nextInt(200);
    return random.nextBoolean()
        ? Coordinates.ofIntegers(x, y, x + 20, y + 30)
        : Coordinates.ofReals(x + .25, y + .5, x + 20, y + 30.75);
  }

  private static Coordinates coordinates(int count, SplittableRandom random) {
    Coordinates.Builder builder = Coordinates.builder();
    for (int i = 0; i < count; i++) {
      if (random.nextBoolean()) {
        builder.addInteger(random.nextInt(500));
      } else {
        builder.addReal(random.nextDouble(500));
      }
    }
    return builder.build();
  }
}
