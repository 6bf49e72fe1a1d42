package dev.wardrobe.cli;

import dev.wardrobe.model.config.Streams;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which heads a network has, in the paper's words (Tables 8 and 9). */
enum Variant {
  CLASS("class", new Streams(true, false, false, true)),
  POSE("pose", new Streams(false, false, true, true)),
  MASK("mask", new Streams(false, true, false, true)),
  POSE_AND_CLASS("pose+class", new Streams(true, false, true, true)),
  MASK_AND_CLASS("mask+class", new Streams(true, true, false, true)),
  ALL("all", Streams.ALL),
  DETECTION("detection", new Streams(true, true, true, false));

  private final String word;
  private final Streams streams;

  Variant(String word, Streams streams) {
    this.word = word;
    this.streams = streams;
  }

  Streams streams() {
    return streams;
  }

  /** Reads the words. */
  static final class Converter implements ITypeConverter<Variant> {
    /** Created by picocli. */
    Converter() {}

    @Override
    public Variant convert(String text) {
      return Arrays.stream(values())
          .filter(variant -> variant.word.equals(text))
          .findFirst()
          .orElseThrow(() ->
              new TypeConversionException(
                  "'%s' is none of %s"
                      .formatted(
                          text,
                          Arrays.stream(values())
                              .map(variant -> variant.word)
                              .collect(Collectors.joining(", ")))));
    }
  }
}
