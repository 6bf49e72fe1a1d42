package dev.wardrobe.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.results.ScannedMask.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScannedResultTest {
  private final ScannedResult result = new ScannedResult();

  private ScannedResult read(String json, boolean masks, boolean landmarks) {
    Scanned scanned = Scanned.of(json);
    result.read(scanned.scanner(), scanned.bytes(), masks, landmarks);
    assertThat(scanned.used()).as(json).isTrue();
    return result;
  }

  private ScannedResult read(String json) {
    return read(json, true, true);
  }

  @Test
  void numbers_and_box_in_any_order_between_unknown_keys() {
    read(
        "{\"x\": {\"score\": 9}, \"bbox\": [1, 2, 3, 4], \"score\": 0.5, \"y\": [\"}\"],"
            + " \"category_id\": 3, \"image_id\": 7}");
    assertThat(result.number(ScannedResult.IMAGE_ID)).isEqualTo(7);
    assertThat(result.number(ScannedResult.CATEGORY_ID)).isEqualTo(3);
    assertThat(result.number(ScannedResult.SCORE)).isEqualTo(.5);
    assertThat(result.box()).containsExactly(1, 2, 3, 4);
    assertThat(result.hasBox()).isTrue();
    assertThat(result.boxFound()).isEmpty();
    assertThat(result.hasMask()).isFalse();
    assertThat(result.hasId()).isFalse();
  }

  @Test
  void empty_record_after_a_full_one_has_nothing() {
    read(
        "{\"image_id\": 1, \"category_id\": 1, \"score\": 1, \"bbox\": [1, 2, 3, 4], \"id\": 5,"
            + " \"segmentation\": [[1, 2, 3, 4, 5, 6]], \"keypoints\": [1]}");
    assertThat(result.hasId()).isTrue();
    read("{}");
    for (int field = 0; field < 3; field++) {
      assertThat(result.has(field)).isFalse();
      assertThat(result.found(field)).isEqualTo("nothing");
    }
    assertThat(result.hasBox()).isFalse();
    assertThat(result.boxPresent()).isFalse();
    assertThat(result.boxFound()).isEqualTo("nothing");
    assertThat(result.hasMask()).isFalse();
    assertThat(result.mask().kind()).isEqualTo(Kind.NONE);
    assertThat(result.landmarks().present()).isFalse();
    assertThat(result.hasId()).isFalse();
    assertThat(AreaSource.of(result)).isEqualTo(AreaSource.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | null",
        "\"0.5\" | the text \"0.5\"",
        "true | true",
        "[1] | a list [...]",
        "{} | an object {...}"
      })
  void what_is_no_number_is_said(String value, String found) {
    for (int field = 0; field < 3; field++) {
      read("{\"%s\": %s}".formatted(ScannedResult.name(field), value));
      assertThat(result.has(field)).isFalse();
      assertThat(result.found(field)).isEqualTo(found);
    }
  }

  @Test
  void last_of_two_equal_keys_counts() {
    read(
        "{\"score\": 1, \"score\": 2, \"id\": 1, \"id\": null, \"bbox\": [], \"bbox\": [1,2,3,4]}");
    assertThat(result.number(ScannedResult.SCORE)).isEqualTo(2);
    assertThat(result.hasId()).isFalse();
    assertThat(result.hasBox()).isTrue();
    read("{\"score\": 1, \"score\": null}");
    assertThat(result.has(ScannedResult.SCORE)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"bbox\": [1, 2, 3, 4], \"segmentation\": [] | BOX",
        "\"bbox\": null, \"segmentation\": [] | BOX",
        "\"bbox\": [], \"segmentation\": [] | MASK",
        "\"segmentation\": null, \"keypoints\": [] | MASK",
        "\"keypoints\": [] | LANDMARKS",
        "\"landmarks\": [], \"extent\": [1, 2, 3, 4] | LANDMARKS",
        "\"extent\": [1, 2, 3, 4] | UNKNOWN",
        "\"bbox\": [] | UNKNOWN"
      })
  void first_record_decides_what_areas_come_from(String keys, AreaSource source) {
    assertThat(AreaSource.of(read("{" + keys + "}"))).isEqualTo(source);
    assertThat(AreaSource.of(read("{" + keys + "}", false, false))).isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-3", "1.5", "9007199254740993"})
  void own_id_is_kept(String id) {
    assertThat(read("{\"id\": " + id + "}").hasId()).isTrue();
    assertThat(result.id()).isEqualTo(Double.parseDouble(id));
  }

  @Test
  void escaped_key_is_the_same_key() {
    assertThat(read("{\"sc\\u006fre\": 0.25}").number(ScannedResult.SCORE)).isEqualTo(.25);
  }
}
