package dev.wardrobe.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wardrobe.SharedData;
import dev.wardrobe.dataset.Attributes;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.structures.Coordinates;
import dev.wardrobe.structures.ImageSize;
import dev.wardrobe.structures.Landmarks;
import dev.wardrobe.structures.Mask;
import dev.wardrobe.structures.PolygonMask;
import dev.wardrobe.structures.RleMask;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationWriterTest {
  private static final PolygonMask TRIANGLE =
      new PolygonMask(List.of(Coordinates.ofIntegers(1, 2, 3, 4, 5, 6)));

  @Test
  void file_is_one_line_with_the_keys_of_real_files() {
    Photo photo =
        photo(
            Optional.of(Source.SHOP),
            item(TRIANGLE, Landmarks.of(withFirst(1.5, 2, 2)), Attributes.UNKNOWN));
    assertThat(new String(AnnotationWriter.toJson(photo), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"source\": \"shop\", \"pair_id\": 4, \"item2\": {\"segmentation\": [[1, 2, 3, 4, 5,"
                + " 6]], \"landmarks\": [1.5, 2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,"
                + " 0, 0, 0, 0, 0], \"style\": 1, \"bounding_box\": [1, 2, 5.0, 6.25],"
                + " \"category_id\": 9, \"category_name\": \"skirt\"}}");
  }

  @Test
  void made_up_photos_survive_a_round_trip() {
    long seed = 31;
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 300; round++) {
      String json = SampleText.photo(random, random.nextInt(5));
      Photo photo = read(SampleText.bytes(json));
      assertThat(read(AnnotationWriter.toJson(photo)))
          .as("seed %d, round %d", seed, round)
          .isEqualTo(photo);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"samples/train/annos/000001.json", "samples/annotation_pair1811.json"})
  void real_file_survives_a_round_trip(String file) throws IOException {
    Photo photo = read(Files.readAllBytes(SharedData.require(file)));
    assertThat(photo.items()).hasSize(2);
    assertThat(read(AnnotationWriter.toJson(photo))).isEqualTo(photo);
  }

  @Test
  void unusual_numbers_survive_a_round_trip() {
    double[] unusual = {-0.0, 1e-7, 999_999.9999999999, -3, Double.MIN_VALUE, 0.1 + 0.2};
    for (double x : unusual) {
      Coordinates part = Coordinates.ofReals(x, 2, 3, x, 5, 6);
      Landmarks landmarks = Landmarks.of(withFirst(x, -0.0, 1));
      Photo photo =
          photo(
              Optional.of(Source.USER),
              item(new PolygonMask(List.of(part)), landmarks, Attributes.UNKNOWN));
      assertThat(read(AnnotationWriter.toJson(photo))).as("%s", x).isEqualTo(photo);
    }
  }

  @Test
  void whole_landmark_beyond_a_long_is_written_as_a_float() {
    Photo photo =
        photo(
            Optional.of(Source.USER),
            item(TRIANGLE, Landmarks.of(withFirst(1e300, 0, 2)), Attributes.UNKNOWN));
    assertThat(new String(AnnotationWriter.toJson(photo), StandardCharsets.UTF_8))
        .contains("\"landmarks\": [1e+300, 0, 2, ");
  }

  @Test
  void photo_without_source_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnnotationWriter.toJson(photo(Optional.empty())))
        .withMessage("Expected a source, but photo 1 has none");
  }

  @Test
  void run_lengths_are_refused() {
    Mask rle = RleMask.empty(new ImageSize(5, 5));
    Item item = item(rle, Landmarks.of(new double[24]), Attributes.UNKNOWN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AnnotationWriter.toJson(photo(Optional.of(Source.SHOP), item)))
        .withMessage("Expected polygons, but item2 of photo 1 has run lengths");
  }

  private static double[] withFirst(double x, double y, double visibility) {
    double[] landmarks = new double[24];
    landmarks[0] = x;
    landmarks[1] = y;
    landmarks[2] = visibility;
    return landmarks;
  }

  private static Photo read(byte[] json) {
    AnnotationParser.Annotation annotation = Parsed.of(json).annotation().orElseThrow();
    return new Photo(
        1,
        "000001.jpg",
        Optional.empty(),
        Optional.of(annotation.source()),
        annotation.pairId(),
        annotation.items());
  }

  private static Photo photo(Optional<Source> source, Item... items) {
    return new Photo(1, "000001.jpg", Optional.empty(), source, 4, List.of(items));
  }

  private static Item item(Mask mask, Landmarks landmarks, Attributes attributes) {
    Coordinates box =
        Coordinates.builder().addInteger(1).addInteger(2).addReal(5).addReal(6.25).build();
    return new Item(2, Category.SKIRT, 1, box, landmarks, mask, attributes);
  }
}
