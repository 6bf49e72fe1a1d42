package dev.wardrobe.files;

import dev.wardrobe.dataset.Item;
import java.util.List;
import java.util.Optional;

/** What the parser made of a file. */
record Parsed(Optional<AnnotationParser.Annotation> annotation, List<Finding> findings) {
  static final String FILE = "train/annos/000001.json";

  static Parsed of(String json) {
    return of(SampleText.bytes(json));
  }

  static Parsed of(byte[] json) {
    FileFindings findings = new FileFindings(FILE);
    return new Parsed(AnnotationParser.parse(json, findings), findings.all());
  }

  /** A finding about the file. */
  static Finding finding(Rule rule, String item, String field, String found, String expected) {
    return new Finding(rule, FILE, item, field, found, expected);
  }

  List<Item> items() {
    return annotation.orElseThrow().items();
  }

  Item onlyItem() {
    if (items().size() != 1) {
      throw new AssertionError("Expected one item, but got " + items() + " and " + findings);
    }
    return items().getFirst();
  }
}
