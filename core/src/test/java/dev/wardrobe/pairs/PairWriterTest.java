package dev.wardrobe.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wardrobe.SampleItems;
import dev.wardrobe.dataset.Category;
import dev.wardrobe.dataset.Source;
import dev.wardrobe.json.JsonReading;
import dev.wardrobe.pairs.PairSampler.Label;
import dev.wardrobe.pairs.PairWriter.Format;
import dev.wardrobe.structures.Coordinates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

class PairWriterTest {
  private static final List<Label> LABELS =
      List.of(Label.POSITIVE, Label.HARD_NEGATIVE, Label.NEGATIVE);
  private static final String HEADER =
      "label,consumer_image_id,consumer_item,consumer_category_id,consumer_pair_id,consumer_style,"
          + "consumer_x1,consumer_y1,consumer_x2,consumer_y2,shop_image_id,shop_item,"
          + "shop_category_id,shop_pair_id,shop_style,shop_x1,shop_y1,shop_x2,shop_y2";

  private final ItemIndex items =
      ItemIndex.of(
          List.of(
              SampleItems.photo(
                  7,
                  Source.USER,
                  3,
                  SampleItems.item(
                      2,
                      Category.SKIRT,
                      1,
                      Coordinates.ofReals(1.5, 2.0, 123.456789012345, 1e2 / 3))),
              SampleItems.photo(
                  191_961,
                  Source.SHOP,
                  4,
                  SampleItems.item(
                      1, Category.VEST, 0, Coordinates.ofIntegers(-3, 0, 5, 65_535)))));

  private String write(Format format, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PairWriter writer = new PairWriter(items, format, out);
    for (int i = 0; i < times; i++) {
      writer.accept(0, 1, LABELS.get(i % 3));
    }
    writer.finish();
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void csv_has_a_header_and_as_many_values_in_each_line() {
    List<String> lines = write(Format.CSV, 3).lines().toList();
    String rest =
        ",7,2,9,3,1,1.5,2,123.456789012345,33.333333333333336,191961,1,5,4,0,-3,0,5,65535";
    assertThat(lines)
        .containsExactly(HEADER, "positive" + rest, "hard_negative" + rest, "negative" + rest);
    assertThat(lines).allMatch(line -> line.split(",", -1).length == 19);
  }

  @Test
  void csv_without_pairs_is_its_header() {
    assertThat(write(Format.CSV, 0)).isEqualTo(HEADER + "\n");
    assertThat(write(Format.JSONL, 0)).isEmpty();
  }

  @Test
  void json_lines_parse_back_to_the_same_values() {
    String line = write(Format.JSONL, 1);
    assertThat(line).endsWith("}\n");
    List<Object> values = new ArrayList<>();
    try (JsonParser parser = JsonReading.parser(line.getBytes(StandardCharsets.UTF_8))) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case PROPERTY_NAME, VALUE_STRING -> values.add(parser.getString());
          case VALUE_NUMBER_INT -> values.add(parser.getIntValue());
          case VALUE_NUMBER_FLOAT -> values.add(parser.getDoubleValue());
          default -> assertThat(token.isScalarValue()).isFalse();
        }
      }
    }
    assertThat(values)
        .containsExactly(
            "label",
            "positive",
            "consumer",
            "image_id",
            7,
            "item",
            2,
            "category_id",
            9,
            "pair_id",
            3,
            "style",
            1,
            "box",
            1.5,
            2,
            123.456789012345,
            1e2 / 3,
            "shop",
            "image_id",
            191_961,
            "item",
            1,
            "category_id",
            5,
            "pair_id",
            4,
            "style",
            0,
            "box",
            -3,
            0,
            5,
            65_535);
  }

  @Test
  void long_lists_are_written_in_full() {
    assertThat(write(Format.CSV, 3_000).lines().skip(1))
        .hasSize(3_000)
        .allMatch(line -> line.endsWith(",-3,0,5,65535"));
    assertThat(write(Format.JSONL, 3_000).lines()).hasSize(3_000);
  }

  @Test
  void full_disk_is_passed_on() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    PairWriter writer = new PairWriter(items, Format.CSV, full);
    assertThatThrownBy(writer::finish)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("No space left on device");
  }
}
