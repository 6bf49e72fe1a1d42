package dev.wardrobe.synthesis.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Occlusion;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Scale;
import dev.wardrobe.dataset.Split;
import dev.wardrobe.dataset.ZoomIn;
import dev.wardrobe.files.Consequence;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.DatasetException;
import dev.wardrobe.files.DatasetOptions;
import dev.wardrobe.files.DatasetSplit;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.files.Rule;
import dev.wardrobe.structures.Box;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.synthesis.PhotoGenerator;
import dev.wardrobe.synthesis.SplitFolderWriter;
import dev.wardrobe.synthesis.SynthesisOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DefectPlanterTest {
  @TempDir static Path temp;

  /** All defects, planted into one folder; the others say that none hides another. */
  private static final Map<Defect, DefectPlanter.Planted> PLANTED = new HashMap<>();

  private static final List<Finding> FINDINGS = new ArrayList<>();
  private static final Map<Integer, Photo> PHOTOS = new HashMap<>();

  @BeforeAll
  static void plantAll() {
    Path folder = temp.resolve("train");
    SynthesisOptions options = SynthesisOptions.of(Split.TRAIN, 240, 11).withSides(160, 200);
    SplitFolderWriter.write(new PhotoGenerator(options), folder, true, 2, done -> {});
    DefectPlanter planter = new DefectPlanter(folder);
    DefectPlanter.Harvest harvest = planter.plantEach();
    assertThat(harvest.missing()).isEmpty();
    harvest.all().forEach(planted -> PLANTED.put(planted.defect(), planted));
    try (Dataset dataset = Dataset.open(folder, DatasetOptions.DEFAULTS)) {
      DatasetSplit split = dataset.onlyAnnotatedSplit("a test");
      FINDINGS.addAll(split.fileFindings());
      split.forEach(
          ReadOptions.defaults(),
          reading -> {
            FINDINGS.addAll(reading.findings());
            reading.photo().ifPresent(photo -> PHOTOS.put(photo.imageId(), photo));
          });
    }
  }

  private static boolean readerFinds(Rule rule) {
    return switch (rule.group()) {
      case FILES -> rule != Rule.IMAGE_DECODE;
      case STRUCTURE -> true;
      case GEOMETRY -> rule == Rule.BOX_EMPTY;
      case ATTRIBUTES, PAIRS -> false;
    };
  }

  private static DefectPlanter.Planted planted(Defect defect) {
    return Objects.requireNonNull(PLANTED.get(defect), defect.name());
  }

  private static Photo photo(Defect defect) {
    return Objects.requireNonNull(PHOTOS.get(planted(defect).imageId()), defect.name());
  }

  private static Item item(Defect defect) {
    return photo(defect).items().stream()
        .filter(item -> item.key().equals(planted(defect).item()))
        .findFirst()
        .orElseThrow();
  }

  private static ImageSize size(Defect defect) {
    return photo(defect).size().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Defect.class)
  void reader_finds_the_rule_at_the_place_of_the_defect(Defect defect) {
    if (!readerFinds(defect.rule())) {
      assertThat(FINDINGS).noneMatch(finding -> finding.rule() == defect.rule());
      return;
    }
    List<Finding> found =
        FINDINGS.stream().filter(finding -> finding.rule() == defect.rule()).toList();
    assertThat(found).hasSize(1);
    if (defect == Defect.SKIPPED_NUMBER) {
      assertThat(found.getFirst().found()).isEqualTo("no file of image 241");
    } else {
      String file = "train/" + planted(defect).file().toString().replace('\\', '/');
      String expected = defect == Defect.PHOTO_WITHOUT_ANNOTATION ? annotationOf(file) : file;
      assertThat(found.getFirst().file()).isEqualTo(expected);
    }
    if (defect.rule().consequence() == Consequence.ITEM_SKIPPED) {
      assertThat(found.getFirst().item()).isEqualTo(planted(defect).item());
    }
  }

  private static String annotationOf(String image) {
    return image.replace("image/", "annos/").replace(".jpg", ".json");
  }

  @Test
  void reader_finds_nothing_but_the_planted_rules() {
    assertThat(FINDINGS)
        .extracting(Finding::rule)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Defect.values())
                .map(Defect::rule)
                .filter(DefectPlanterTest::readerFinds)
                .toList());
  }

  @Test
  void every_defect_has_a_rule_and_a_photo_of_its_own() {
    Set<Rule> rules = EnumSet.noneOf(Rule.class);
    Set<Path> files = new HashSet<>();
    for (Defect defect : Defect.values()) {
      rules.add(defect.rule());
      files.add(planted(defect).file());
    }
    assertThat(rules).hasSize(Defect.values().length);
    assertThat(files).hasSize(Defect.values().length);
  }

  @Test
  void half_a_photo_keeps_its_header_and_loses_pixels() throws Exception {
    Path file = temp.resolve("train").resolve(planted(Defect.HALF_A_PHOTO).file());
    assertThat(size(Defect.HALF_A_PHOTO).height()).isBetween(100, 200);
    List<String> warnings = new ArrayList<>();
    var reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    try (var in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
      reader.read(0);
    } finally {
      reader.dispose();
    }
    assertThat(warnings).isNotEmpty();
  }

  @Test
  void geometry_defects_are_what_they_say() {
    assertThat(Box.of(size(Defect.BOX_BEYOND_PHOTO)).overhang(item(Defect.BOX_BEYOND_PHOTO).box()))
        .isEqualTo(40);
    Item apart = item(Defect.POLYGON_BESIDE_BOX);
    Box polygons = ((PolygonMask) apart.mask()).bounds().orElseThrow();
    assertThat(polygons.x1()).isEqualTo(apart.box().x1() - 40).isNotNegative();
    Item beside = item(Defect.LANDMARK_BESIDE_BOX);
    assertThat(farthestX(beside, true)).isEqualTo(beside.box().x1() - 40).isNotNegative();
    assertThat(farthestX(item(Defect.LANDMARK_BEYOND_PHOTO), false))
        .isEqualTo(size(Defect.LANDMARK_BEYOND_PHOTO).width() + 40);
    Item outside = item(Defect.POLYGON_BEYOND_PHOTO);
    assertThat(((PolygonMask) outside.mask()).bounds().orElseThrow().x2())
        .isEqualTo(size(Defect.POLYGON_BEYOND_PHOTO).width() + 40);
    assertThat(item(Defect.NO_LANDMARK_LABELLED).landmarks().labelledCount()).isZero();
    Landmarks odd = item(Defect.UNLABELLED_WITH_PLACE).landmarks();
    assertThat(IntStream.range(0, odd.count()))
        .anyMatch(i -> odd.visibility(i) == Landmarks.NOT_LABELLED && odd.x(i) > 0);
  }

  private static double farthestX(Item item, boolean left) {
    Landmarks landmarks = item.landmarks();
    var xs =
        IntStream.range(0, landmarks.count())
            .filter(i -> landmarks.visibility(i) != Landmarks.NOT_LABELLED)
            .mapToDouble(landmarks::x);
    return (left ? xs.min() : xs.max()).orElseThrow();
  }

  @Test
  void attribute_defects_are_what_they_say() {
    Item scale = item(Defect.WRONG_SCALE);
    assertThat(scale.attributes().scale().orElseThrow())
        .isNotEqualTo(Scale.ofShare(scale.box().area() / size(Defect.WRONG_SCALE).area()));
    Landmarks hidden = item(Defect.WRONG_OCCLUSION).landmarks();
    assertThat(item(Defect.WRONG_OCCLUSION).attributes().occlusion().orElseThrow())
        .isNotEqualTo(
            Occlusion.ofShare(hidden.countOf(Landmarks.OCCLUDED) / (double) hidden.count()));
    Landmarks outside = item(Defect.WRONG_ZOOM_IN).landmarks();
    assertThat(item(Defect.WRONG_ZOOM_IN).attributes().zoomIn().orElseThrow())
        .isNotEqualTo(
            ZoomIn.ofShare(outside.countOf(Landmarks.NOT_LABELLED) / (double) outside.count()));
  }

  @Test
  void only_the_planted_styles_are_orphans() {
    Map<List<Integer>, Set<String>> sources = new HashMap<>();
    for (Photo photo : PHOTOS.values()) {
      for (Item item : photo.items()) {
        if (item.style() > 0) {
          sources
              .computeIfAbsent(List.of(photo.pairId(), item.style()), key -> new HashSet<>())
              .add(photo.source().orElseThrow().annotationName());
        }
      }
    }
    sources.values().removeIf(both -> both.size() == 2);
    assertThat(sources)
        .containsOnly(
            Map.entry(List.of(photo(Defect.CONSUMER_STYLE_ALONE).pairId(), 98), Set.of("user")),
            Map.entry(List.of(photo(Defect.SHOP_STYLE_ALONE).pairId(), 99), Set.of("shop")));
  }

  @ParameterizedTest
  @EnumSource(
      value = Defect.class,
      mode = Mode.INCLUDE,
      names = {"WRONG_SCALE", "BOX_BEYOND_PHOTO", "SKIPPED_NUMBER", "HALF_A_JSON"})
  void annotations_without_photos_can_be_spoiled_too(Defect defect, @TempDir Path folder) {
    write(folder, 40);
    assertThat(defect.needsPhotos()).isFalse();
    assertThat(new DefectPlanter(folder).plant(defect).defect()).isEqualTo(defect);
  }

  @Test
  void defect_of_photos_needs_photos(@TempDir Path folder) {
    write(folder, 8);
    DefectPlanter planter = new DefectPlanter(folder);
    assertThatThrownBy(() -> planter.plant(Defect.GREY_PHOTO))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("expected photos beside annotations");
  }

  @Test
  void kinds_that_suit_no_photo_are_named_and_those_of_photos_are_not_tried(@TempDir Path folder) {
    write(folder, 3);
    DefectPlanter.Harvest harvest = new DefectPlanter(folder).plantEach();
    assertThat(harvest.all()).hasSizeBetween(1, 3);
    assertThat(harvest.missing()).isNotEmpty().noneMatch(Defect::needsPhotos);
  }

  @Test
  void set_without_a_photo_left_is_reported(@TempDir Path folder) {
    write(folder, 2);
    DefectPlanter planter = new DefectPlanter(folder);
    planter.plant(Defect.WRONG_SCALE);
    planter.plant(Defect.WRONG_SCALE);
    assertThatThrownBy(() -> planter.plant(Defect.WRONG_SCALE))
        .isInstanceOf(DatasetException.class)
        .hasMessageContaining("make a larger set");
  }

  private static void write(Path folder, int photos) {
    SynthesisOptions options = SynthesisOptions.of(Split.TRAIN, photos, 3);
    SplitFolderWriter.write(new PhotoGenerator(options), folder, false, 1, done -> {});
  }
}
