package dev.wardrobe.cli;

import dev.wardrobe.model.config.Streams;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Which heads a network has, in the paper's words (Tables 8 and 9). */
enum Variant {
  CLASS("class"),
  POSE("pose"),
  MASK("mask"),
  POSE_AND_CLASS("pose+class"),
  MASK_AND_CLASS("mask+class"),
  ALL("all"),
  DETECTION("detection");

  private final String word;

  Variant(String word) {
    this.word = word;
  }

  /** Its heads. */
  Streams streams() {
    return switch (this) {
      case CLASS -> new Streams(true, false, false, true);
      case POSE -> new Streams(false, false, true, true);
      case MASK -> new Streams(false, true, false, true);
      case POSE_AND_CLASS -> new Streams(true, false, true, true);
      case MASK_AND_CLASS -> new Streams(true, true, false, true);
      case ALL -> Streams.ALL;
      case DETECTION -> new Streams(true, true, true, false);
    };
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
