package dev.wardrobe.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.SampleItems;
import dev.wardrobe.SplitFolder;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Item;
import dev.wardrobe.dataset.Photo;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.files.AnnotationWriter;
import dev.wardrobe.files.Dataset;
import dev.wardrobe.files.Finding;
import dev.wardrobe.files.ReadOptions;
import dev.wardrobe.files.Rule;
import dev.wardrobe.structures.Coordinates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {
  @TempDir private Path folder;

  private final List<Finding> findings = new ArrayList<>();

  private Validator.Summary validate(SplitFolder split, int threads, boolean decode) {
    try (Dataset dataset = split.open()) {
      return Validator.validate(
          dataset.splits().getFirst(),
          ReadOptions.defaults().withThreads(threads),
          decode,
          findings::add);
    }
  }

  private static String json(Photo photo) {
    return new String(AnnotationWriter.toJson(photo), StandardCharsets.UTF_8);
  }

  private static String good(int id, Source source, int style) {
    return json(SampleItems.photo(id, source, 1, SampleItems.item(1, Category.SKIRT, style)));
  }

  @Test
  void flawless_split_gives_counts_and_nothing_else() {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    split.annotation(1, good(1, Source.USER, 1)).size(1, 400, 300);
    split.annotation(2, good(2, Source.SHOP, 1)).size(2, 400, 300);
    assertThat(validate(split, 2, true)).isEqualTo(new Validator.Summary(2, 2));
    assertThat(findings).isEmpty();
  }

  @Test
  void files_come_first_then_photos_by_id_then_pairs() throws IOException {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    Item outside =
        SampleItems.item(2, Category.SKIRT, 4, Coordinates.ofIntegers(350, 100, 450, 200));
    split.annotation(3, json(SampleItems.photo(3, Source.SHOP, 1, outside))).size(3, 400, 300);
    split.annotation(4, good(4, Source.USER, 2).replace("\"style\"", "\"style\": 9, \"style\""));
    split.annotation(5, "{").image(5, new byte[] {1, 2, 3}).size(4, 400, 300);
    Files.createFile(folder.resolve("train/annos/readme.txt"));

    assertThat(validate(split, 2, true)).isEqualTo(new Validator.Summary(3, 2));
    assertThat(findings)
        .extracting(finding -> finding.rule().code() + " " + finding.place())
        .containsExactly(
            "file-name train/annos/readme.txt",
            "numbering-gap train",
            "image-missing train/image/000003.jpg",
            "item-numbering train/annos/000003.json",
            "box-outside-image train/annos/000003.json item2.bounding_box",
            "polygon-outside-image train/annos/000003.json item2.segmentation",
            "image-missing train/image/000004.jpg",
            "key-duplicate train/annos/000004.json item1.style",
            "image-header train/image/000005.jpg",
            "json-syntax train/annos/000005.json",
            "image-decode train/image/000005.jpg",
            "orphan-consumer-style train/annos/000004.json item1.style",
            "orphan-shop-style train/annos/000003.json item2.style");
  }

  @ParameterizedTest
  @CsvSource({"100, '[100, 100, 100, 200]'", "99, '[100, 100, 99, 200]'"})
  void box_without_width_loses_its_item(String x2, String found) {
    SplitFolder split = new SplitFolder(folder.resolve("train")).size(1, 400, 300);
    String good = good(1, Source.USER, 0);
    split.annotation(1, good.replace("[100, 100, 200, 200]", "[100, 100, " + x2 + ", 200]"));
    assertThat(validate(split, 1, false)).isEqualTo(new Validator.Summary(1, 0));
    assertThat(findings)
        .containsExactly(
            new Finding(
                Rule.BOX_EMPTY,
                "train/annos/000001.json",
                "item1",
                "bounding_box",
                found,
                "x1 < x2 and y1 < y2"));
  }

  @Test
  void narrow_box_is_kept() {
    SplitFolder split = new SplitFolder(folder.resolve("train")).size(1, 400, 300);
    split.annotation(
        1, good(1, Source.USER, 0).replace("[100, 100, 200, 200]", "[199.5, 100, 200, 200]"));
    assertThat(validate(split, 1, false)).isEqualTo(new Validator.Summary(1, 1));
    assertThat(findings).extracting(Finding::rule).doesNotContain(Rule.BOX_EMPTY);
  }

  @Test
  void threads_do_not_change_the_findings_or_their_order() {
    SplitFolder split = new SplitFolder(folder.resolve("train"));
    SplittableRandom random = new SplittableRandom(71);
    for (int id = 1; id <= 300; id++) {
      Source source = random.nextBoolean() ? Source.USER : Source.SHOP;
      String text = good(id, source, random.nextInt(5));
      int at = random.nextInt(text.length() - 9);
      if (random.nextInt(3) == 0) {
        text = text.substring(0, at) + random.nextInt(10) + text.substring(at + 1);
      }
      split.annotation(id, text).size(id, 150 + id, 300);
    }
    Validator.Summary one = validate(split, 1, true);
    List<Finding> first = List.copyOf(findings);
    findings.clear();
    Validator.Summary eight = validate(split, 8, true);
    assertThat(first).hasSizeGreaterThan(100);
    assertThat(findings).isEqualTo(first);
    assertThat(eight).isEqualTo(one);
  }

  @Test
  void photos_are_decoded_only_if_asked() {
    SplitFolder split = new SplitFolder(folder.resolve("test"));
    byte[] header = {
      (byte) 0xFF,
      (byte) 0xD8,
      (byte) 0xFF,
      (byte) 0xC0,
      0,
      17,
      8,
      0,
      9,
      0,
      9,
      3,
      1,
      17,
      0,
      2,
      17,
      0,
      3,
      17,
      0
    };
    split.image(1, header);
    assertThat(validate(split, 1, false)).isEqualTo(new Validator.Summary(1, 0));
    assertThat(findings).isEmpty();
    validate(split, 1, true);
    assertThat(findings).isNotEmpty().allMatch(finding -> finding.rule() == Rule.IMAGE_DECODE);
  }
}
