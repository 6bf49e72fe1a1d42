package dev.wardrobe.model.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wardrobe.synthesis.chance.Dice;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours as torchvision changes them. */
class ColourJitterTest {
  private static Pixels pixels() throws IOException {
    try (DecodedPhoto photo = PhotoDecoder.decode(PhotoDecoderTest.resource("colour.png"))) {
      return photo.pixels();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0.6", "0, 1.4", "1, 0.6", "1, 1.4", "2, 0.6", "2, 1.4", "2, 0.0"})
  void one_change_gives_the_bytes_of_torchvision(int kind, double factor) throws IOException {
    Pixels pixels = pixels();
    double[] factors = {1, 1, 1};
    factors[kind] = factor;
    new ColourJitter(factors[0], factors[1], factors[2], 0, 1, 2).apply(pixels);
    byte[] golden = PhotoDecoderTest.resource("colour_%d_%s.rgb".formatted(kind, factor));
    assertThat(pixels.rgb()).isEqualTo(golden);
  }

  @Test
  void order_of_changes_counts() throws IOException {
    Pixels first = pixels();
    Pixels second = pixels();
    new ColourJitter(1.4, .6, 1.4, 0, 1, 2).apply(first);
    new ColourJitter(1.4, .6, 1.4, 2, 1, 0).apply(second);
    assertThat(first.rgb()).isNotEqualTo(second.rgb());
    assertThat(first.rgb()).isEqualTo(PhotoDecoderTest.resource("colour_all.rgb"));
  }

  @Test
  void no_strength_changes_nothing() throws IOException {
    Pixels pixels = pixels();
    ColourJitter.draw(0, new Dice(1)).apply(pixels);
    assertThat(pixels.rgb()).isEqualTo(pixels().rgb());
  }
}
